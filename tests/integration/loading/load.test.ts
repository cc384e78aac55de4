import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { demonstrationPackage } from "../../../lib/demonstration/companies.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import { loadPackage, type LoadOptions } from "../../../lib/loading/commands.ts";
import type { LoadReport } from "../../../lib/loading/model.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  aPackage,
  countOf,
  descriptor,
  loading,
  packageFiles,
  temporaryFolder,
} from "../../support/packages.ts";
import { writeZip } from "../../support/zip.ts";

const { pool, url } = await freshDatabase();
const load = (source: string, options: LoadOptions = {}) => loadPackage(loading(url), source, options);

const TABLES = [
  "customer",
  "usage_point",
  "customer_agreement",
  "meter",
  "meter_reading",
  "bill",
  "payment",
  "charge_description",
  "usage_point_document",
  "calendar_day",
  "calendar_version",
];

/** Every row of the portal's data with the transaction that wrote it: whatever writes a row changes it. */
async function everyRow() {
  const rows: string[] = [];
  for (const table of TABLES) {
    const found = await pool.query<{ row: string }>(
      `SELECT concat_ws(' ', '${table}', t.xmin, t.ctid, t.*) AS row FROM ${table} t ORDER BY 1`,
    );
    rows.push(...found.rows.map(({ row }) => row));
  }
  return rows;
}

const totals = ({ counts }: LoadReport, key: "read" | "inserted" | "updated" | "unchanged" | "rejected") =>
  counts.reduce((sum, count) => sum + count[key], 0);

beforeEach(async () => {
  await pool.query(
    `TRUNCATE ${TABLES.join(", ")}, load, load_change, rejected_row, usage_point_link, disowned_link`,
  );
});

describe("the demonstration's package", () => {
  const demonstration = Object.fromEntries(
    demonstrationPackage(day("2026-11-25")).map(({ path, content }) => [path, content]),
  );

  test("has the manual's figures to the peso", async () => {
    await load(aPackage(demonstration));
    const manual = JSON.parse(
      readFileSync(join(import.meta.dirname, "../../fixtures/seed-figures.json"), "utf8"),
    ) as {
      client_portal_CL: {
        history_fig22: {
          period: string;
          consumption_kwh: number | null;
          charges_clp: number | null;
          dte: boolean;
        }[];
      };
    };
    for (const month of manual.client_portal_CL.history_fig22) {
      const { rows } = await pool.query<{ kwh: number; net: number; dte: boolean }>(
        `SELECT consumption_kwh::float AS kwh, (taxable_amount + exempt_amount)::float AS net, folio IS NOT NULL AS dte
         FROM bill WHERE usage_point_number = '11261' AND period = $1`,
        [month.period],
      );
      const known = month.charges_clp !== null;
      expect(rows).toEqual(
        known ? [{ kwh: month.consumption_kwh, net: month.charges_clp, dte: month.dte }] : [],
      );
    }
    const { rows } = await pool.query<{ lines: unknown; total: string }>(
      "SELECT line_items AS lines, total_amount AS total FROM bill WHERE usage_point_number = '11261' AND period = '2020-01'",
    );
    expect(rows[0]?.total).toBe("55900.00");
    expect(rows[0]?.lines).toHaveLength(8);
    expect(rows[0]?.lines).toContainEqual([
      6,
      "Uso del sistema de transmisión",
      "286",
      "kWh",
      "17.125",
      "4898",
      true,
    ]);
  });
});

test("loads again without writing a row", async () => {
  const first = await load(aPackage(packageFiles()));
  const before = await everyRow();
  expect(before.length).toBeGreaterThan(10);
  await pool.query("UPDATE load SET published_at = NULL");
  const again = await load(aPackage(packageFiles()));
  expect(totals(again, "unchanged")).toBe(totals(first, "read"));
  expect(await everyRow()).toEqual(before);
});

test("a bill keeps its lines in order, with what is not known as null", async () => {
  await load(aPackage(packageFiles()));
  const { rows } = await pool.query<{ line_items: unknown[] }>(
    "SELECT line_items FROM bill ORDER BY document",
  );
  expect(rows.map(({ line_items }) => line_items)).toEqual([
    [
      [1, "Electricidad", "286", "kWh", "3.497", "1000", true],
      [2, "Servicio público", null, null, null, "141", false],
    ],
    [],
  ]);
});

test("a later package changes exactly what it says", async () => {
  await load(aPackage(packageFiles()));
  const before = await everyRow();
  const report = await load(
    aPackage({
      "datapackage.json": descriptor(["suministros", "contratos", "boletas", "cargos"]),
      "suministros.csv": `suministro,direccion,comuna,region,tarifa,meses_facturacion,capacidad_empalme_kva,transformador,transformador_kva,nivel_tension
100,Camino 1,Frutillar,Los Lagos,BT1,1,10,T-9,15,BT
200,Camino 2,Frutillar,Los Lagos,BT2,2,,,,
`,
      "contratos.csv":
        "suministro,titular,desde,hasta\n200,12345678-5,2018-05-01,2020-06-30\n200,76354771-K,2020-07-01,\n",
      "boletas.csv": `suministro,periodo,documento,tipo_dte,folio,emision,vencimiento,desde,hasta,consumo_kwh,afecto,exento,iva,total,anulada,reemplaza
200,2020-01,B2,,,2020-01-31,,2019-12-01,2020-01-30,,50,0,10,60,,
`,
      "cargos.csv": `suministro,periodo,documento,linea,glosa,cantidad,unidad,precio_unitario,monto,afecto
200,2020-01,B2,1,Electricidad,,,,50,SI
`,
    }),
  );
  expect(countOf(report, "suministros")).toMatchObject({ inserted: 0, updated: 1, unchanged: 1 });
  expect(countOf(report, "contratos")).toMatchObject({ inserted: 1, updated: 1, unchanged: 0 });
  expect(countOf(report, "boletas")).toMatchObject({ inserted: 0, updated: 1, unchanged: 0 });
  expect(countOf(report, "cargos")).toMatchObject({ inserted: 0, updated: 1, unchanged: 0 });
  const { rows: told } = await pool.query<{ columns: unknown }>(
    "SELECT columns FROM load_change WHERE load_id = $1 AND resource = 'boletas'",
    [report.id],
  );
  expect(told).toEqual([
    {
      columns: {
        afecto: ["0", "50"],
        iva: ["0", "10"],
        total: ["0", "60"],
        cargos: ["ninguno más", "Electricidad 50"],
      },
    },
  ]);
  const after = await everyRow();
  // Gone: the former states of one supply, one contract, one bill. Come: their new ones, and one contract.
  expect(before.filter((row) => !after.includes(row))).toHaveLength(3);
  expect(after.filter((row) => !before.includes(row))).toHaveLength(4);
});

test("a zip, also of the folder itself, loads as the folder does", async () => {
  const files = packageFiles();
  const entries = Object.entries(files).map(([name, content]) => ({ name, content: content ?? "" }));
  const folder = aPackage(files);
  await load(folder);
  const before = await everyRow();
  for (const prefix of ["", "exportación 2020/"]) {
    const zip = writeZip(
      join(temporaryFolder(), "paquete.zip"),
      entries.map((entry) => ({ ...entry, name: prefix + entry.name })),
    );
    expect(await load(zip)).toMatchObject({ source: "paquete.zip", status: "published", refusal: null });
  }
  expect(await everyRow()).toEqual(before);
  const { rows } = await pool.query<{ loads: number }>(
    "SELECT count(*)::integer AS loads FROM load GROUP BY fingerprint",
  );
  expect(rows).toEqual([{ loads: 3 }]);
});

test("a BOM, Windows line ends, another order of columns and a missing last line end make no difference", async () => {
  await load(aPackage(packageFiles()));
  const before = await everyRow();
  const holders =
    '\ufeffnombre,documento,telefono,correo\r\nElena Paredes,"12.345.678-5",,elena@correo.example\r\n\r\n';
  const dairy = '"Lechería Los Tilos, Ltda.", 76354771k ,+56 64 234 5678,';
  const report = await load(aPackage(packageFiles({ "titulares.csv": holders + dairy })));
  expect(countOf(report, "titulares")).toMatchObject({ read: 2, unchanged: 2 });
  expect(await everyRow()).toEqual(before);
});

test("a dry run tells what a load would do, and does nothing", async () => {
  const report = await load(aPackage(packageFiles()), { dryRun: true });
  expect(report).toMatchObject({ status: "published", dryRun: true });
  expect(totals(report, "inserted")).toBe(totals(report, "read"));
  expect(await everyRow()).toEqual([]);
  const { rowCount } = await pool.query("SELECT FROM load");
  expect(rowCount).toBe(0);
});

test("a contract that passes to another holder leaves behind whoever was linked through the former", async () => {
  await load(aPackage(packageFiles()));
  const link = `INSERT INTO usage_point_link (id, user_id, usage_point_number, agreement_id, linked_at)
    SELECT gen_random_uuid(), u.id, a.usage_point_number, a.id, now() FROM portal_user u, customer_agreement a
    WHERE a.valid_to IS NULL`;
  await pool.query(
    "INSERT INTO portal_user (id, identity_number, name, password_hash) VALUES (gen_random_uuid(), '1000000-9', 'Persona', 'none') ON CONFLICT DO NOTHING",
  );
  await pool.query(link);
  const contracts =
    "suministro,titular,desde,hasta\n200,76354771-K,2018-05-01,\n100,76354771-K,2020-01-01,\n";
  await load(aPackage({ "datapackage.json": descriptor(["contratos"]), "contratos.csv": contracts }));
  const { rows } = await pool.query<{ supply: string; ended: boolean }>(
    "SELECT usage_point_number AS supply, ended_at IS NOT NULL AS ended FROM usage_point_link ORDER BY 1",
  );
  expect(rows).toEqual([
    { supply: "100", ended: false },
    { supply: "200", ended: true },
  ]);
});

describe("while a load is under way", () => {
  /** Holds the load where it is about to publish bills: holders, supplies, contracts and meters are written by then. */
  async function blockedLoad() {
    const blocker = await pool.connect();
    await blocker.query("BEGIN");
    await blocker.query("LOCK TABLE bill IN SHARE MODE");
    const outcome = load(aPackage(packageFiles())).then(
      (report) => report,
      (error: unknown) => error,
    );
    const waiting =
      "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
    let pid: number | undefined;
    while (pid === undefined) pid = (await pool.query<{ pid: number }>(waiting)).rows[0]?.pid;
    return {
      outcome,
      pid,
      async release() {
        await blocker.query("ROLLBACK");
        blocker.release();
      },
    };
  }

  test("readers see nothing of it, and another waits for its turn", async () => {
    const { outcome, release } = await blockedLoad();
    const { rowCount } = await pool.query("SELECT FROM customer");
    expect(rowCount).toBe(0);
    let waited = false;
    const second = load(aPackage(packageFiles()), {
      onProgress: ({ phase }) => (waited ||= phase === "esperando turno"),
    });
    await expect.poll(() => waited, { timeout: 15_000 }).toBe(true);
    await release();
    expect(totals((await outcome) as LoadReport, "inserted")).toBe(18);
    expect(totals(await second, "unchanged")).toBe(18);
  });

  test("its end leaves what was there, and loading again completes", async () => {
    const { outcome, pid, release } = await blockedLoad();
    await pool.query("SELECT pg_terminate_backend($1)", [pid]);
    expect(await outcome).toBeInstanceOf(Error);
    await release();
    expect(await everyRow()).toEqual([]);
    expect(totals(await load(aPackage(packageFiles())), "inserted")).toBe(18);
  });
});
