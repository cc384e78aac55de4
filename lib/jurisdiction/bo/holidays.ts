import type { CalendarData, Holiday } from "../../kernel/business-calendar.ts";
import { day } from "../../kernel/civil-date.ts";

const COUNTRY: Holiday[] = [
  { on: day("2025-01-01"), name: "Año Nuevo", norm: "DS 2750" },
  { on: day("2025-01-22"), name: "Día del Estado Plurinacional", norm: "DS 2750" },
  { on: day("2025-03-03"), name: "Lunes de Carnaval", norm: "DS 2750" },
  { on: day("2025-03-04"), name: "Martes de Carnaval", norm: "DS 2750" },
  { on: day("2025-04-18"), name: "Viernes Santo", norm: "DS 2750" },
  { on: day("2025-05-01"), name: "Día del Trabajo", norm: "DS 2750" },
  { on: day("2025-06-19"), name: "Corpus Christi", norm: "DS 2750" },
  { on: day("2025-06-21"), name: "Año Nuevo Andino", norm: "DS 2750" },
  { on: day("2025-08-06"), name: "Independencia", norm: "DS 2750" },
  { on: day("2025-08-07"), name: "Bicentenario de Bolivia", norm: "decreto supremo de julio de 2025" },
  { on: day("2025-11-02"), name: "Todos los Difuntos", norm: "DS 2750" },
  { on: day("2025-11-03"), name: "Todos los Difuntos (traslado del domingo)", norm: "DS 2750" },
  { on: day("2025-12-25"), name: "Navidad", norm: "DS 2750" },
  { on: day("2026-01-01"), name: "Año Nuevo", norm: "DS 2750" },
  {
    on: day("2026-01-02"),
    name: "Feriado adicional de Año Nuevo",
    norm: "decreto supremo de diciembre de 2025",
  },
  { on: day("2026-01-23"), name: "Día del Estado Plurinacional", norm: "DS 5521" },
  { on: day("2026-02-16"), name: "Lunes de Carnaval", norm: "DS 2750" },
  { on: day("2026-02-17"), name: "Martes de Carnaval", norm: "DS 2750" },
  { on: day("2026-04-03"), name: "Viernes Santo", norm: "DS 2750" },
  { on: day("2026-05-01"), name: "Día del Trabajo", norm: "DS 2750" },
  { on: day("2026-06-04"), name: "Corpus Christi", norm: "DS 2750" },
  { on: day("2026-06-05"), name: "Feriado adicional de Corpus Christi", norm: "DS 5521" },
  { on: day("2026-06-21"), name: "Año Nuevo Andino", norm: "DS 2750" },
  { on: day("2026-06-22"), name: "Año Nuevo Andino (traslado del domingo)", norm: "DS 2750" },
  { on: day("2026-08-06"), name: "Independencia", norm: "DS 2750" },
  { on: day("2026-08-07"), name: "Feriado adicional de la Independencia", norm: "DS 5521" },
  { on: day("2026-11-02"), name: "Todos los Difuntos", norm: "DS 2750" },
  { on: day("2026-12-25"), name: "Navidad", norm: "DS 2750" },
  { on: day("2027-01-01"), name: "Año Nuevo", norm: "DS 2750", certainty: "provisional" },
  { on: day("2027-01-22"), name: "Día del Estado Plurinacional", norm: "DS 2750", certainty: "provisional" },
  { on: day("2027-02-08"), name: "Lunes de Carnaval", norm: "DS 2750", certainty: "provisional" },
  { on: day("2027-02-09"), name: "Martes de Carnaval", norm: "DS 2750", certainty: "provisional" },
  { on: day("2027-03-26"), name: "Viernes Santo", norm: "DS 2750", certainty: "provisional" },
  { on: day("2027-05-01"), name: "Día del Trabajo", norm: "DS 2750", certainty: "provisional" },
  { on: day("2027-05-27"), name: "Corpus Christi", norm: "DS 2750", certainty: "provisional" },
  { on: day("2027-06-21"), name: "Año Nuevo Andino", norm: "DS 2750", certainty: "provisional" },
  { on: day("2027-08-06"), name: "Independencia", norm: "DS 2750", certainty: "provisional" },
  { on: day("2027-11-02"), name: "Todos los Difuntos", norm: "DS 2750", certainty: "provisional" },
  { on: day("2027-12-25"), name: "Navidad", norm: "DS 2750", certainty: "provisional" },
];

/** Days that only the department of Potosí keeps. */
const POTOSI: Holiday[] = [
  { on: day("2025-04-01"), name: "Batalla de Tumusla", norm: "DS 5328 (sólo 2025)" },
  { on: day("2025-11-10"), name: "Aniversario de Potosí", norm: "feriado departamental de Potosí" },
  { on: day("2026-11-10"), name: "Aniversario de Potosí", norm: "feriado departamental de Potosí" },
  {
    on: day("2027-11-10"),
    name: "Aniversario de Potosí",
    norm: "feriado departamental de Potosí",
    certainty: "provisional",
  },
];

const YEARS = { years: [2025, 2026, 2027], provisionalYears: [2027] };

/**
 * Holidays of Bolivia: DS 2750 and the decrees that changed it. Those of 2027 are not decreed yet.
 *
 * @law bo/ds-2750 § feriados (the country's holidays; one on a Sunday moves to Monday)
 * @law bo/ds-5328 § feriados (a day that Potosí kept in 2025 only)
 * @law bo/ds-5521 § feriados (22 January 2026 moved to the 23rd; 5 June and 7 August 2026 too)
 */
export const bolivianHolidays: readonly CalendarData[] = [
  { id: "BO", version: "BO 1 (2026)", ...YEARS, days: COUNTRY },
  { id: "BO-P", version: "BO-P 1 (2026)", ...YEARS, days: [...COUNTRY, ...POTOSI] },
];
