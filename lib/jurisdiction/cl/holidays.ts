import type { CalendarData } from "../../kernel/business-calendar.ts";
import { day } from "../../kernel/civil-date.ts";

/**
 * Holidays of Chile, computed from the laws that make them; election days too. Easter Saturday counts as one.
 *
 * @law cl/ley-2977 § feriados (the holidays of the country, Easter Saturday among them)
 * @law cl/ley-19668 § feriados (San Pedro y San Pablo and Encuentro de Dos Mundos move to Monday)
 * @law cl/ley-20148 § feriados (16 July is a holiday)
 * @law cl/ley-20299 § feriados (31 October is a holiday; on some weekdays it moves)
 * @law cl/ley-20983 § feriados (a Friday 17 or Monday 20 of September is a holiday too)
 * @law cl/ley-21357 § feriados (the day of the June solstice is a holiday)
 * @law cl/ley-18700 § feriados (the day of a general election is a holiday)
 * @law cl/codigo-del-trabajo art. 35 (1 May is a holiday)
 */
export const chileanHolidays: CalendarData = {
  id: "CL",
  version: "CL 1 (2026)",
  years: [2025, 2026, 2027],
  provisionalYears: [],
  days: [
    { on: day("2025-01-01"), name: "Año Nuevo", norm: "Ley 2.977" },
    { on: day("2025-04-18"), name: "Viernes Santo", norm: "Ley 2.977" },
    { on: day("2025-04-19"), name: "Sábado Santo", norm: "Ley 2.977" },
    { on: day("2025-05-01"), name: "Día del Trabajo", norm: "Código del Trabajo art. 35" },
    { on: day("2025-05-21"), name: "Glorias Navales", norm: "Ley 2.977" },
    { on: day("2025-06-20"), name: "Día de los Pueblos Indígenas", norm: "Ley 21.357" },
    { on: day("2025-06-29"), name: "San Pedro y San Pablo", norm: "Ley 19.668" },
    { on: day("2025-07-16"), name: "Virgen del Carmen", norm: "Ley 20.148" },
    { on: day("2025-08-15"), name: "Asunción de la Virgen", norm: "Ley 2.977" },
    { on: day("2025-09-18"), name: "Independencia", norm: "Ley 2.977" },
    { on: day("2025-09-19"), name: "Glorias del Ejército", norm: "Ley 2.977" },
    { on: day("2025-10-12"), name: "Encuentro de Dos Mundos", norm: "Ley 19.668" },
    { on: day("2025-10-31"), name: "Iglesias Evangélicas", norm: "Ley 20.299" },
    { on: day("2025-11-01"), name: "Todos los Santos", norm: "Ley 2.977" },
    { on: day("2025-11-16"), name: "Elección presidencial", norm: "Ley 18.700" },
    { on: day("2025-12-08"), name: "Inmaculada Concepción", norm: "Ley 2.977" },
    { on: day("2025-12-14"), name: "Segunda vuelta presidencial", norm: "Ley 18.700" },
    { on: day("2025-12-25"), name: "Navidad", norm: "Ley 2.977" },
    { on: day("2026-01-01"), name: "Año Nuevo", norm: "Ley 2.977" },
    { on: day("2026-04-03"), name: "Viernes Santo", norm: "Ley 2.977" },
    { on: day("2026-04-04"), name: "Sábado Santo", norm: "Ley 2.977" },
    { on: day("2026-05-01"), name: "Día del Trabajo", norm: "Código del Trabajo art. 35" },
    { on: day("2026-05-21"), name: "Glorias Navales", norm: "Ley 2.977" },
    { on: day("2026-06-21"), name: "Día de los Pueblos Indígenas", norm: "Ley 21.357" },
    { on: day("2026-06-29"), name: "San Pedro y San Pablo", norm: "Ley 19.668" },
    { on: day("2026-07-16"), name: "Virgen del Carmen", norm: "Ley 20.148" },
    { on: day("2026-08-15"), name: "Asunción de la Virgen", norm: "Ley 2.977" },
    { on: day("2026-09-18"), name: "Independencia", norm: "Ley 2.977" },
    { on: day("2026-09-19"), name: "Glorias del Ejército", norm: "Ley 2.977" },
    { on: day("2026-10-12"), name: "Encuentro de Dos Mundos", norm: "Ley 19.668" },
    { on: day("2026-10-31"), name: "Iglesias Evangélicas", norm: "Ley 20.299" },
    { on: day("2026-11-01"), name: "Todos los Santos", norm: "Ley 2.977" },
    { on: day("2026-12-08"), name: "Inmaculada Concepción", norm: "Ley 2.977" },
    { on: day("2026-12-25"), name: "Navidad", norm: "Ley 2.977" },
    { on: day("2027-01-01"), name: "Año Nuevo", norm: "Ley 2.977" },
    { on: day("2027-03-26"), name: "Viernes Santo", norm: "Ley 2.977" },
    { on: day("2027-03-27"), name: "Sábado Santo", norm: "Ley 2.977" },
    { on: day("2027-05-01"), name: "Día del Trabajo", norm: "Código del Trabajo art. 35" },
    { on: day("2027-05-21"), name: "Glorias Navales", norm: "Ley 2.977" },
    { on: day("2027-06-21"), name: "Día de los Pueblos Indígenas", norm: "Ley 21.357" },
    { on: day("2027-06-28"), name: "San Pedro y San Pablo", norm: "Ley 19.668" },
    { on: day("2027-07-16"), name: "Virgen del Carmen", norm: "Ley 20.148" },
    { on: day("2027-08-15"), name: "Asunción de la Virgen", norm: "Ley 2.977" },
    { on: day("2027-09-17"), name: "Feriado adicional de Fiestas Patrias", norm: "Ley 20.983" },
    { on: day("2027-09-18"), name: "Independencia", norm: "Ley 2.977" },
    { on: day("2027-09-19"), name: "Glorias del Ejército", norm: "Ley 2.977" },
    { on: day("2027-10-11"), name: "Encuentro de Dos Mundos", norm: "Ley 19.668" },
    { on: day("2027-10-31"), name: "Iglesias Evangélicas", norm: "Ley 20.299" },
    { on: day("2027-11-01"), name: "Todos los Santos", norm: "Ley 2.977" },
    { on: day("2027-12-08"), name: "Inmaculada Concepción", norm: "Ley 2.977" },
    { on: day("2027-12-25"), name: "Navidad", norm: "Ley 2.977" },
  ],
};
