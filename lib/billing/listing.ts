import type { DecimalText } from "../kernel/decimal.ts";
import { formatPeriodLabel } from "../kernel/format.ts";
import { byNumber, byText, listKind, matching, type Listing } from "../kernel/listing.ts";
import type { HistoryRow } from "./model.ts";

/** The list of a history, newest first. */
export const historyListing = listKind(["mes", "consumo", "neto", "total"], [12, 36]);
export type HistoryColumn = (typeof historyListing.columns)[number];

const VALUE: Record<Exclude<HistoryColumn, "mes">, (row: HistoryRow) => DecimalText | null> = {
  consumo: (row) => row.consumptionKwh,
  neto: (row) => row.netAmount,
  total: (row) => row.totalAmount,
};

/** Rows that hold the words searched for ("enero 2020", "2019") in the order asked for; what is unknown comes last. */
export function arranged(
  rows: readonly HistoryRow[],
  { buscar, orden, dir }: Listing<HistoryColumn>,
): HistoryRow[] {
  const found = matching(rows, buscar, ({ period }) => `${formatPeriodLabel(period)} ${period}`);
  return found.sort(orden === "mes" ? byText((row) => row.period, dir) : byNumber(VALUE[orden], dir));
}
