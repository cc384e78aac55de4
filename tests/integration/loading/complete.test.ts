import { beforeEach, describe, expect, test } from "vitest";
import { loadPackage, type LoadOptions } from "../../../lib/loading/commands.ts";
import type { ResourceName } from "../../../lib/loading/model.ts";
import { freshDatabase } from "../../support/database.ts";
import { aPackage, countOf, GOOD, loading, packageFiles } from "../../support/packages.ts";

const { pool, url } = await freshDatabase();
const load = (source: string, options: LoadOptions = {}) => loadPackage(loading(url), source, options);

/** A package of some resources, each with what its entry in the descriptor says beside its name. */
const packageOf = (resources: Partial<Record<ResourceName, { csv: string; entry?: object }>>) =>
  aPackage({
    "datapackage.json": JSON.stringify({
      empalme: { formato: 1 },
      resources: Object.entries(resources).map(([name, { entry }]) => ({
        name,
        path: `${name}.csv`,
        ...entry,
      })),
    }),
    ...Object.fromEntries(Object.entries(resources).map(([name, { csv }]) => [`${name}.csv`, csv])),
  });
const complete = { completo: true };
const without = (csv: string, ...starts: string[]) =>
  csv
    .split("\n")
    .filter((line) => !starts.some((start) => line.startsWith(start)))
    .join("\n");
const keysOf = async (table: string, key: string) =>
  (await pool.query<{ key: string }>(`SELECT ${key} AS key FROM ${table} ORDER BY 1`)).rows.map(
    (row) => row.key,
  );

beforeEach(async () => {
  await pool.query("TRUNCATE customer, usage_point, load, charge_description, portal_user CASCADE");
  await load(aPackage(packageFiles()));
});

describe("a complete resource", () => {
  test("takes away what it does not mention, and nothing else", async () => {
    const report = await load(
      packageOf({
        boletas: { csv: without(GOOD.boletas, "100,"), entry: complete },
        cargos: { csv: GOOD.cargos.split("\n", 1)[0] ?? "" },
      }),
    );
    expect(report.refusal).toBeNull();
    expect(countOf(report, "boletas")).toMatchObject({ read: 1, unchanged: 1, deleted: 1 });
    expect(countOf(report, "cargos")).toMatchObject({ read: 0, deleted: 2 });
    expect(await keysOf("bill", "document")).toEqual(["B2"]);
    expect(await keysOf("meter_reading", "usage_point_number || period")).toHaveLength(3);
    const { rows } = await pool.query("SELECT resource, key, action FROM load_change WHERE load_id = $1", [
      report.id,
    ]);
    expect(rows).toEqual([{ resource: "boletas", key: "100, 2020-01, B1", action: "deleted" }]);
  });

  test("tells in a dry run what it would take away, and takes nothing", async () => {
    const source = packageOf({ glosas: { csv: "glosa,explicacion\nOtra,Otra cosa.\n", entry: complete } });
    const report = await load(source, { dryRun: true });
    expect(countOf(report, "glosas")).toMatchObject({ inserted: 1, deleted: 1 });
    expect(await keysOf("charge_description", "description")).toEqual(["Servicio público"]);
    await load(source);
    expect(await keysOf("charge_description", "description")).toEqual(["Otra"]);
  });

  test.each<[string, string, RegExp]>([
    ["without rows", "suministro,pago,fecha,monto,documento,medio\n", /pagos\.csv .*no trae ninguna fila/],
    ["with a rejected row", GOOD.pagos.replace("1331", "1331,5"), /filas rechazadas \(1\).*línea 2/],
  ])("%s refuses the package: it would take away by mistake", async (_what, csv, refusal) => {
    const report = await load(packageOf({ pagos: { csv, entry: complete } }));
    expect(report.refusal).toMatch(refusal);
    expect(await keysOf("payment", "number")).toEqual(["P1"]);
  });

  test.each<[ResourceName, string, RegExp]>([
    ["suministros", "200,", /suministros\.csv .*no trae 200, que tiene 1 fila de contratos/],
    ["titulares", "12.345", /titulares\.csv .*no trae 12345678-5, que tiene 2 filas de contratos/],
    ["medidores", "100,", /medidores\.csv .*no trae 100, M1, que tiene 2 filas de lecturas/],
  ])("refuses to take away %s that others depend on", async (name, start, refusal) => {
    const report = await load(packageOf({ [name]: { csv: without(GOOD[name], start), entry: complete } }));
    expect(report.refusal).toMatch(refusal);
  });

  test("takes away a supply with all that hangs from it, when all of it goes", async () => {
    const report = await load(
      packageOf({
        titulares: { csv: without(GOOD.titulares, "76."), entry: complete },
        suministros: { csv: without(GOOD.suministros, "100,"), entry: complete },
        contratos: { csv: without(GOOD.contratos, "100,"), entry: complete },
        medidores: { csv: without(GOOD.medidores, "100,"), entry: complete },
        lecturas: { csv: without(GOOD.lecturas, "100,"), entry: complete },
        boletas: { csv: without(GOOD.boletas, "100,"), entry: complete },
        cargos: { csv: without(GOOD.cargos, "100,") },
        pagos: { csv: GOOD.pagos.replace("100,P1", "200,P9").replace("B1", "B2"), entry: complete },
      }),
    );
    expect(report.refusal).toBeNull();
    expect(await keysOf("usage_point", "number")).toEqual(["200"]);
    expect(await keysOf("customer", "identity_number")).toEqual(["12345678-5"]);
    expect(await keysOf("payment", "number")).toEqual(["P9"]);
  });

  test("does not serve as what another row refers to, when it takes that away", async () => {
    const meters = without(GOOD.medidores, "100,");
    const report = await load(
      packageOf({
        medidores: { csv: meters, entry: complete },
        lecturas: { csv: GOOD.lecturas, entry: complete },
      }),
    );
    expect(report.refusal).toMatch(/no trae 100, M1, que tiene 2 filas de lecturas/);
    expect(await keysOf("meter", "serial_number")).toEqual(["M1", "M2"]);
  });

  test("ends the links of a contract that goes", async () => {
    await pool.query(
      `INSERT INTO portal_user (id, identity_number, name, password_hash) VALUES (gen_random_uuid(), '1000000-9', 'Persona', 'none')`,
    );
    await pool.query(`INSERT INTO usage_point_link (id, user_id, usage_point_number, agreement_id, linked_at)
      SELECT gen_random_uuid(), u.id, a.usage_point_number, a.id, now() FROM portal_user u, customer_agreement a`);
    await load(packageOf({ contratos: { csv: without(GOOD.contratos, "200,"), entry: complete } }));
    expect(await keysOf("usage_point_link", "usage_point_number")).toEqual(["100", "100"]);
  });
});

describe("a control total", () => {
  test.each<[ResourceName, object, RegExp]>([
    ["boletas", { filas: 3 }, /«filas» debía ser 3 y el archivo trae 2/],
    ["boletas", { total: "1331.01" }, /«total» debía ser 1331\.01 y el archivo trae 1331/],
    ["pagos", { monto: 1330 }, /«monto» debía ser 1330/],
    ["pagos", { medio: 1 }, /«medio» no es un total de control de pagos/],
    ["pagos", { monto: "mil" }, /«mil» no es un total de control/],
  ])("of %s that does not agree refuses the package: %j", async (name, control, refusal) => {
    const files = { [name]: { csv: GOOD[name], entry: { control } } };
    const report = await load(
      packageOf({ ...files, ...(name === "boletas" ? { cargos: { csv: GOOD.cargos } } : {}) }),
    );
    expect(report.refusal).toMatch(refusal);
  });

  test("that agrees is no trouble", async () => {
    const report = await load(
      packageOf({
        boletas: { csv: GOOD.boletas, entry: { control: { filas: 2, total: "1331.00", consumo_kwh: 286 } } },
        cargos: { csv: GOOD.cargos, entry: { control: { monto: 1141, filas: "2" } } },
      }),
    );
    expect(report).toMatchObject({ refusal: null, status: "published" });
    expect(countOf(report, "cargos")?.totals).toEqual([{ column: "monto", read: "1141", accepted: "1141" }]);
  });
});
