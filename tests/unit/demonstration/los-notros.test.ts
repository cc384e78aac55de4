import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { billedMonths } from "../../../lib/demonstration/los-notros/supply-11261.ts";
import { losNotrosPackage } from "../../../lib/demonstration/los-notros/package.ts";
import { people } from "../../../lib/demonstration/people.ts";
import { parseRut } from "../../../lib/jurisdiction/cl/rut.ts";

interface Manual {
  history_fig22: { period: string; consumption_kwh: number | null; charges_clp: number | null }[];
  charge_detail_fig23: { lines: { charge: string; amount_clp: number; taxable: boolean }[] };
}
const fixture = readFileSync(join(import.meta.dirname, "../../fixtures/seed-figures.json"), "utf8");
const manual = (JSON.parse(fixture) as { client_portal_CL: Manual }).client_portal_CL;

const months = billedMonths();
const net = (charges: readonly { monto: number }[]) => charges.reduce((sum, { monto }) => sum + monto, 0);

test("the manual's eight months are as printed", () => {
  const printed = manual.history_fig22.filter(({ charges_clp }) => charges_clp !== null);
  const ours = months.filter(({ period }) => period >= "2020-01");
  expect(ours.map(({ period, kwh, charges }) => [period, kwh, net(charges)])).toEqual(
    printed.map(({ period, consumption_kwh, charges_clp }) => [period, consumption_kwh, charges_clp]),
  );
});

test("January 2020 has the eight lines of the manual, in its order", () => {
  const january = months.find(({ period }) => period === "2020-01");
  expect(january?.charges.map(({ monto, afecto }) => [monto, afecto])).toEqual(
    manual.charge_detail_fig23.lines.map(({ amount_clp, taxable }) => [amount_clp, taxable]),
  );
});

test("no bill has a line that makes no sense", () => {
  for (const { charges } of months) {
    for (const { monto } of charges) expect(monto).toBeGreaterThan(0);
    expect(net(charges.filter(({ afecto }) => !afecto))).toBe(441);
  }
});

test("invented winters cost more than summers", () => {
  const kwh = (period: string) => months.find((month) => month.period === period)?.kwh ?? 0;
  for (const year of ["2018", "2019"]) expect(kwh(`${year}-06`)).toBeGreaterThan(1.4 * kwh(`${year}-01`));
});

test("36 months end in October 2020, and the readings chain", () => {
  const csv = losNotrosPackage().find(({ path }) => path === "lecturas.csv")?.content ?? "";
  const rows = csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  expect(rows).toHaveLength(36);
  expect(rows[0]?.[2]).toBe("2017-11");
  expect(rows.slice(-2).map(([, , ...rest]) => rest.join())).toEqual([
    "2020-09,sin_lectura,,",
    "2020-10,sin_lectura,,",
  ]);
  const december = rows.findIndex((row) => row[2] === "2019-12");
  expect(rows.slice(december, december + 2).map((row) => row.slice(4).join())).toEqual([
    "2019-12-29,18402",
    "2020-01-29,18688",
  ]);
  const registers = rows.slice(0, -2).map((row) => Number(row[5]));
  expect(registers.slice(1).map((value, at) => value - (registers[at] ?? 0))).toEqual(
    months.slice(1).map(({ kwh }) => kwh),
  );
});

test("the package is the same every time", () => {
  expect(losNotrosPackage()).toEqual(losNotrosPackage());
});

test("the people's documents are normalised", () => {
  for (const { identityNumber } of people) expect(parseRut(identityNumber)).toBe(identityNumber);
});
