import { expect, test } from "vitest";

test("the rules are tested in the time zone that the project names", () => {
  const zone = process.env["TZ"];
  expect(["UTC", "America/Santiago"]).toContain(zone);
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(zone === "UTC" ? 0 : 180);
});
