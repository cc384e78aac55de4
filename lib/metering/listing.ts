import type { DecimalText } from "../kernel/decimal.ts";
import { formatPeriodLabel } from "../kernel/format.ts";
import { byNumber, byText, listKind, matching, type Listing } from "../kernel/listing.ts";
import type { ReadingQuality, ReadingRow } from "./model.ts";

/** The list of the readings of a supply, newest first. */
export const readingListing = listKind(["mes", "fecha", "lectura", "consumo"], [12, 36]);
export type ReadingColumn = (typeof readingListing.columns)[number];

const NUMBER: Record<Exclude<ReadingColumn, "mes" | "fecha">, (row: ReadingRow) => DecimalText | null> = {
  lectura: (row) => row.registerKwh,
  consumo: (row) => row.consumptionKwh,
};

function inOrder(column: ReadingColumn, dir: Listing["dir"]) {
  if (column === "mes") return byText<ReadingRow>((row) => row.period, dir);
  if (column === "fecha") return byText<ReadingRow>((row) => row.readOn, dir);
  return byNumber(NUMBER[column], dir);
}

/** Readings of a month, a kind or a meter ("abril 2020", "estimada", its number), in the order asked for. */
export function arrangedReadings(
  rows: readonly ReadingRow[],
  { buscar, orden, dir }: Listing<ReadingColumn>,
  words: Record<ReadingQuality, string>,
): ReadingRow[] {
  const found = matching(rows, buscar, ({ period, quality, serialNumber }) =>
    [formatPeriodLabel(period), period, quality && words[quality], serialNumber].join(" "),
  );
  return found.sort(inOrder(orden, dir));
}
