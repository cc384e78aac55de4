import { expect, test } from "vitest";
import { freshDatabase } from "../../support/database.ts";
import { loadNetwork } from "../../support/network.ts";
import { changed, FEEDER, network, TRANSFORMER } from "../../support/small-network.ts";

const { pool, url } = await freshDatabase();

const newest = async () =>
  (await pool.query<{ id: number }>("SELECT max(id) AS id FROM network_edition")).rows[0]?.id;

const CSV = "transformador_id,mes,demanda_min_kw,demanda_max_kw\n";
const demands = async () =>
  (
    await pool.query<object>(
      "SELECT asset_id, period, max_demand::text FROM network_demand WHERE edition = $1 ORDER BY 1, 2",
      [await newest()],
    )
  ).rows;
const customers = (...counts: (number | null)[]) =>
  counts.map((n, at) => changed(TRANSFORMER, { id: `T${at}`, n_clientes: n, n_clientes_mt: 0 }));

test("demand of fewer than five customers is not kept; unknown counts as fewer, none does not", async () => {
  const rows = [0, 1, 2, 3].map((at) => `T${at},2025-01,1,2\n`).join("");
  await loadNetwork(
    url,
    network(
      { transformadores: customers(0, 4, 5, null), vanos: [] },
      { "demanda_transformadores.csv": CSV + rows },
    ),
    { fecha: "2025-03-31" },
  );
  expect(await demands()).toEqual([
    { asset_id: "T0", period: "2025-01", max_demand: "2.0000" },
    { asset_id: "T1", period: "2025-01", max_demand: null },
    { asset_id: "T2", period: "2025-01", max_demand: "2.0000" },
    { asset_id: "T3", period: "2025-01", max_demand: null },
  ]);
});

test("demand of fewer than five customers is not told by a warning either, when it cannot be read", async () => {
  await loadNetwork(
    url,
    network(
      {
        alimentadores: [changed(FEEDER, { energia_anual_kwh: "712,9", n_clientes_bt: 2 })],
        transformadores: customers(2),
        vanos: [],
      },
      {
        "demanda_alimentadores.csv":
          'alimentador_id,mes,energia_kwh,energia_facturada_kwh\nA,2025-01,"345,6","345,7"\n',
        "demanda_transformadores.csv":
          'transformador_id,mes,energia_kwh,demanda_min_kw,demanda_max_kw,observacion\nT0,2025-01,"345,1","345,2","345,3",345.4 kWh CafÃ©\n',
      },
    ),
    { fecha: "2025-04-01" },
  );
  const { rows } = await pool.query<{ detail: string }>(
    "SELECT detail FROM network_warning WHERE edition = $1 AND code IN ('value', 'text') ORDER BY detail",
    [await newest()],
  );
  expect(rows.map(({ detail }) => detail)).toEqual([
    "demanda_max_kw no se entiende. Se publica como S/I",
    "demanda_min_kw no se entiende. Se publica como S/I",
    "energia_anual_kwh no se entiende. Se publica como S/I",
    "energia_facturada_kwh no se entiende. Se publica como S/I",
    "energia_kwh no se entiende. Se publica como S/I",
    "energia_kwh no se entiende. Se publica como S/I",
    "observacion parece de otra codificación",
  ]);
  const kept = await pool.query("SELECT note FROM network_demand WHERE edition = $1 AND asset_id = 'T0'", [
    await newest(),
  ]);
  expect(kept.rows).toEqual([{ note: null }]);
});

test("demand of a minimum that changed is withheld, or shown again, by loading the same package once more", async () => {
  const load = (minimumCustomers: number) =>
    loadNetwork(
      url,
      network(
        {
          alimentadores: [changed(FEEDER, { energia_anual_kwh: 712, n_clientes_bt: 7, n_clientes_mt: 0 })],
          transformadores: customers(7),
          vanos: [],
        },
        { "demanda_transformadores.csv": `${CSV}T0,2025-01,1,2\n` },
      ),
      { fecha: "2025-04-02" },
      { minimumCustomers },
    );
  const seen: object[] = [];
  for (const minimum of [10, 5, 5, 10, 10]) {
    const { notices } = await load(minimum);
    const { rows } = await pool.query<object>(
      `SELECT count(*)::integer AS editions,
         (SELECT count(max_demand)::integer FROM network_demand WHERE edition = max(e.id)) AS demands,
         (SELECT max(columns->>'energia_anual_kwh') FROM network_change WHERE edition = max(e.id)) AS told
       FROM network_edition e WHERE data_on = '2025-04-02'`,
    );
    seen.push({ ...rows[0], same: /mismo paquete/.test(notices.join()) });
  }
  expect(seen).toEqual([
    { editions: 1, demands: 0, told: null, same: false },
    { editions: 2, demands: 1, told: "[null, 712]", same: false },
    { editions: 2, demands: 1, told: "[null, 712]", same: true },
    { editions: 3, demands: 0, told: null, same: false },
    { editions: 3, demands: 0, told: null, same: true },
  ]);
});

test("demand of what the network lacks, or twice of a month, stays out and is reported; the rest is published", async () => {
  const rows = "T0,2025-01,1,2\nT0,2025-01,1,3\nT0,2025-02,1,2\nQ,2025-01,1,2\nT0,2025-13,1,2\n";
  const report = await loadNetwork(
    url,
    network({ transformadores: customers(9), vanos: [] }, { "demanda_transformadores.csv": CSV + rows }),
    { fecha: "2025-04-30" },
  );
  expect(report.counts.at(-1)).toMatchObject({ read: 5, accepted: 1, rejected: 4 });
  expect(report.rejections.map(({ file, line: at, reason }) => [file, at, reason.slice(0, 30)])).toEqual([
    ["demanda_transformadores.csv", 2, "el identificador está en 2 fil"],
    ["demanda_transformadores.csv", 3, "el identificador está en 2 fil"],
    ["demanda_transformadores.csv", 5, "transformador_id nombra Q, que"],
    ["demanda_transformadores.csv", 6, "mes no sirve como identificado"],
  ]);
  expect(await demands()).toEqual([{ asset_id: "T0", period: "2025-02", max_demand: "2.0000" }]);
});
