import { beforeAll, describe, expect, test } from "vitest";
import type { EditionAccount } from "../../../lib/network/edition.ts";
import { freshDatabase } from "../../support/database.ts";
import { expectedOf, loadSample } from "../../support/network.ts";
import type { LoadReport } from "../../../lib/loading/model.ts";

const { pool, url } = await freshDatabase();

const reports: LoadReport[] = [];
beforeAll(async () => {
  for (const edition of ["mux-2021", "mux-2024", "mux-2024"] as const)
    reports.push(await loadSample(url, edition));
}, 60_000);

const accounts = async () => {
  const { rows } = await pool.query<{ id: number; account: EditionAccount; box: number[] }>(
    "SELECT id, account, ARRAY[min_lon, min_lat, max_lon, max_lat] AS box FROM network_edition ORDER BY id",
  );
  return rows;
};

test("every row of both editions is accepted, and the second load of 2024 makes no edition", async () => {
  expect(reports.map(({ status, rejections }) => ({ status, rejections }))).toEqual(
    Array(3).fill({ status: "published", rejections: [] }),
  );
  expect(reports[2]?.notices).toEqual(["Es el mismo paquete de la última carga: no hay nada que cambiar."]);
  expect(await accounts()).toHaveLength(2);
});

describe.each(["mux-2021", "mux-2024"] as const)("%s, as its answer key says", (edition) => {
  const expected = expectedOf(edition);
  const at = edition === "mux-2021" ? 0 : 1;

  test("has its counts and its rectangle", async () => {
    const found = (await accounts())[at];
    expect(found?.account.counts).toMatchObject(expected["counts"] as object);
    expect(found?.box).toEqual(expected["bbox"]);
  });
});

test("2024 says what was added, removed, moved and changed since 2021", async () => {
  const changes = expectedOf("mux-2024")["cambios_desde_edicion_anterior"] as Record<
    string,
    Record<string, number>
  >;
  const found = (await accounts())[1]?.account.changes;
  expect(found?.from).toBe((await accounts())[0]?.id);
  for (const [layer, counts] of Object.entries(found?.layers ?? {})) {
    const { quitados, agregados, geometria_cambiada } = changes[layer] ?? {};
    expect([layer, counts.removed, counts.added, counts.geometryChanged]).toEqual([
      layer,
      quitados,
      agregados,
      geometria_cambiada ?? 0,
    ]);
  }
  expect(found?.layers.transformadores).toMatchObject({ moved: 9, columns: { potencia_kva: 11 } });
  expect(found?.layers.vanos).toMatchObject({ moved: 195, columns: { conductor_id: 62, codigo_activo: 60 } });
});

test("what is odd in the real network is told, and nothing else", async () => {
  expect((await accounts())[1]?.account.warnings).toEqual([
    { code: "no-kind", layer: "equipos", count: 9 },
    { code: "length-differs", layer: "vanos", count: 5 },
    { code: "phase-order", layer: "vanos", count: 3 },
  ]);
});

test("who serves one to four customers shows no demand, and who serves nobody shows theirs", async () => {
  const { rows } = await pool.query(
    `SELECT t.withheld, coalesce(t.customer_count, 0) + coalesce(t.mv_customer_count, 0) BETWEEN 1 AND 4 AS few,
       count(DISTINCT t.id)::integer AS transformers, count(d.max_demand)::integer AS demands
     FROM power_transformer t JOIN network_demand d ON d.edition = t.edition AND d.layer = 'transformadores' AND d.asset_id = t.id
     WHERE t.edition = (SELECT max(id) FROM network_edition) GROUP BY 1, 2 ORDER BY 1`,
  );
  expect(rows).toEqual([
    { withheld: false, few: false, transformers: 207, demands: 2412 },
    { withheld: true, few: true, transformers: 66, demands: 0 },
  ]);
});
