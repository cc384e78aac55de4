import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demonstrationCompany } from "../../../lib/demonstration/companies.ts";
import { ordinarySupplies } from "../../../lib/demonstration/los-notros/supplies.ts";
import { consumedByCycle } from "../../../lib/demonstration/simulation/consumption.ts";
import { meteringOf } from "../../../lib/demonstration/simulation/metering.ts";
import { jurisdictionOf } from "../../../lib/jurisdiction/jurisdictions.ts";
import { period } from "../../../lib/kernel/period.ts";
import { COUNTRIES, numberIn, tables, type Cells } from "./package-rows.ts";

const own = tables("cl");
const count = (rows: readonly Cells[], is: (row: Cells) => boolean) => rows.filter(is).length;
const within = (date = "") => date >= "2023-11" && date <= "2026-10-31";

test("two hundred supplies have three years of bills", () => {
  expect(own("suministros").length).toBeGreaterThanOrEqual(200);
  const monthly = own("suministros").filter(({ meses_facturacion }) => meses_facturacion === "1");
  const periods = Map.groupBy(own("boletas"), ({ suministro }) => suministro);
  for (const { suministro = "" } of monthly.filter(({ suministro = "" }) => suministro.startsWith("20")))
    expect(new Set(periods.get(suministro)?.map(({ periodo }) => periodo)).size, suministro).toBe(36);
});

test("supplies are billed by the month, two, three and six, in every tariff", () => {
  const values = (column: string) => new Set(own("suministros").map((row) => row[column]));
  expect(values("meses_facturacion")).toEqual(new Set(["1", "2", "3", "6"]));
  expect(values("tarifa")).toEqual(new Set(["BT1", "BT2", "BT3", "BT4.3", "AT4.3"]));
});

test("holders, meters and tariffs change in the middle of a history", () => {
  expect(count(own("contratos"), ({ hasta }) => within(hasta))).toBeGreaterThan(5);
  expect(count(own("medidores"), ({ retirado }) => within(retirado))).toBeGreaterThan(10);
  const glosas = Map.groupBy(own("cargos"), ({ suministro }) => suministro);
  const changed = [...glosas.values()].filter((charges) => {
    const kinds = new Set(charges.map(({ glosa }) => glosa));
    return kinds.has("Potencia contratada") && kinds.has("Demanda máxima leída");
  });
  expect(changed.length).toBeGreaterThan(3);
});

test("some readings are estimated, and some nobody took", () => {
  const share = (kind: string) =>
    count(own("lecturas"), ({ tipo }) => tipo === kind) / own("lecturas").length;
  expect(share("estimada")).toBeGreaterThan(0.02);
  expect(share("sin_lectura")).toBeGreaterThan(0.005);
  expect(share("real")).toBeGreaterThan(0.9);
});

test("what is billed adds up to what the meters counted", () => {
  const bills = Map.groupBy(
    own("boletas").filter(({ anulada }) => !anulada),
    ({ suministro }) => suministro,
  );
  const readings = Map.groupBy(own("lecturas"), ({ suministro }) => suministro);
  let compared = 0;
  for (const [supply, rows] of readings) {
    const real = rows.filter(({ tipo }) => tipo === "real");
    const [first, last] = [real[0], real.at(-1)];
    if (!first || !last || first["medidor"] !== last["medidor"]) continue;
    const replaced = new Set(bills.get(supply)?.map(({ reemplaza }) => reemplaza));
    const billed = (bills.get(supply) ?? [])
      .filter(({ periodo = "", documento }) => !replaced.has(documento) && periodo > (first["periodo"] ?? ""))
      .filter(({ periodo = "" }) => periodo <= (last["periodo"] ?? ""))
      .reduce((sum, bill) => sum + numberIn(bill, "consumo_kwh"), 0);
    expect(billed, supply).toBe(numberIn(last, "lectura_kwh") - numberIn(first, "lectura_kwh"));
    compared += 1;
  }
  expect(compared).toBeGreaterThan(100);
});

test("what was estimated is put right by the next reading: meters count what was consumed", () => {
  const last = period("2026-10");
  let corrected = 0;
  for (const plan of ordinarySupplies) {
    const { readings, meters } = meteringOf(plan, last);
    const real = readings.filter(({ kind }) => kind === "real");
    const [first, newest] = [real[0], real.at(-1)];
    if (!first || !newest || meters.length > 1) continue;
    const consumed = consumedByCycle(plan, newest.period)
      .filter((cycle) => cycle.period > first.period)
      .reduce((sum, { kwh }) => sum + kwh, 0);
    expect((newest.kwh ?? 0) - (first.kwh ?? 0), plan.number).toBe(consumed);
    if (real.length < readings.length) corrected += 1;
  }
  expect(corrected).toBeGreaterThan(50);
});

test("homes use most in winter", () => {
  const homes = new Set(
    own("suministros")
      .filter(({ tarifa, meses_facturacion }) => tarifa === "BT1" && meses_facturacion === "1")
      .map(({ suministro }) => suministro),
  );
  const used = (month: string) =>
    own("boletas")
      .filter(({ suministro, periodo }) => homes.has(suministro) && periodo === month)
      .reduce((sum, bill) => sum + numberIn(bill, "consumo_kwh"), 0);
  for (const year of ["2024", "2025", "2026"])
    expect(used(`${year}-06`)).toBeGreaterThan(1.2 * used(`${year}-03`));
});

test("bills are replaced and cancelled, paid in parts, taken back and owed", () => {
  expect(count(own("boletas"), ({ reemplaza }) => reemplaza !== "")).toBeGreaterThan(10);
  expect(count(own("boletas"), ({ anulada }) => anulada !== "")).toBeGreaterThan(10);
  expect(count(own("pagos"), ({ monto = "" }) => monto.startsWith("-"))).toBeGreaterThan(10);
  expect(count(own("pagos"), ({ documento }) => documento === "")).toBeGreaterThan(10);
  const paid = new Set(own("pagos").map(({ suministro, documento }) => `${suministro} ${documento}`));
  const overdue = count(
    own("boletas"),
    ({ suministro, documento, vencimiento = "", anulada }) =>
      anulada === "" && vencimiento <= "2026-10-31" && !paid.has(`${suministro} ${documento}`),
  );
  expect(overdue).toBeGreaterThan(50);
});

test("no bill has less than nothing to pay", () => {
  for (const country of COUNTRIES)
    for (const bill of tables(country)("boletas")) expect(numberIn(bill, "total")).toBeGreaterThanOrEqual(0);
});

/** The numbers of the documents that the project was made from, and of its fixtures. */
function numbersOfOthers(): Set<string> {
  const folder = join(import.meta.dirname, "../../fixtures/dte");
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".xml"))
    .map((name) => readFileSync(join(folder, name), "latin1"));
  const inFixtures = texts.flatMap((text) => text.match(/\b\d{6,8}-[\dK]\b/g) ?? []);
  return new Set([...inFixtures, "5126663-3", "5880389-8", "12345678-5"]);
}

test("no holder has the number of anybody known, and all of the invented ones lie where nobody's do", () => {
  const others = numbersOfOthers();
  expect(others.size).toBeGreaterThan(5);
  const signIn = new Set(demonstrationCompany("cl").people.map(({ identityNumber }) => identityNumber));
  for (const { documento = "" } of own("titulares")) {
    expect(others.has(documento)).toBe(false);
    if (!signIn.has(documento)) expect(documento).toMatch(/^(3[6-9]|4[0-4]|67)\d{6}-[\dK]$/);
  }
  const names = new Set(own("titulares").map(({ nombre }) => nombre));
  expect(names.size).toBeGreaterThan(0.9 * own("titulares").length);
});

test.each(COUNTRIES)(
  "the people of the company in %s have normalised documents and hold what they see",
  (country) => {
    const { people } = demonstrationCompany(country);
    const contratos = tables(country)("contratos");
    for (const { identityNumber, supplies } of people) {
      expect(jurisdictionOf(country).parseDocument(identityNumber)).toBe(identityNumber);
      for (const supply of supplies)
        expect(
          contratos.find(({ suministro, hasta }) => suministro === supply && hasta === "")?.["titular"],
        ).toBe(identityNumber);
    }
  },
);
