import type { CalendarData } from "../kernel/business-calendar.ts";
import type { Row } from "./simulation/rows.ts";

const CERTAINTY = { firm: "firme", probable: "probable", provisional: "provisional" } as const;

/** A calendar as the exchange package carries it: its holidays, and that each of its years is whole. */
export function calendarRows({ id, years, provisionalYears, days }: CalendarData): Row[] {
  const reviewed = years.map((year) => ({
    calendario: id,
    fecha: `${year}-12-31`,
    clase: "revisado",
    nombre: `Feriados de ${year} completos`,
    norma: "revisión de la empresa",
    fuente: null,
    certeza: provisionalYears.includes(year) ? "provisional" : "firme",
  }));
  const holidays = days.map(({ on, name, norm, url, certainty = "firm" }) => ({
    calendario: id,
    fecha: on,
    clase: "feriado",
    nombre: name,
    norma: norm,
    fuente: url ?? null,
    certeza: CERTAINTY[certainty],
  }));
  return [...holidays, ...reviewed];
}
