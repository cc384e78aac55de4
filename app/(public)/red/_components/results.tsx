import { AssetTable } from "@/components/domain/asset-table";
import { formatMetres } from "@/components/domain/network-words";
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
import { Grid } from "./grid";
import { NotFound } from "./not-found";

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
      return <FoundList answer={answer} />;
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
      return <Rows answer={answer} numbers={numbers} />;
    case "grid":
      return <Grid answer={answer} form={form} numbers={numbers} />;
  }
}

const WHY: Partial<Record<Found["kind"], string>> = { plate: "en el poste buscado" };

function nameOf({ layer, id, label }: Found): string {
  if (layer === "comunas") return `Comuna ${label}`;
  if (layer === "vnr") return `Código ${label}`;
  return id === null ? label : `${layerNamed(layer).singular} ${id}`;
}

type AnswerOf<Kind extends Answer["kind"]> = Extract<Answer, { kind: Kind }>;
const quoted = (typed: string) => `«${typed.slice(0, 80)}»`;

function FoundList({ answer: { typed, found, isCut } }: { answer: AnswerOf<"found"> }) {
  if (found.length === 0) return <NotFound typed={typed} />;
  const exact = found.filter((one) => one.exact);
  const alike = found.filter((one) => !one.exact);
  const first = isCut && alike.length === 0 ? "Los primeros " : "";
  return (
    <>
      {exact.length > 0 && (
        <FoundSection id="resultados" title={`${first}${exact.length} con ${quoted(typed)}`} found={exact} />
      )}
      {alike.length > 0 && (
        <FoundSection id="parecidos" title={`Parecidos a ${quoted(typed)}`} found={alike} />
      )}
      {isCut && <Cut shown={found.length} />}
    </>
  );
}

const Cut = ({ shown }: { shown: number }) => (
  <p className="mt-3">Se muestran {shown} y hay más: escriba algo más para dar con el suyo.</p>
);

function FoundSection({ id, title, found }: { id: string; title: string; found: readonly Found[] }) {
  return (
    <section aria-labelledby={id} className="not-first:mt-8">
      <h2 id={id}>{title}</h2>
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

function Rows({ answer, numbers }: { answer: AnswerOf<"rows">; numbers: NumberStyle }) {
  const { assets, typed, isExact, isCut } = answer;
  if (assets.length === 0) return <NotFound typed={typed} />;
  return (
    <>
      {!isExact && <p className="mb-4">No hay ninguno que sea {quoted(typed)}; estos comienzan así.</p>}
      <AssetTable
        caption={answer.title}
        fields={listFields(answer.layer)}
        assets={assets}
        numbers={numbers}
      />
      {isCut && <Cut shown={assets.length} />}
    </>
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
