import type { CalendarDay } from "../kernel/business-calendar.ts";
import type { CivilDate } from "../kernel/civil-date.ts";
import { capitalised, formatDateWithWeekday, joined, WEEKDAYS } from "../kernel/format.ts";
import type { Case, Reckoning } from "./model.ts";

/** One day of a term: whether it counts, why, and by which norm. */
export interface ExplainedDay {
  date: CivilDate;
  counts: boolean;
  reason: string;
  norm: string;
}

/** How a date came about, day by day and in a sentence. */
export interface Explanation {
  days: ExplainedDay[];
  sentence: string;
}

type Told = Pick<Case, "calendar" | "rules">;

const SUNDAY = 0;
const SATURDAY = 6;

const onWeekend = ({ weekday }: CalendarDay) => weekday === SATURDAY || weekday === SUNDAY;

/** Sentences name the same days over and over; only days that a calendar covers come here. */
const namedDates = new Map<CivilDate, string>();
function named(date: CivilDate): string {
  const known = namedDates.get(date) ?? formatDateWithWeekday(date);
  namedDates.set(date, known);
  return known;
}

/** Why a day is no business day; kept with the day, which belongs to one calendar and so to one country. */
const standstills = new WeakMap<CalendarDay, ExplainedDay>();
function standstillOf(day: CalendarDay, { rules }: Told): ExplainedDay {
  const known = standstills.get(day);
  if (known) return known;
  const { date, holiday, weekday } = day;
  const weekend = onWeekend(day) ? (WEEKDAYS[weekday] ?? "") : "";
  const sure = holiday?.certainty && holiday.certainty !== "firm" ? " (por confirmar)" : "";
  const free = holiday
    ? `${weekend && `${weekend} y `}${rules.holidayWord}: ${holiday.name}${sure}`
    : weekend;
  const told = { date, counts: false, reason: free, norm: holiday?.norm ?? rules.weekendNorm };
  standstills.set(day, told);
  return told;
}

/** Why a day does not count, with its norm; null for a day that does. */
function standstill(day: CalendarDay, { suspensions, clause }: Reckoning, told: Told): ExplainedDay | null {
  if (!day.isBusinessDay) return standstillOf(day, told);
  const { date } = day;
  if (suspensions.length === 0) return null;
  const held = suspensions.find(({ from, to }) => from <= date && date <= to);
  return held ? { date, counts: false, reason: held.reason, norm: clause.norm } : null;
}

const UNTIL = "último día, hasta las 23:59:59";

const counted: string[] = [];
/** "día 7"; the same few hundred are said over and over. */
const dayNumber = (number: number) => (counted[number] ??= `día ${number}`);

function daysOf(reckoning: Reckoning, span: readonly CalendarDay[], told: Told): ExplainedDay[] {
  const { from, fromWords, until, length, clause } = reckoning;
  const { norm } = clause;
  const inHours = length.unit === "hours";
  const zero = inHours ? `${fromWords}: las horas corren desde ese momento` : `día 0: ${fromWords}`;
  const days: ExplainedDay[] = [{ date: from, counts: inHours, reason: zero, norm }];
  let number = 0;
  for (const day of span) {
    const { date } = day;
    if (date === from) continue;
    const last = date === until;
    const still = length.unit === "business-days" ? standstill(day, reckoning, told) : null;
    if (still) {
      days.push(last ? { ...still, reason: `${still.reason}; ${UNTIL}` } : still);
      continue;
    }
    number += 1;
    const reason = inHours ? "las horas corren, también en día inhábil" : dayNumber(number);
    days.push({ date, counts: true, reason: last && !inHours ? `${reason}: ${UNTIL}` : reason, norm });
  }
  return days;
}

/** "Jueves Santo" and "Viernes Santo" share their last word: "Jueves y Viernes Santo". */
function joinedNames(names: readonly string[]): string {
  const lastWords = names.map((name) => name.slice(name.lastIndexOf(" ") + 1));
  const [shared = ""] = lastWords;
  const alike =
    lastWords.every((word) => word === shared) && names.every((name) => name.split(" ").length === 2);
  if (names.length < 2 || !alike) return joined(names);
  return `${joined(names.map((name) => name.slice(0, -shared.length - 1)))} ${shared}`;
}

/** "jueves 2 y viernes 3 de abril": the month is said once for the days that share it. */
function namedDays(dates: readonly CivilDate[]): string {
  const words = dates.map((date) => named(date).split(" de "));
  return joined(
    words.map(([day = "", month = ""], at) => (words[at + 1]?.[1] === month ? day : `${day} de ${month}`)),
  );
}

type HolidayRun = [CalendarDay, ...CalendarDay[]];

/** Holidays from Monday to Friday after the span's first day, those that follow each other together. */
function holidayRuns(span: readonly CalendarDay[]): HolidayRun[] {
  const runs: HolidayRun[] = [];
  let run: HolidayRun | undefined;
  for (let at = 1; at < span.length; at++) {
    const day = span[at];
    if (!day?.holiday || onWeekend(day)) run = undefined;
    else if (run) run.push(day);
    else runs.push((run = [day]));
  }
  return runs;
}

/** Sentences about holidays, by the first of the run, which belongs to one calendar, and by how many there are. */
const holidaySentences = new WeakMap<CalendarDay, string[]>();

/** "Jueves 2 y viernes 3 de abril no cuentan: Jueves y Viernes Santo." */
function holidaySentence(run: HolidayRun): string {
  const known = holidaySentences.get(run[0]) ?? [];
  holidaySentences.set(run[0], known);
  const verb = run.length > 1 ? "no cuentan" : "no cuenta";
  return (known[run.length] ??=
    `${capitalised(namedDays(run.map(({ date }) => date)))} ${verb}: ${joinedNames(run.map(({ holiday }) => holiday?.name ?? ""))}.`);
}

const UNITS = {
  "business-days": ["día hábil", "días hábiles"],
  "calendar-days": ["día corrido", "días corridos"],
  months: ["mes", "meses"],
  hours: ["hora", "horas"],
} as const;

/** "15 días hábiles" */
export function lengthWords({ unit, count }: Reckoning["length"]): string {
  return `${count} ${UNITS[unit][count === 1 ? 0 : 1]}`;
}

function sentenceOf(reckoning: Reckoning, span: readonly CalendarDay[], told: Told): string {
  const { from, fromWords, until, length, clause } = reckoning;
  const start = `${lengthWords(length)} desde el ${named(from)} (${fromWords})`;
  if (length.unit === "hours")
    return `Son ${start}. Las horas corren sin parar, también de noche y en ${told.rules.holidayWord}. Norma: ${clause.norm}.`;
  const sentences = [
    `Son ${start}; ese día no se cuenta.`,
    `El último día es el ${named(until)}, hasta las 23:59:59.`,
  ];
  if (length.unit === "business-days") sentences.push(...standstillSentences(reckoning, span));
  if (length.unit === "calendar-days")
    sentences.push(`Se cuentan todos los días, también sábados, domingos y ${told.rules.holidayWord}s.`);
  if (length.unit === "months")
    sentences.push("Los meses van de fecha a fecha; si el último día es inhábil, pasa al hábil siguiente.");
  if (told.calendar.isProvisional(until))
    sentences.push(
      `El calendario de ${until.slice(0, 4)} es provisional: los feriados que falten por decretar lo cambiarían.`,
    );
  sentences.push(`Norma: ${clause.norm}.`);
  return sentences.join(" ");
}

function standstillSentences(
  { from, until, suspensions }: Reckoning,
  span: readonly CalendarDay[],
): string[] {
  const sentences = holidayRuns(span).map(holidaySentence);
  if (span.some((day, at) => at > 0 && onWeekend(day))) sentences.push("Sábados y domingos no cuentan.");
  for (const { from: first, to, reason } of suspensions)
    if (first <= until && to > from && first <= to)
      sentences.push(`${capitalised(reason)}: esos días tampoco cuentan.`);
  return sentences;
}

/** Why a date is that date: each day from the start to the end, and the sentence that sums them up. */
export function explanationOf(reckoning: Reckoning, told: Told): Explanation {
  const span = told.calendar.daysFrom(reckoning.from, reckoning.until);
  return { days: daysOf(reckoning, span, told), sentence: sentenceOf(reckoning, span, told) };
}
