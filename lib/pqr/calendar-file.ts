/** An entry for people's own calendars: a day, or an instant. */
export interface CalendarEntry {
  /** Always the same for the same question, so that taking it again replaces the former. */
  uid: string;
  /** When it was made. */
  stamp: Date;
  /** "2026-09-23", or an instant with its offset. */
  when: string;
  summary: string;
  description: string;
  url: string;
}

const BYTES_A_LINE = 73;
const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");
const compact = (day: string) => day.replaceAll("-", "");

/** A line of at most 75 octets, the rest folded below it. Source: RFC 5545, 3.1. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    if (Buffer.byteLength(part + character) > BYTES_A_LINE) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part].join("\r\n ");
}

function times(when: string): string[] {
  // An instant has no end: DTEND would have to be later.
  if (when.includes("T")) return [`DTSTART:${utc(new Date(when))}`];
  const after = new Date(Date.parse(when) + 86_400_000).toISOString().slice(0, 10);
  return [`DTSTART;VALUE=DATE:${compact(when)}`, `DTEND;VALUE=DATE:${compact(after)}`];
}

/** The entry as an iCalendar file, with a reminder a day before. Source: RFC 5545. */
export function calendarFile({ uid, stamp, when, summary, description, url }: CalendarEntry): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Empalme//Plazos//ES",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${utc(stamp)}`,
    ...times(when),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(summary)}`,
    "TRIGGER:-P1D",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
