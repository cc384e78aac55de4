import { expect, test } from "vitest";

/** Where the server stands in July, in minutes west of Greenwich: the other files of this folder run in each. */
const WEST: Record<string, number> = {
  UTC: 0,
  "America/Bogota": 300,
  "America/Santiago": 240,
  "America/Asuncion": 180,
};

test("the process is in the zone that its project says", () => {
  const zone = process.env["TZ"] ?? "";
  expect(Object.keys(WEST)).toContain(zone);
  expect(new Date(2026, 6, 1).getTimezoneOffset()).toBe(WEST[zone]);
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
});
