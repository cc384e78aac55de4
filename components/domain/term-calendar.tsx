import { classNames } from "@/components/ui/class-names";
import { weekdayOf } from "@/lib/kernel/civil-date";
import { MONTHS, WEEKDAYS } from "@/lib/kernel/format";
import type { ExplainedDay } from "@/lib/pqr/explanation";
import { dayWords } from "./deadline-words";

/** Monday first, as calendars are printed here. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];
const column = (date: ExplainedDay["date"]) => (weekdayOf(date) + 6) % 7;

/** The days of a term as a calendar sheet; on a phone, one below the other. */
export function TermCalendar({ days }: { days: readonly ExplainedDay[] }) {
  const first = days[0];
  const before = first ? column(first.date) : 0;
  const after = (7 - ((before + days.length) % 7)) % 7;
  return (
    <>
      <ul className="term-week" aria-hidden="true">
        {WEEK.map((weekday) => (
          <li key={weekday}>{WEEKDAYS[weekday]}</li>
        ))}
      </ul>
      <ol className="term-calendar">
        {Array.from({ length: before }, (_, at) => (
          <li key={at} className="term-gap" aria-hidden="true" />
        ))}
        {days.map((day, at) => (
          <TermDay key={day.date} day={day} isLast={at === days.length - 1} />
        ))}
        {Array.from({ length: after }, (_, at) => (
          <li key={`after-${at}`} className="term-gap" aria-hidden="true" />
        ))}
      </ol>
    </>
  );
}

function TermDay({ day, isLast }: { day: ExplainedDay; isLast: boolean }) {
  const { counts, reason } = dayWords(day);
  const month = MONTHS[Number(day.date.slice(5, 7)) - 1] ?? "";
  const isStart = counts === "Día 0";
  return (
    <li className={classNames("term-day", !day.counts && !isStart && "term-still", isLast && "term-last")}>
      <span className="term-date">
        <span className="term-weekday">{(WEEKDAYS[weekdayOf(day.date)] ?? "").slice(0, 3)} </span>
        {Number(day.date.slice(8))}{" "}
        <span className="term-month">{month.slice(0, month === "septiembre" ? 4 : 3)}</span>
      </span>
      <span>
        <span className="term-counts">{counts}</span>
        {reason && <span className="term-reason">{reason}</span>}
      </span>
    </li>
  );
}
