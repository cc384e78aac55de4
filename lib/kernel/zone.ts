import { Temporal } from "temporal-polyfill";
import { civilDateOf, type CivilDate } from "./civil-date.ts";

/** A place's clock. Instants are whole seconds since 1970; civil dates are the place's own. */
export interface Zone {
  /** IANA name: "America/Santiago". */
  name: string;
  dateAt(second: number): CivilDate;
  /** The instant at which the clock first shows that second of the day; null when it leaps over it. */
  atClock(date: CivilDate, secondOfDay: number): number | null;
  /** The last 23:59:59 of the day: the second one when the hour comes twice. */
  endOf(date: CivilDate): number;
  /** "2026-04-04T23:59:59-04:00", with the offset in force at that instant. */
  written(second: number): string;
}

interface Span {
  from: number;
  offset: number;
}

/** Clock changes are looked up for these years only; no calendar of holidays reaches beyond them. */
const FIRST = "2015-01-01T00:00";
const LAST_YEAR = 2045;
const A_DAY = 86_400;

/** Places by their IANA name as it is spelt; an offset like "+05:00" is no place. */
const NAMES = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

/** The offsets of the zone, oldest first */
function spansOf(name: string): Span[] {
  const first = Temporal.PlainDateTime.from(FIRST).toZonedDateTime(name);
  const spans = [{ from: -Infinity, offset: first.offsetNanoseconds / 1e9 }];
  let next = first.getTimeZoneTransition("next");
  while (next && next.year <= LAST_YEAR) {
    spans.push({ from: next.epochMilliseconds / 1000, offset: next.offsetNanoseconds / 1e9 });
    next = next.getTimeZoneTransition("next");
  }
  return spans;
}

const KEPT_DAYS = 20_000;
const writtenDays = new Map<number, CivilDate>();

/** The date of a day's number since 1970; writing one costs more than the rest of an evaluation. */
function dateOfDay(number: number): CivilDate {
  const kept = writtenDays.get(number);
  if (kept) return kept;
  const date = civilDateOf(new Date(number * A_DAY * 1000));
  if (writtenDays.size < KEPT_DAYS) writtenDays.set(number, date);
  return date;
}

const TWO = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));
const two = (value: number) => TWO[Math.floor(value)] ?? "";

function zoneOf(name: string, spans: readonly Span[]): Zone {
  const offsetAt = (second: number) => {
    let at = spans.length - 1;
    while ((spans[at]?.from ?? -Infinity) > second) at -= 1;
    return spans[at]?.offset ?? 0;
  };
  const dateAt = (second: number) => dateOfDay(Math.floor((second + offsetAt(second)) / A_DAY));
  /** The instants at which the clock shows that second of that day, in order: one, two, or none. */
  const readings = (date: CivilDate, secondOfDay: number) => {
    const asIfUtc = Date.parse(date) / 1000 + secondOfDay;
    const [one, other] = [asIfUtc - offsetAt(asIfUtc - A_DAY), asIfUtc - offsetAt(asIfUtc + A_DAY)];
    const guesses = one === other ? [one] : [Math.min(one, other), Math.max(one, other)];
    return guesses.filter((second) => second + offsetAt(second) === asIfUtc);
  };
  return {
    name,
    dateAt,
    atClock: (date, secondOfDay) => readings(date, secondOfDay)[0] ?? null,
    endOf(date) {
      const end = readings(date, A_DAY - 1).at(-1);
      if (end !== undefined) return end;
      // A clock that leaps over 23:59:59: the day ends where the next one begins.
      const later = spans.find(({ from }) => from > -Infinity && dateAt(from) > date);
      return (later?.from ?? Date.parse(date) / 1000 + A_DAY) - 1;
    },
    written(second) {
      const offset = offsetAt(second);
      const minutes = Math.abs(offset) / 60;
      const time = (((second + offset) % A_DAY) + A_DAY) % A_DAY;
      const clock = `${two(time / 3600)}:${two((time / 60) % 60)}:${two(time % 60)}`;
      return `${dateAt(second)}T${clock}${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
    },
  };
}

const known = new Map<string, Zone>();

/** The clock of an IANA zone, or null when there is no such zone. */
export function zoneNamed(name: string): Zone | null {
  const kept = known.get(name);
  if (kept) return kept;
  if (!NAMES.has(name)) return null;
  const zone = zoneOf(name, spansOf(name));
  known.set(name, zone);
  return zone;
}
