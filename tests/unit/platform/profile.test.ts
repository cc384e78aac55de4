import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseProfile } from "../../../lib/platform/profile.ts";

const page = readFileSync(join(import.meta.dirname, "../../../docs/operador/instalacion.md"), "utf8");

test("the profile that the manual prints is one", () => {
  const [, printed = ""] = /### El perfil de la empresa\n+```json\n([\s\S]*?)```/.exec(page) ?? [];
  expect(parseProfile(printed)).toMatchObject({
    country: "cl",
    payment: { places: [expect.any(String), expect.any(String)] },
  });
});

test.each([
  ["nothing", "{}", /payment/],
  [
    "an address that is not safe",
    '{ "payment": { "url": "javascript:alert(1)", "places": ["Oficina"] } }',
    /payment\.url/,
  ],
  ["something unknown", '{ "telefono": "1" }', /"telefono"/],
])("%s is no profile, and the message names what is wrong", (_what, json, named) => {
  expect(() => parseProfile(json)).toThrow(named);
});
