import { z } from "zod";
import { Decimal, type DecimalText } from "./decimal.ts";

/** What the address of a list asks for. */
export interface Listing<Column extends string = string> {
  buscar: string;
  orden: Column;
  dir: "asc" | "desc";
  pagina: number;
  filas: number;
}

/** A list that has an address: by which columns it is ordered, the first unless told otherwise, and its page sizes. */
export interface ListKind<Column extends string> {
  columns: readonly Column[];
  lengths: readonly [short: number, long: number];
  /** What makes no sense falls back to the default instead of failing. */
  parse: (query: unknown) => Listing<Column>;
  defaults: Listing<Column>;
}

export function listKind<const Column extends string>(
  columns: readonly [Column, ...Column[]],
  lengths: readonly [short: number, long: number],
  first: Listing["dir"] = "desc",
): ListKind<Column> {
  const schema = z.object({
    buscar: z.string().trim().max(200).catch(""),
    orden: z.enum(columns).catch(columns[0]),
    dir: z.enum(["asc", "desc"]).catch(first),
    pagina: z.coerce.number().int().min(1).max(10_000).catch(1),
    filas: z.coerce
      .number()
      .refine((rows) => lengths.includes(rows))
      .catch(lengths[0]),
  });
  const parse = (query: unknown) => schema.parse(query) as Listing<Column>;
  return { columns, lengths, parse, defaults: parse({}) };
}

/** Without accents and capitals, as people search. */
export const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The rows whose text holds every word of `buscar`, in whichever order. */
export function matching<Row>(rows: readonly Row[], buscar: string, textOf: (row: Row) => string): Row[] {
  const words = folded(buscar).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = folded(textOf(row));
    return words.every((word) => text.includes(word));
  });
}

/** Orders numbers whichever way round; what is unknown comes last either way. */
export function byNumber<Row>(valueOf: (row: Row) => DecimalText | null, dir: Listing["dir"]) {
  const sign = dir === "asc" ? 1 : -1;
  return (a: Row, b: Row): number => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return sign * new Decimal(left).comparedTo(right);
  };
}

/** Orders texts, and days and months written as text; what is unknown comes last either way. */
export function byText<Row>(textOf: (row: Row) => string | null, dir: Listing["dir"]) {
  const sign = dir === "asc" ? 1 : -1;
  return (a: Row, b: Row): number => {
    const [left, right] = [textOf(a), textOf(b)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return sign * left.localeCompare(right, "es");
  };
}

/** One page of `rows`: a page past the last shows the last. */
export function pageOf<Row>(rows: readonly Row[], { pagina, filas }: Pick<Listing, "pagina" | "filas">) {
  const pages = Math.max(1, Math.ceil(rows.length / filas));
  const page = Math.min(pagina, pages);
  const from = (page - 1) * filas;
  return { page, pages, from, total: rows.length, rows: rows.slice(from, from + filas) };
}
