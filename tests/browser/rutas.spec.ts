import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "@playwright/test";
import { ask, headerOf, type Answer, type Viewer } from "./raw-request.ts";
import { ownPaths, ROUTES, type Row } from "./route-table.ts";

const ADDRESSED =
  /(^|\/)(page\.tsx|route\.tsx?|(icon|apple-icon|opengraph-image|sitemap|robots|manifest)\.\w+)$/;

test("cada página y cada ruta está en la tabla, y la tabla no nombra otras", () => {
  const files = readdirSync(join(import.meta.dirname, "../../app"), { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => ADDRESSED.test(path));
  expect(files.toSorted()).toEqual(Object.keys(ROUTES).toSorted());
});

/** What an answer is, in the words of the table. */
function got(answer: Answer, path: string) {
  if (answer.status !== 307) return answer.status;
  const location = headerOf(answer, "location");
  return location === `/ingresar?volver=${encodeURIComponent(path)}` ? "ingresar" : location;
}

const viewers = Object.keys(ROUTES["(public)/page.tsx"]?.row ?? {}) as (keyof Row)[];

for (const [file, { path, row }] of Object.entries(ROUTES))
  test(`${path} da a cada cual lo suyo (${file})`, async () => {
    const answers = viewers.map(async (as) => [as, got(await ask(path, { as }), path)] as const);
    expect(Object.fromEntries(await Promise.all(answers))).toEqual(row);
  });

/** Without what is new in every answer, and without the number that was asked for. */
function comparable({ status, headers, body }: Answer, number: string) {
  const valueOf = (name: string) => headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
  const nonce = /'nonce-([^']+)'/.exec(valueOf("content-security-policy"))?.[1] ?? "no nonce";
  const requestId = valueOf("x-request-id") || "no request id";
  const same = (text: string) =>
    text
      .replaceAll(nonce, "NONCE")
      .replaceAll(requestId, "REQUEST")
      // React's key of the head that Next makes for each answer.
      .replaceAll(/"[\w-]{21}[vm]"/g, '"HEAD"')
      .replaceAll(number, "NUMBER");
  return {
    status,
    headers: headers.filter(([name]) => name.toLowerCase() !== "date").map((pair) => pair.map(same)),
    body: same(body.toString("latin1")),
  };
}

/** What stands around the first byte in which two bodies differ; null when there is none. */
function firstDifference(one: string, other: string) {
  if (one === other) return null;
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return [one, other].map((body) => body.slice(Math.max(0, at - 60), at + 60));
}

const WAYS: Record<string, { query?: string; method?: string; headers?: Record<string, string> }> = {
  "la página": {},
  "lo que pide Next": { headers: { rsc: "1" }, query: "?_rsc" },
  "lo que pide Next de antemano": { headers: { rsc: "1", "next-router-prefetch": "1" }, query: "?_rsc=1" },
  "solo la cabecera": { method: "HEAD" },
  "un programa": { headers: { accept: "*/*" } },
};
const STRANGERS: Viewer[] = ["newcomer", "desk", "nobody"];
const OWN = "11261";
const NOBODYS = "99999";

test.describe("un suministro ajeno es, byte por byte, como uno que no existe", () => {
  for (const path of ownPaths)
    test(path, async () => {
      for (const as of STRANGERS)
        for (const [way, { query = "", ...asking }] of Object.entries(WAYS)) {
          const own = comparable(await ask(path + query, { as, ...asking }), OWN);
          const nobodys = comparable(
            await ask(path.replace(OWN, NOBODYS) + query, { as, ...asking }),
            NOBODYS,
          );
          const what = `${way}, ${as}`;
          expect(own.status, what).toBeLessThan(500);
          expect([own.status, own.headers], what).toEqual([nobodys.status, nobodys.headers]);
          expect(firstDifference(own.body, nobodys.body), what).toBeNull();
        }
    });

  test("y la comparación distingue: su titular recibe otra cosa", async () => {
    for (const path of ownPaths) {
      const own = await ask(path, { as: "customer" });
      const nobodys = await ask(path.replace(OWN, NOBODYS), { as: "customer" });
      expect(own.status).toBe(200);
      expect(nobodys.status).toBe(404);
    }
  });
});

const readable = (answer: Answer) =>
  answer.body.toString().replaceAll(/<(script|style)[^]*?<\/\1>|<[^>]*>/g, " ");

test.describe("direcciones que no son de nada", () => {
  const supply = "/mi-cuenta/suministros";
  for (const path of [
    `${supply}/11261/consumos/2020-13`,
    `${supply}/11261/consumos/2020-1`,
    `${supply}/11261/consumos/2020-09`,
    `${supply}/11261/consumos/2020-09/pdf`,
    `${supply}/11261/consumos/2020-01%00/csv`,
    `${supply}/11261/CONSUMOS`,
    `${supply}/11261%00`,
    `${supply}/%00/pdf`,
    `${supply}/11261%20`,
    `${supply}/%E0%A4%A`,
    `${supply}/%F0%9F%92%A1`,
    `${supply}/..%2f..%2fmesa`,
    `${supply}/..%5c..%5cmesa`,
    `${supply}/%252e%252e%252fmesa`,
    `${supply}/11261/consumos/..%2f..%2f..%2f..%2fpackage.json/pdf`,
    `${supply}/'%20OR%20'1'='1`,
    `${supply}/${"1".repeat(2000)}`,
    "/.env",
    "/..%2f.env",
    "/_next/../package.json",
    "/no-hay-tal-pagina",
  ])
    test(path.slice(0, 80), async () => {
      const answer = await ask(path, { as: "customer" });
      expect(answer.status).toBe(404);
      expect(readable(answer)).toContain("No encontramos esta página");
    });
});

const inAllForms = (path: string, forms: string[]) => ["", ...forms].map((form) => path + form);
const HISTORY = inAllForms("/mi-cuenta/suministros/11261/consumos", ["/csv", "/pdf"]);
const READINGS = inAllForms("/mi-cuenta/suministros/11261/medidor", ["/csv", "/pdf"]);
const CHARGES = inAllForms("/conoce-tu-boleta", ["/csv"]);

test("lo que no tiene sentido en una lista se pasa por alto", async () => {
  test.setTimeout(120_000);
  for (const query of [
    "pagina=-1&filas=1e9&orden=x&dir=arriba",
    "buscar=a&buscar=b&pagina=zz",
    "buscar=%E0%A4%A",
    "buscar=%00",
    "__proto__=1&constructor=2",
    `buscar=${"x".repeat(5000)}`,
  ])
    for (const path of [...HISTORY, ...READINGS, ...CHARGES]) {
      const answer = await ask(`${path}?${query}`, { as: "customer" });
      expect(answer.status, `${path} ${query.slice(0, 40)}`).toBe(200);
    }
});

test("otros métodos no fallan ni dejan la página en blanco", async () => {
  test.setTimeout(120_000);
  const asked = async (path: string, row: Row, method: string) => {
    const stranger = await ask(path, { as: "newcomer", method });
    const what = `${method} ${path}`;
    expect(stranger.status, what).toBeLessThan(500);
    expect(readable(stranger).trim(), what).not.toBe("");
    // 400: an address for programs alone, told nothing it can read.
    if (row.newcomer !== 200) expect([400, 404, 405, row.newcomer], what).toContain(got(stranger, path));
  };
  for (const { path, row } of Object.values(ROUTES).filter((route) => route.path !== "/salir"))
    await Promise.all(["POST", "PUT", "PATCH", "DELETE"].map((method) => asked(path, row, method)));
});
