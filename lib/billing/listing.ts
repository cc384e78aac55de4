import { z } from "zod";
import { Decimal } from "../kernel/decimal.ts";
import { formatPeriodLabel } from "../kernel/format.ts";
import type { HistoryRow } from "./model.ts";

export const HISTORY_COLUMNS = ["mes", "consumo", "neto", "total"] as const;
export type HistoryColumn = (typeof HISTORY_COLUMNS)[number];

/** What the address of a history asks for; what makes no sense falls back to the default instead of failing. */
export const historyListing = z.object({
  buscar: z.string().trim().max(40).catch(""),
  orden: z.enum(HISTORY_COLUMNS).catch("mes"),
  dir: z.enum(["asc", "desc"]).catch("desc"),
  pagina: z.coerce.number().int().min(1).max(1000).catch(1),
  filas: z.coerce
    .number()
    .refine((rows) => rows === 12 || rows === 36)
    .catch(12),
});
export type HistoryListing = z.infer<typeof historyListing>;
export const DEFAULT_LISTING: HistoryListing = historyListing.parse({});

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const VALUE: Record<Exclude<HistoryColumn, "mes">, (row: HistoryRow) => string | null> = {
  consumo: (row) => row.consumptionKwh,
  neto: (row) => row.netAmount,
  total: (row) => row.totalAmount,
};

/** Rows that hold the words searched for ("enero 2020", "2019") in the order asked for; what is unknown comes last. */
export function arranged(rows: readonly HistoryRow[], { buscar, orden, dir }: HistoryListing): HistoryRow[] {
  const words = folded(buscar).split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const label = folded(`${formatPeriodLabel(row.period)} ${row.period}`);
    return words.every((word) => label.includes(word));
  });
  const sign = dir === "asc" ? 1 : -1;
  return found.sort((a, b) => {
    if (orden === "mes") return sign * a.period.localeCompare(b.period);
    const [left, right] = [VALUE[orden](a), VALUE[orden](b)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return sign * new Decimal(left).comparedTo(right);
  });
}

/** One page of `rows`: a page past the last shows the last. */
export function pageOf<Row>(rows: readonly Row[], { pagina, filas }: HistoryListing) {
  const pages = Math.max(1, Math.ceil(rows.length / filas));
  const page = Math.min(pagina, pages);
  const from = (page - 1) * filas;
  return { page, pages, from, total: rows.length, rows: rows.slice(from, from + filas) };
}
