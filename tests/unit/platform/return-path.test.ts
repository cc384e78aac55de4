import { expect, test } from "vitest";
import { pathWithin } from "../../../lib/platform/return-path.ts";

test.each(["/mi-cuenta", "/mi-cuenta/suministros/11261/consumos?orden=neto&dir=asc"])(
  "%s is ours",
  (path) => {
    expect(pathWithin(path)).toBe(path);
  },
);

test.each([
  "",
  "mi-cuenta",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "https://evil.example/",
  "/..//evil.example",
  "javascript:alert(1)",
  "/a\\b",
])("%j leads nowhere", (path) => {
  expect(pathWithin(path)).toBeNull();
});
