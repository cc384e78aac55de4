import { changeWords, warningWords } from "@/components/domain/change-words";
import type { NumberStyle } from "@/lib/kernel/format";
import type { AssetDetail } from "@/lib/network/model";

/** What became of the asset from edition to edition, and what is odd in its data. */
export function Changes({ detail, numbers }: { detail: AssetDetail; numbers: NumberStyle }) {
  const { changes, warnings, asset } = detail;
  return (
    <>
      {warnings.length > 0 && (
        <section className="mt-12 print:mt-6">
          <h2>Limitaciones de estos datos</h2>
          <ul className="mt-3 max-w-measure list-disc space-y-1 pl-5">
            {warnings.map(warningWords).map(({ title, detail: said }) => (
              <li key={title + said}>
                <strong>{title}</strong>: {said}
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
              <Change key={change.edition} {...changeWords(change, asset.layer, numbers)} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Change({ date, sentence, columns }: ReturnType<typeof changeWords>) {
  return (
    <li>
      <strong>{date}</strong>: {sentence}
      {columns.length > 0 && (
        <ul className="list-disc pl-5 text-small text-ink-soft">
          {columns.map((column) => (
            <li key={column}>{column}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
