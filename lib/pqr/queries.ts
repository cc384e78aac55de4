import type { CalendarData } from "../kernel/business-calendar.ts";
import type { Context } from "../kernel/context.ts";
import { FIRST_CALENDARS } from "../jurisdiction/rule-sets.ts";
import type { Law } from "./case-reader.ts";
import { calendarInForce, type KeptDay } from "./kept-calendar.ts";
import { lawWith } from "./law.ts";

/** What a process has read: versions never change, so that only their numbers are asked for each time. */
interface Known {
  calendars: Map<string, CalendarData>;
  law: { versions: string; law: Law; readAt: number } | null;
}
const known = new WeakMap<Context["db"], Known>();

interface Version {
  calendar: string;
  number: number;
  loadId: string | null;
}

/** The load is part of it: a database that was restored may give the same number to other days. */
const nameOf = ({ calendar, number, loadId }: Version) => `${calendar} ${number} ${loadId ?? ""}`;

/**
 * The rules and the calendars in force: those that were loaded last, and where none was, those that came along. What was
 * read less than `reuseMs` ago serves again: a page may lag a moment behind a load, a program is not to.
 */
export async function lawInForce({ db }: Pick<Context, "db">, reuseMs = 0): Promise<Law> {
  const read = known.get(db) ?? { calendars: new Map<string, CalendarData>(), law: null };
  known.set(db, read);
  if (read.law && performance.now() - read.law.readAt < reuseMs) return read.law.law;
  const readAt = performance.now();
  // Asked over and over: plain SQL, which the query builder need not make first.
  const versions = await db.$queryRaw<Version[]>`
    SELECT DISTINCT ON (calendar) calendar, number, load_id AS "loadId" FROM calendar_version
    ORDER BY calendar, number DESC`;
  const key = versions.map(nameOf).toSorted().join();
  if (read.law?.versions === key) {
    read.law.readAt = readAt;
    return read.law.law;
  }
  const calendars = await Promise.all(versions.map((version) => keptCalendar(db, read.calendars, version)));
  const law = lawWith(calendars);
  read.law = { versions: key, law, readAt };
  return law;
}

async function keptCalendar(
  db: Context["db"],
  calendars: Known["calendars"],
  version: Version,
): Promise<CalendarData> {
  const { calendar, number } = version;
  const name = nameOf(version);
  const before = calendars.get(name);
  if (before) return before;
  const { days } = await db.calendarVersion.findUniqueOrThrow({
    where: { calendar_number: { calendar, number } },
    select: { days: true },
  });
  const first = FIRST_CALENDARS.find(({ id }) => id === calendar);
  const data = calendarInForce({ calendar, number, days: days as unknown as KeptDay[] }, first);
  calendars.set(name, data);
  return data;
}
