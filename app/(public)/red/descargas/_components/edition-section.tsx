import { editionTitle } from "@/components/domain/network-words";
import { Facts } from "@/components/ui/facts";
import { Cell, Column, Row, RowHeader, Table } from "@/components/ui/table";
import { isLayerName } from "@/lib/network/fields";
import { layerNamed, layers } from "@/lib/network/layers";
import type { Edition } from "@/lib/network/model";
import { networkTables } from "@/lib/network/tables";
import { WARNINGS } from "@/lib/network/warnings";
import { formatInstant } from "@/lib/kernel/format-instant";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";

const grouped = new Intl.NumberFormat("es", { useGrouping: "always" });
const count = (value: number | undefined) => (value === undefined ? "–" : grouped.format(value));

/** An edition: what it has, what changed against the one before, and what is known to be wrong with it. */
export function EditionSection({ edition, before }: { edition: Edition; before: Edition | null }) {
  const { account, id } = edition;
  return (
    <section className="mt-12 border-t-2 border-ink pt-4" aria-labelledby={`edicion-${id}`}>
      <h2 id={`edicion-${id}`}>
        {editionTitle(edition)}
        {edition.isCurrent && ", la vigente"}
      </h2>
      <div className="mt-4">
        <Facts
          facts={[
            { term: "Número de edición", value: String(id) },
            {
              term: "Publicada",
              value: formatInstant(edition.publishedAt, companyProfile().timeZone),
            },
            { term: "Fuente", value: edition.source },
            { term: "Licencia", value: edition.licence },
            { term: "Atribución", value: edition.attribution },
            {
              term: "Demanda reservada",
              value: `${count(account.withheld.transformadores)} transformadores y ${count(account.withheld.alimentadores)} alimentadores con menos de ${edition.minimumCustomers} clientes`,
            },
          ]}
        />
      </div>
      <LayerCounts edition={edition} before={before} />
      <Warnings edition={edition} />
    </section>
  );
}

function LayerCounts({ edition, before }: { edition: Edition; before: Edition | null }) {
  const { account, isCurrent, id } = edition;
  const changed = account.changes !== null;
  const caption = before
    ? `Filas, y cambios desde la ${editionTitle(before).toLocaleLowerCase("es")}`
    : "Filas de cada capa";
  const changes = ["Agregados", "Quitados", "Movidos de alimentador", "Con datos cambiados"];
  return (
    <div className="mt-6">
      <Table
        caption={caption}
        mode="slips"
        head={
          <>
            <Column>Capa</Column>
            <Column number>Filas</Column>
            {changed &&
              changes.map((title) => (
                <Column key={title} number>
                  {title}
                </Column>
              ))}
            <Column>CSV</Column>
          </>
        }
      >
        {layers.map(({ name, title }) => {
          const of = account.changes?.layers[name];
          const csv = isCurrent
            ? routes.networkLayerFile(name, "csv")
            : routes.olderLayerFile(name, id, "csv");
          return (
            <Row key={name}>
              <RowHeader>{title}</RowHeader>
              <Cell number label="Filas">
                {count(account.counts[name])}
              </Cell>
              {changed &&
                [of?.added, of?.removed, of?.moved, of?.changed].map((value, at) => (
                  <Cell key={changes[at]} number label={changes[at]}>
                    {count(value)}
                  </Cell>
                ))}
              <Cell label="CSV">
                <a href={csv} download aria-label={`Descargar ${title.toLocaleLowerCase("es")}, CSV`}>
                  Descargar
                </a>
              </Cell>
            </Row>
          );
        })}
      </Table>
      <p className="mt-3 text-note text-ink-soft">
        {networkTables
          .filter(({ name }) => account.counts[name] !== undefined)
          .map(({ name, title }) => `${title}: ${count(account.counts[name])}`)
          .join(". ")}
      </p>
      {changed && (
        <p className="mt-2">
          <a href={routes.editionChangesFile(id, "csv")} download>
            Descargar cada cambio, uno por uno (CSV)
          </a>
        </p>
      )}
    </div>
  );
}

function Warnings({ edition: { account, id } }: { edition: Edition }) {
  const titleOf = (name: string) =>
    isLayerName(name)
      ? layerNamed(name).title
      : (networkTables.find((table) => table.name === name)?.title ?? name);
  return (
    <div className="mt-8">
      <h3>Limitaciones conocidas</h3>
      {account.warnings.length === 0 ? (
        <p className="mt-2">La comprobación no encontró nada fuera de lo común.</p>
      ) : (
        <>
          <ul className="mt-2 max-w-measure list-disc space-y-1 pl-5">
            {account.warnings.map(({ code, layer, count: times }) => (
              <li key={code + layer}>
                <strong>{WARNINGS[code].title}</strong>, en {titleOf(layer).toLocaleLowerCase("es")}:{" "}
                {count(times)}. {WARNINGS[code].meaning}
              </li>
            ))}
          </ul>
          <p className="mt-2">
            <a href={routes.editionWarningsFile(id, "csv")} download>
              Descargar cada una (CSV)
            </a>
          </p>
        </>
      )}
    </div>
  );
}
