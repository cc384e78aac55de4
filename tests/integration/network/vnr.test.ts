import { beforeAll, expect, test } from "vitest";
import { currentEdition } from "../../../lib/network/queries/editions.ts";
import { vnrDetail } from "../../../lib/network/queries/vnr.ts";
import { contextOf } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { loadNetwork } from "../../support/network.ts";
import { network } from "../../support/small-network.ts";

const { db, pool, url } = await freshDatabase();
const ctx = contextOf(db, { kind: "public" });

const GIVEN = ["porcentaje", "Por Ciento", "%", "fraccion", "Fracción", "TANTO POR UNO", "por mil", ""];
beforeAll(async () => {
  const rows = GIVEN.map((unit, at) => `${at},${unit},0.5\n`).join("");
  await loadNetwork(url, network({}, { "vnr.csv": `codigo,unidad,flete_bodega\n${rows}` }));
});

test("a unit is one of the two of the format however it is spelt; any other stays as it was declared", async () => {
  const edition = await currentEdition(ctx);
  if (!edition) throw new Error("no edition");
  const units = await Promise.all(
    GIVEN.map(async (_, at) => (await vnrDetail(ctx, edition, String(at)))?.unit),
  );
  expect(units).toEqual([
    ...["porcentaje", "porcentaje", "porcentaje", "fraccion", "fraccion", "fraccion"],
    "por mil",
    null,
  ]);
});

test("a unit that is neither is told", async () => {
  const { rows } = await pool.query<object>(
    "SELECT code, asset_id, detail FROM network_warning WHERE layer = 'vnr' ORDER BY place",
  );
  expect(rows).toEqual([
    { code: "unknown-unit", asset_id: "6", detail: "declara «por mil»" },
    { code: "unknown-unit", asset_id: "7", detail: "no la declara" },
  ]);
});
