import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { samplePackage, type SampleEdition } from "../../lib/demonstration/network/sample.ts";
import { loadFiles } from "../support/load-files.ts";
import { startPortal, type Portal } from "../support/portal.ts";

const run = promisify(execFile);

type Row = Record<string, string | number | null>;
interface Expected {
  counts: Record<string, number>;
  bbox: number[];
  vanos: {
    km_por_nivel: Record<string, number>;
    fases: Record<string, number>;
    tension_kv: Record<string, number>;
  };
  muestra_vanos: Row[];
  alimentadores: Row[];
  transformadores?: { kva_total: number; por_comuna: Record<string, number>; fases: Record<string, number> };
}

const EDITIONS: [SampleEdition, SampleEdition[]][] = [
  ["mux-2021", ["mux-2021"]],
  ["mux-2024", ["mux-2021", "mux-2024"]],
];

for (const [edition, loaded] of EDITIONS)
  test.describe(`la red real de ${edition}, sin mover, da lo que dice su clave`, () => {
    test.describe.configure({ mode: "serial" });
    let portal: Portal;
    const expected = JSON.parse(
      readFileSync(`tests/fixtures/network/${edition}.expected.json`, "utf8"),
    ) as Expected;
    test.beforeAll(async () => {
      test.setTimeout(180_000);
      portal = await startPortal({}, async (databaseUrl) => {
        for (const one of loaded) await loadFiles(databaseUrl, samplePackage(one, { isMoved: false }));
      });
    });
    test.afterAll(() => portal.stop());

    const ogr = async (...args: string[]) =>
      (await run("ogrinfo", ["-q", `OAPIF:${portal.url}/ogc`, ...args], { maxBuffer: 2 ** 28 })).stdout;
    const select = async (sql: string) => {
      const lines = (await ogr("-dialect", "SQLITE", "-sql", sql)).split("\n");
      return lines.flatMap((line) => /^ {2}(.+?) \(\w+(?:\(\w+\))?\) = (.*)$/.exec(line)?.slice(1) ?? []);
    };

    test("por GDAL: cuenta y rectángulo de cada capa", async () => {
      test.setTimeout(60_000);
      const said = (await run("ogrinfo", ["-so", "-al", `OAPIF:${portal.url}/ogc`])).stdout;
      for (const [layer, count] of Object.entries(expected.counts))
        expect(said).toMatch(new RegExp(`Layer name: ${layer}\\n[^]*?Feature Count: ${count}\\n`));
      const [west, south, east, north] = expected.bbox.map((degrees) => degrees.toFixed(6));
      expect(said).toContain(`Extent: (${west}, ${south}) - (${east}, ${north})`);
    });

    test("por GDAL: sumas de los vanos, y filas de muestra", async () => {
      test.setTimeout(120_000);
      for (const [level, km] of Object.entries(expected.vanos.km_por_nivel)) {
        const [, sum] = await select(
          `SELECT round(sum(extension_m) / 1000, 3) AS km FROM vanos WHERE nivel = '${level}'`,
        );
        expect(Number(sum)).toBe(km);
      }
      const phases = await select("SELECT fases || '=' || count(*) AS f FROM vanos GROUP BY fases");
      const found = phases.filter((_, at) => at % 2 === 1).map((pair) => pair.split("="));
      expect(Object.fromEntries(found.map(([name, count]) => [name, Number(count)]))).toEqual(
        expected.vanos.fases,
      );
      for (const row of [...expected.muestra_vanos, ...expected.alimentadores]) {
        const layer = "nodo_origen" in row ? "vanos" : "alimentadores";
        const said = await ogr(layer, "-where", `id = '${String(row["id"])}'`, "-geom=NO");
        for (const [name, value] of Object.entries(row)) {
          const shown = new RegExp(`^ {2}${name} \\(\\w+\\) = (.*)$`, "m").exec(said)?.[1];
          if (typeof value === "number") expect(Number(shown), name).toBe(value);
          else expect(shown, name).toBe(value === null ? "(null)" : value);
        }
      }
    });

    test("en el CSV: las mismas filas y los mismos valores", async ({ request }) => {
      for (const [layer, count] of Object.entries(expected.counts)) {
        const text = await (await request.get(`${portal.url}/red/${layer}/csv?formato=plano`)).text();
        expect(text.trimEnd().split("\r\n").length - 1, layer).toBe(count);
      }
      const spans = await (await request.get(`${portal.url}/red/vanos/csv?formato=plano`)).text();
      for (const row of expected.muestra_vanos) {
        const line = spans.split("\r\n").find((one) => one.startsWith(`${String(row["id"])},`));
        for (const value of Object.values(row)) expect(line).toContain(value === null ? ",," : String(value));
      }
    });

    test("en las páginas: cuántos hay, y las filas de muestra", async ({ request }) => {
      const number = new Intl.NumberFormat("es-CL", { useGrouping: "always", maximumFractionDigits: 6 });
      for (const [layer, count] of Object.entries(expected.counts)) {
        const html = await (await request.get(`${portal.url}/red/${layer}`)).text();
        expect(html).toContain(`de ${count}`);
      }
      const downloads = await (await request.get(`${portal.url}/red/descargas`)).text();
      expect(downloads).toContain(number.format(expected.counts["vanos"] ?? 0));
      for (const row of [...expected.muestra_vanos, ...expected.alimentadores]) {
        const layer = "nodo_origen" in row ? "vanos" : "alimentadores";
        const html = await (await request.get(`${portal.url}/red/${layer}/${String(row["id"])}`)).text();
        for (const [name, value] of Object.entries(row)) {
          if (value === null || name === "subestacion_id" || name === "alimentador_id") continue;
          expect(html, `${String(row["id"])} ${name}`).toContain(
            typeof value === "number" ? number.format(value) : String(value),
          );
        }
      }
    });
  });
