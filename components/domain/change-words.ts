import { formatDate, type NumberStyle } from "@/lib/kernel/format";
import type { LayerName } from "@/lib/network/fields";
import { layerNamed } from "@/lib/network/layers";
import type { AssetChange, AssetWarning } from "@/lib/network/model";
import { WARNINGS } from "@/lib/network/warnings";
import { valueWords } from "./network-words";

/** What is odd in an asset's data, and what it means. */
export const warningWords = ({ code, detail }: AssetWarning) => ({
  title: WARNINGS[code].title,
  detail: `${detail}. ${WARNINGS[code].meaning}`,
});

/** What became of an asset in an edition: when, in a sentence, and column by column. */
export const changeWords = (change: AssetChange, layer: LayerName, numbers: NumberStyle) => ({
  date: formatDate(change.dataOn),
  sentence: sentenceOf(change),
  columns: layerNamed(layer).fields.flatMap((field) => {
    const values = change.columns[field.name];
    if (!values) return [];
    const [before, after] = values.map((value) => valueWords(field, value, numbers));
    return [`${field.title}: ${before} → ${after}`];
  }),
});

function sentenceOf({ action, moved, geometryChanged }: AssetChange): string {
  if (action === "added") return "aparece en la red.";
  if (action === "removed") return "ya no está.";
  const parts = [
    ...(moved ? ["pasa a otro alimentador"] : []),
    ...(geometryChanged ? ["cambia de lugar o de trazado"] : []),
  ];
  return parts.length > 0 ? `${parts.join("; ")}.` : "cambian sus datos.";
}
