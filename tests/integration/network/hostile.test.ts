import { expect, test } from "vitest";
import type { EditionAccount } from "../../../lib/network/edition.ts";
import { freshDatabase } from "../../support/database.ts";
import { isPlainSpanish, within } from "../../support/hostile.ts";
import { hostileNetwork, ROGUE_COLUMNS, ROGUES } from "../../support/hostile-network.ts";
import { layerOf } from "../../support/geojson.ts";
import { loadNetwork } from "../../support/network.ts";

const { pool, url } = await freshDatabase();

const count = async (table: string) =>
  Number((await pool.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);

const MIB = 1024 ** 2;
const collection = (...features: string[]) =>
  `{"type":"FeatureCollection","features":[${features.join(",")}]}`;
const pole = (geometry: string, properties = '{"id":"1"}') =>
  `{"type":"Feature","properties":${properties},"geometry":${geometry}}`;
const point = (lon: string) => pole(`{"type":"Point","coordinates":[${lon},0]}`);
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
const vertices = (many: number) => Array<string>(many).fill("[0,0]").join(",");

/** What each brings, the largest bound first in mind: none may cost much more than what it takes to refuse it. */
test.each<[string, () => string, RegExp]>([
  ["lists within lists, without end", () => collection(pole(nested(5_000_000))), /más de 24 niveles/],
  ["lists that never close", () => '{"features":[' + "[".repeat(5_000_000), /más de 24 niveles/],
  ["as deep before its features", () => `{"crs":${nested(100_000)},"features":[]}`, /más de 24 niveles/],
  [
    "four million vertices where a point stands",
    () => collection(pole(`{"type":"Point","coordinates":[${vertices(4_000_000)}]}`)),
    /un elemento pasa de 8 MiB/,
  ],
  [
    "a million vertices, within what a feature may have",
    () => collection(pole(`{"type":"LineString","coordinates":[${vertices(1_000_000)}]}`)),
    /la geometría no es un Point/,
  ],
  [
    "properties of ten million bytes",
    () => collection(pole("null", `{"id":"1","tipo":"${"x".repeat(10 * MIB)}"}`)),
    /un elemento pasa de 8 MiB/,
  ],
  [
    "a name of fifty million bytes before its features",
    () => `{"name":"${"x".repeat(50 * MIB)}"}`,
    /falta «features»/,
  ],
  [
    "a text that never ends",
    () => `{"features":[{"id":"${"x".repeat(20 * MIB)}`,
    /un elemento pasa de 8 MiB/,
  ],
  ["a number beyond all numbers", () => collection(point("1e999")), /no son longitud y latitud/],
  ["a number of a million digits", () => collection(point("9".repeat(MIB))), /no son longitud y latitud/],
  ["no number", () => collection(point("NaN")), /no es JSON válido/],
  [
    "an identifier that is a list of lists",
    () => collection(pole("null", `{"id":${nested(15)}}`)),
    /identificador/,
  ],
  [
    "the same identifier fifty thousand times",
    () => collection(...Array<string>(50_000).fill(pole("null"))),
    /el identificador está en 50\.?000 filas/,
  ],
  [
    "fifty thousand poles without one",
    () => collection(...Array<string>(50_000).fill(pole("null", "{}"))),
    /falta id/,
  ],
  ["bytes that are no text", () => collection(pole("null", '{"id":"\u0000"}')), /no es JSON válido/],
])("%s is refused, with its reason, small and soon", async (_, content, refusal) => {
  const file = content();
  const before = await count("network_edition");
  const report = await within(() => loadNetwork(url, { "postes.geojson": file }), { seconds: 10 });
  expect(report).toMatchObject({ status: "refused", counts: [] });
  expect(report.refusal).toMatch(refusal);
  for (const sentence of (report.refusal ?? "").split("\n")) isPlainSpanish(sentence);
  expect(await count("network_edition")).toBe(before);
});

test("thousands of columns that nobody knows are named by a few", async () => {
  const strange = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, at) => [`<b>=cmd|' /C calc'!A${at}\u0007`, at]),
  );
  const report = await within(() =>
    loadNetwork(
      url,
      { "postes.geojson": layerOf([[{ id: "1", ...strange }, [0, 0]]]) },
      { fecha: "2020-01-01" },
    ),
  );
  expect(report.status).toBe("published");
  for (const notice of report.notices) isPlainSpanish(notice);
});

test("`__proto__` and `constructor` are columns that nobody knows, and nothing else", async () => {
  const properties = '{"id":"1","__proto__":{"tipo":"robado"},"constructor":"x","toString":"y"}';
  const report = await loadNetwork(
    url,
    { "postes.geojson": collection(pole("null", properties)) },
    { fecha: "2020-02-01" },
  );
  expect(report.status).toBe("published");
  const { rows } = await pool.query("SELECT kind FROM pole ORDER BY edition DESC LIMIT 1");
  expect(rows).toEqual([{ kind: null }]);
});

test("hostile names are kept as they are, without what cannot be seen, and told", async () => {
  const report = await loadNetwork(url, hostileNetwork(), { fecha: "2020-03-01" });
  expect(report).toMatchObject({ status: "published", rejections: [] });
  const { rows } = await pool.query<{ name: string }>(
    "SELECT name FROM power_transformer WHERE edition = (SELECT max(id) FROM network_edition) ORDER BY place",
  );
  expect(rows.map(({ name }) => name)).toEqual(ROGUES.map(({ kept }) => kept));
  const { rows: told } = await pool.query<{ account: EditionAccount }>(
    "SELECT account FROM network_edition ORDER BY id DESC LIMIT 1",
  );
  expect(told[0]?.account.warnings).toContainEqual({
    code: "text",
    layer: "transformadores",
    count: ROGUES.filter(({ isTold }) => isTold).length * ROGUE_COLUMNS,
  });
});
