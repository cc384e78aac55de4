import { AssetTable } from "@/components/domain/asset-table";
import { formatMetres } from "@/components/domain/network-words";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { NumberStyle } from "@/lib/kernel/format";
import { layerNamed } from "@/lib/network/layers";
import { listFields } from "@/lib/network/listing";
import type { Near } from "@/lib/network/queries/search";
import type { Found } from "@/lib/network/search";
import type { NetworkForm } from "@/lib/network/schema";
import { routes } from "@/lib/platform/routes";
import { addressOf, type Answer } from "../answer";

const count = new Intl.NumberFormat("es", { useGrouping: "always" });

/** What was found, under the forms that asked for it. */
export function Results({
  answer,
  form,
  numbers,
}: {
  answer: Answer;
  form: NetworkForm;
  numbers: NumberStyle;
}) {
  switch (answer.kind) {
    case "nothing":
    case "mistakes":
      return null;
    case "found":
      return <FoundList typed={answer.typed} found={answer.found} />;
    case "near":
      return <NearList near={answer.near} numbers={numbers} />;
    case "customer":
      return <CustomerAnswer signedIn={answer.signedIn} />;
    case "no-vnr":
      return (
        <EmptyState title={`No existe el código VNR «${answer.typed.slice(0, 80)}»`}>
          <p>
            La edición vigente no trae ese código ni lo lleva ningún elemento de la red. Revise cómo está
            escrito.
          </p>
        </EmptyState>
      );
    case "rows":
      if (answer.assets.length === 0) return <NotFound typed={answer.typed} />;
      return (
        <AssetTable
          caption={answer.title}
          fields={listFields(answer.layer)}
          assets={answer.assets}
          numbers={numbers}
        />
      );
    case "grid":
      return <Grid answer={answer} form={form} numbers={numbers} />;
  }
}

function NotFound({ typed }: { typed: string }) {
  return (
    <EmptyState title={`No hay nada en la red con «${typed.slice(0, 80)}»`}>
      <p>
        Escriba la placa completa, parte del nombre, o elija la región y la comuna y baje hasta el
        transformador.
      </p>
    </EmptyState>
  );
}

const WHY: Partial<Record<Found["kind"], string>> = { plate: "en el poste buscado" };

function nameOf({ layer, id, label }: Found): string {
  if (layer === "comunas") return `Comuna ${label}`;
  if (layer === "vnr") return `Código ${label}`;
  return id === null ? label : `${layerNamed(layer).singular} ${id}`;
}

function FoundList({ typed, found }: { typed: string; found: readonly Found[] }) {
  if (found.length === 0) return <NotFound typed={typed} />;
  const exact = found.filter((one) => one.exact);
  return (
    <section aria-labelledby="resultados">
      <h2 id="resultados">
        {exact.length > 0
          ? `${exact.length} con «${typed.slice(0, 80)}»`
          : `Parecidos a «${typed.slice(0, 80)}»`}
      </h2>
      <ol className="mt-3 border-t border-line">
        {found.map((one) => (
          <li key={`${one.kind} ${one.layer} ${one.id} ${one.label}`} className="border-b border-line py-2">
            <a className="inline-block min-h-7 font-[650]" href={addressOf(one)}>
              {nameOf(one)}
            </a>
            <span className="ml-3 text-small text-ink-soft">{describe(one)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function describe({ kind, layer, id, label, count: times }: Found): string {
  const name = layer === "comunas" || layer === "vnr" || id === null ? "" : label;
  const many = times > 1 ? `${count.format(times)} elementos` : "";
  return [name, WHY[kind] ?? "", many].filter(Boolean).join(" · ");
}

function NearList({ near, numbers }: { near: readonly Near[]; numbers: NumberStyle }) {
  if (near.length === 0)
    return (
      <EmptyState title="No hay red cerca de esas coordenadas">
        <p>Escriba primero la latitud y después la longitud, en grados: −40,33 −72,96.</p>
      </EmptyState>
    );
  return (
    <section aria-labelledby="resultados">
      <h2 id="resultados">Lo más cercano</h2>
      <ol className="mt-3 border-t border-line">
        {near.map(({ layer, id, name, metres }) => (
          <li key={`${layer} ${id}`} className="border-b border-line py-2">
            <a className="inline-block min-h-7 font-[650]" href={routes.asset(layer, id)}>
              {layerNamed(layer).singular} {id}
            </a>
            <span className="ml-3 text-small text-ink-soft">
              {[name, `a ${formatMetres(metres, numbers)}`].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The same for a supply that exists and one that does not: where a customer lives is nobody else's to know. */
function CustomerAnswer({ signedIn }: { signedIn: boolean }) {
  return (
    <Notice
      title={
        signedIn
          ? "No es uno de sus suministros, o no se sabe su transformador"
          : "Ingrese para buscar por número de cliente"
      }
    >
      <p>
        Sólo el titular ve de qué transformador cuelga su suministro.{" "}
        {signedIn ? (
          <a href={routes.desktop()}>Vea los suyos en su escritorio</a>
        ) : (
          <a href={routes.signInThen(routes.network())}>Ingresar</a>
        )}
      </p>
    </Notice>
  );
}

function Grid({
  answer: { layer, assets },
  form,
  numbers,
}: {
  answer: Extract<Answer, { kind: "grid" }>;
  form: NetworkForm;
  numbers: NumberStyle;
}) {
  const { region, comuna, subestacion } = form;
  const inComuna = { region, comuna, filtro: "1" };
  const crumbs = [
    { href: routes.network(), label: "Inicio" },
    { href: routes.networkSearch({ region, filtro: "1" }), label: region },
    { href: routes.networkSearch(inComuna), label: comuna },
    ...(subestacion ? [{ href: routes.asset("subestaciones", subestacion), label: subestacion }] : []),
  ];
  const { title } = layerNamed(layer);
  if (assets.length === 0) return <NotFound typed={[comuna, region].join(", ")} />;
  return (
    <>
      <Breadcrumbs crumbs={crumbs} current={title} />
      <AssetTable
        caption={title}
        fields={listFields(layer).slice(0, 2)}
        assets={assets}
        numbers={numbers}
        link={
          layer === "subestaciones"
            ? {
                column: "Alimentadores",
                verb: "VER",
                hrefOf: ({ id }) => routes.networkSearch({ ...inComuna, subestacion: id }),
              }
            : {
                column: "Transformadores",
                verb: "VER",
                hrefOf: ({ id }) => routes.networkList("transformadores", { alimentador: id }),
              }
        }
      />
    </>
  );
}
