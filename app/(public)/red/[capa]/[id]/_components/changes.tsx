import { valueWords } from "@/components/domain/network-words";
import { formatDate, type NumberStyle } from "@/lib/kernel/format";
import { layerNamed } from "@/lib/network/layers";
import type { AssetChange, AssetDetail } from "@/lib/network/model";
import { WARNINGS } from "@/lib/network/warnings";

/** What became of the asset from edition to edition, and what is odd in its data. */
export function Changes({ detail, numbers }: { detail: AssetDetail; numbers: NumberStyle }) {
  const { changes, warnings, asset } = detail;
  return (
    <>
      {warnings.length > 0 && (
        <section className="mt-12 print:mt-6">
          <h2>Limitaciones de estos datos</h2>
          <ul className="mt-3 max-w-measure list-disc space-y-1 pl-5">
            {warnings.map(({ code, detail: said }) => (
              <li key={code + said}>
                <strong>{WARNINGS[code].title}</strong>: {said}. {WARNINGS[code].meaning}
              </li>
            ))}
          </ul>
        </section>
      )}
      {changes.length > 0 && (
        <section className="mt-12 print:mt-6">
          <h2>Cambios entre ediciones</h2>
          <ul className="mt-3 max-w-measure space-y-2">
            {changes.map((change) => (
              <li key={change.edition}>
                <strong>{formatDate(change.dataOn)}</strong>: {sentenceOf(change)}
                <ChangedColumns columns={change.columns} layer={asset.layer} numbers={numbers} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function sentenceOf({ action, moved, geometryChanged }: AssetChange): string {
  if (action === "added") return "aparece en la red.";
  if (action === "removed") return "ya no está.";
  const parts = [
    ...(moved ? ["pasa a otro alimentador"] : []),
    ...(geometryChanged ? ["cambia de lugar o de trazado"] : []),
  ];
  return parts.length > 0 ? `${parts.join("; ")}.` : "cambian sus datos.";
}

function ChangedColumns({
  columns,
  layer,
  numbers,
}: Pick<AssetChange, "columns"> & Pick<AssetDetail["asset"], "layer"> & { numbers: NumberStyle }) {
  const changed = layerNamed(layer).fields.flatMap((field) => {
    const values = columns[field.name];
    return values ? [{ field, before: values[0], after: values[1] }] : [];
  });
  if (changed.length === 0) return null;
  return (
    <ul className="list-disc pl-5 text-small text-ink-soft">
      {changed.map(({ field, before, after }) => (
        <li key={field.name}>
          {field.title}: {valueWords(field, before, numbers)} → {valueWords(field, after, numbers)}
        </li>
      ))}
    </ul>
  );
}
