import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarFile, type CalendarEntry } from "@/lib/pqr/calendar-file.ts";

const ENTRY: CalendarEntry = {
  uid: "0123456789abcdef@portal.example",
  stamp: new Date("2026-11-26T08:00:00.123Z"),
  when: "2026-09-23",
  summary: "Vence: una reposición; con coma, y barra \\",
  description: "Primera línea.\nSegunda.",
  url: "https://portal.example/plazos?pais=CL&plazo=cl.reposicion_sec",
};

/** The content lines of a file by RFC 5545, 3.1: ended by CRLF, folded at 75 octets. */
function unfolded(file: string): string[] {
  expect(file.endsWith("\r\n")).toBe(true);
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return file.replaceAll("\r\n ", "").trimEnd().split("\r\n");
}
const valueOf = (lines: readonly string[], name: string) =>
  lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));
const unescaped = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_all, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));

test("a day is an entry of the whole day, its end the day after", () => {
  const lines = unfolded(calendarFile({ ...ENTRY, when: "2026-12-31" }));
  expect(valueOf(lines, "DTSTART;VALUE=DATE")).toEqual(["20261231"]);
  expect(valueOf(lines, "DTEND;VALUE=DATE")).toEqual(["20270101"]);
});

test("an instant is written in UTC and has no end: one that is not later than the start is forbidden", () => {
  const lines = unfolded(calendarFile({ ...ENTRY, when: "2026-04-01T18:30:00-05:00" }));
  expect(valueOf(lines, "DTSTART")).toEqual(["20260401T233000Z"]);
  expect(lines.some((line) => line.startsWith("DTEND"))).toBe(false);
});

test("everything that the standard demands is there once, in calendar, event and alarm", () => {
  const lines = unfolded(calendarFile(ENTRY));
  expect(lines.filter((line) => /^(BEGIN|END):/.test(line))).toEqual([
    ...["BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VALARM"],
    ...["END:VALARM", "END:VEVENT", "END:VCALENDAR"],
  ]);
  for (const name of ["VERSION", "PRODID", "UID", "DTSTAMP", "SUMMARY", "URL", "ACTION", "TRIGGER"])
    expect(valueOf(lines, name), name).toHaveLength(1);
  expect(valueOf(lines, "VERSION")).toEqual(["2.0"]);
  expect(valueOf(lines, "DTSTAMP")).toEqual(["20261126T080000Z"]);
  // A method would make it an invitation, which needs an organizer.
  expect(valueOf(lines, "METHOD")).toEqual([]);
});

test("whatever the texts have in them comes back, folded between characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const clean = text.replaceAll("\r", "");
      const lines = unfolded(calendarFile({ ...ENTRY, summary: clean }));
      expect(unescaped(valueOf(lines, "SUMMARY")[0] ?? "")).toBe(clean);
    }),
    { numRuns: 200 },
  );
});
