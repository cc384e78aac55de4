import { classNames } from "@/components/ui/class-names";
import { weekdayOf } from "@/lib/kernel/civil-date";
import { MONTHS, WEEKDAYS } from "@/lib/kernel/format";
import type { ExplainedDay } from "@/lib/pqr/explanation";
import { dayWords } from "./deadline-words";

/** Where a sheet of weeks begins, Monday first as calendars are printed here. */
const COLUMNS = ["col-7", "col-1", "col-2", "col-3", "col-4", "col-5", "col-6"];

/** The days of a term as a calendar sheet; on a phone, one below the other. Few elements: there can be ninety days. */
export function TermCalendar({ days }: { days: readonly ExplainedDay[] }) {
  return (
    <ol className="term-calendar">{days.map((day, at) => termDay(day, at === 0, at === days.length - 1))}</ol>
  );
}

/** No component of its own: one a day is what the page would spend most on. */
function termDay(day: ExplainedDay, isFirst: boolean, isLast: boolean) {
  const { counts, reason: why } = dayWords(day);
  const weekday = weekdayOf(day.date);
  // A weekend says its reason in the same words.
  const isWeekend = !day.counts && why.toLowerCase() === WEEKDAYS[weekday];
  const reason = isWeekend ? "" : why;
  const month = MONTHS[Number(day.date.slice(5, 7)) - 1] ?? "";
  const date = `${(WEEKDAYS[weekday] ?? "").slice(0, 3)} ${Number(day.date.slice(8))} ${month.slice(0, month === "septiembre" ? 4 : 3)}`;
  const className = classNames(
    isFirst && `term-${COLUMNS[weekday] ?? ""}`,
    !day.counts && counts !== "Día 0" && "term-still",
    isLast && "term-last",
  );
  return (
    <li key={day.date} className={className || undefined}>
      {`${date} `}
      <b>{isWeekend ? `${counts}: ${why.toLowerCase()}` : counts}</b> {reason && <small>{reason}</small>}
    </li>
  );
}
