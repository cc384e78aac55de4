import type { CalendarData } from "../../kernel/business-calendar.ts";
import { day } from "../../kernel/civil-date.ts";

/**
 * Holidays of Paraguay: law and the decrees that moved them. Those of 2027 are not decreed yet.
 *
 * @law py/ley-1723 § feriados (the country's holidays; decrees move some of them)
 * @law py/ley-7544 § feriados (20 June is a holiday, and decrees may add up to three days a year)
 */
export const paraguayanHolidays: CalendarData = {
  id: "PY",
  version: "PY 1 (2026)",
  years: [2025, 2026, 2027],
  provisionalYears: [2027],
  days: [
    { on: day("2025-01-01"), name: "Año Nuevo", norm: "Ley 1723/2001" },
    {
      on: day("2025-03-03"),
      name: "Día de los Héroes (traslado)",
      norm: "Ley 1723/2001, traslado (prensa; falta el decreto)",
      certainty: "probable",
    },
    { on: day("2025-04-17"), name: "Jueves Santo", norm: "Ley 1723/2001" },
    { on: day("2025-04-18"), name: "Viernes Santo", norm: "Ley 1723/2001" },
    { on: day("2025-05-01"), name: "Día del Trabajo", norm: "Ley 1723/2001" },
    { on: day("2025-05-14"), name: "Independencia", norm: "Ley 1723/2001" },
    { on: day("2025-05-15"), name: "Independencia", norm: "Ley 1723/2001" },
    { on: day("2025-06-16"), name: "Paz del Chaco (traslado)", norm: "Ley 1723/2001, traslado por decreto" },
    { on: day("2025-08-15"), name: "Fundación de Asunción", norm: "Ley 1723/2001" },
    {
      on: day("2025-09-05"),
      name: "Clasificación al Mundial",
      norm: "Ley 7544/2025 art. 4, decreto del 4 de septiembre de 2025",
      certainty: "probable",
    },
    { on: day("2025-09-29"), name: "Victoria de Boquerón", norm: "Ley 1723/2001" },
    { on: day("2025-12-08"), name: "Virgen de Caacupé", norm: "Ley 1723/2001" },
    { on: day("2025-12-25"), name: "Navidad", norm: "Ley 1723/2001" },
    { on: day("2026-01-01"), name: "Año Nuevo", norm: "Ley 1723/2001" },
    {
      on: day("2026-03-02"),
      name: "Día de los Héroes (traslado)",
      norm: "Ley 7544/2025, traslado (prensa, ABC 16-2-2026)",
    },
    { on: day("2026-04-02"), name: "Jueves Santo", norm: "Ley 1723/2001" },
    { on: day("2026-04-03"), name: "Viernes Santo", norm: "Ley 1723/2001" },
    { on: day("2026-05-01"), name: "Día del Trabajo", norm: "Ley 1723/2001" },
    { on: day("2026-05-14"), name: "Independencia", norm: "Ley 1723/2001" },
    { on: day("2026-05-15"), name: "Independencia", norm: "Ley 1723/2001" },
    { on: day("2026-06-12"), name: "Paz del Chaco", norm: "Ley 1723/2001", certainty: "probable" },
    {
      on: day("2026-06-22"),
      name: "Jura de la Constitución (traslado)",
      norm: "Ley 7544/2025, Decreto 6215/2026",
    },
    {
      on: day("2026-06-30"),
      name: "Victoria ante Alemania",
      norm: "Ley 7544/2025, decreto de junio de 2026",
    },
    { on: day("2026-08-15"), name: "Fundación de Asunción", norm: "Ley 1723/2001" },
    { on: day("2026-09-29"), name: "Victoria de Boquerón", norm: "Ley 1723/2001", certainty: "probable" },
    { on: day("2026-12-08"), name: "Virgen de Caacupé", norm: "Ley 1723/2001" },
    { on: day("2026-12-25"), name: "Navidad", norm: "Ley 1723/2001" },
    { on: day("2027-01-01"), name: "Año Nuevo", norm: "Ley 1723/2001", certainty: "provisional" },
    { on: day("2027-03-01"), name: "Día de los Héroes", norm: "Ley 1723/2001", certainty: "provisional" },
    { on: day("2027-03-25"), name: "Jueves Santo", norm: "Ley 1723/2001", certainty: "provisional" },
    { on: day("2027-03-26"), name: "Viernes Santo", norm: "Ley 1723/2001", certainty: "provisional" },
    { on: day("2027-05-01"), name: "Día del Trabajo", norm: "Ley 1723/2001", certainty: "provisional" },
    { on: day("2027-05-14"), name: "Independencia", norm: "Ley 1723/2001", certainty: "provisional" },
    { on: day("2027-05-15"), name: "Independencia", norm: "Ley 1723/2001", certainty: "provisional" },
    { on: day("2027-06-12"), name: "Paz del Chaco", norm: "Ley 1723/2001", certainty: "provisional" },
    {
      on: day("2027-06-20"),
      name: "Jura de la Constitución",
      norm: "Ley 7544/2025",
      certainty: "provisional",
    },
    { on: day("2027-08-15"), name: "Fundación de Asunción", norm: "Ley 1723/2001", certainty: "provisional" },
    { on: day("2027-09-29"), name: "Victoria de Boquerón", norm: "Ley 1723/2001", certainty: "provisional" },
    { on: day("2027-12-08"), name: "Virgen de Caacupé", norm: "Ley 1723/2001", certainty: "provisional" },
    { on: day("2027-12-25"), name: "Navidad", norm: "Ley 1723/2001", certainty: "provisional" },
  ],
};
