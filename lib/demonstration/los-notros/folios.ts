import { addMonths, firstDayOf, monthsBetween, period, type Period } from "../../kernel/period.ts";
import type { FolioRange } from "../dte/timbre.ts";

export const BOLETA = 39;
export const FACTURA = 33;

/** The first folio of January 2020, and how many the cooperative uses a month. */
const FOLIOS = {
  [BOLETA]: { first: 1_046_213, aMonth: 4_117, copies: 1_000 },
  [FACTURA]: { first: 204_118, aMonth: 1_309, copies: 400 },
};
const FIRST_MONTH = period("2020-01");

export type IssuedTipo = keyof typeof FOLIOS;

/** The SII's authorisation for the folios of a month. */
export function folioRange(tipo: IssuedTipo, month: Period): FolioRange {
  const { first, aMonth } = FOLIOS[tipo];
  const firstFolio = first + aMonth * monthsBetween(FIRST_MONTH, month);
  return { firstFolio, lastFolio: firstFolio + aMonth - 1, authorisedOn: firstDayOf(addMonths(month, -1)) };
}

/** Each supply has its place in the month; what replaces or repeats a bill, one further on. */
export const folioOf = (tipo: IssuedTipo, month: Period, { place, copy }: { place: number; copy: number }) =>
  folioRange(tipo, month).firstFolio + place + copy * FOLIOS[tipo].copies;
