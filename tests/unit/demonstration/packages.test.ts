import { describe, expect, test } from "vitest";
import { demonstrationPackage } from "../../../lib/demonstration/companies.ts";
import { CHARGES as CHILEAN } from "../../../lib/demonstration/los-notros/glosas.ts";
import { CHARGES as COLOMBIAN } from "../../../lib/demonstration/litoral/glosas.ts";
import { jurisdictionOf } from "../../../lib/jurisdiction/jurisdictions.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import { sumOf, type DecimalText } from "../../../lib/kernel/decimal.ts";
import { fingerprintOf } from "../../../lib/loading/package/fingerprint.ts";
import { resourceNamed, resources } from "../../../lib/loading/format/resources.ts";
import { A_MONTH_LATER, COUNTRIES, keyOf, packageOf, tables, tableOf, type Cells } from "./package-rows.ts";

const CHARGES = { cl: CHILEAN, co: COLOMBIAN };

describe.each(COUNTRIES)("the package of the company in %s", (country) => {
  const own = tables(country);
  const jurisdiction = jurisdictionOf(country);

  test.each(resources)("has no row of $name that the format refuses", ({ name, columns, key, rule }) => {
    const wrong: unknown[] = [];
    for (const row of own(name)) {
      const cells: Record<string, string | null> = {};
      for (const { name: column, type, required } of columns) {
        const cell = row[column] || null;
        const value = cell === null ? null : type.parse(cell, jurisdiction);
        if (typeof value === "object" && (value !== null || required)) wrong.push([column, row, value]);
        cells[column] = typeof value === "string" ? value : null;
      }
      const problem = rule?.(cells, jurisdiction);
      if (problem) wrong.push(problem);
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(own(name).length).toBeGreaterThan(0);
    expect(new Set(own(name).map((row) => keyOf(row, key))).size).toBe(own(name).length);
  });

  test("refers to nothing that it does not bring", () => {
    for (const { name, references } of resources)
      for (const { columns, to } of references) {
        const known = new Set(own(to).map((row) => keyOf(row, resourceNamed(to).key)));
        const lost = own(name).filter((row) => !known.has(keyOf(row, columns)));
        expect(lost, `${name} → ${to}`).toEqual([]);
      }
    const files = new Set(packageOf(country).map(({ path }) => path));
    expect(own("documentos").filter(({ archivo }) => !files.has(archivo ?? ""))).toEqual([]);
  });

  test("has bills whose lines add up to their sums", () => {
    const wrong: unknown[] = [];
    const key = resourceNamed("boletas").key;
    const lines = Map.groupBy(own("cargos"), (charge) => keyOf(charge, key));
    for (const bill of own("boletas")) {
      const sum = (taxable: string) =>
        sumOf(
          (lines.get(keyOf(bill, key)) ?? [])
            .filter(({ afecto }) => afecto === taxable)
            .map(({ monto }) => monto as DecimalText),
        );
      if (sum("SI") !== bill["afecto"] || sum("NO") !== bill["exento"]) wrong.push(bill);
    }
    expect(wrong).toEqual([]);
  });

  test("has every charge of the company, and explains each", () => {
    const billed = new Set(own("cargos").map(({ glosa }) => glosa));
    const explained = new Set(own("glosas").map(({ glosa }) => glosa));
    expect(billed).toEqual(new Set(Object.values(CHARGES[country]).map(({ glosa }) => glosa)));
    // What the manual prints and does not explain.
    billed.delete("(R.M.E.)");
    expect(billed).toEqual(explained);
  });

  test("is the same on every day of a month", () => {
    const ours = fingerprintOf(packageOf(country));
    expect(fingerprintOf(demonstrationPackage(day("2026-11-01"), country))).toBe(ours);
    expect(fingerprintOf(demonstrationPackage(A_MONTH_LATER, country))).not.toBe(ours);
  });

  test.each([
    ["2028-03-31", "2028-02", "from a long month into a short one"],
    ["2020-12-15", "2020-11", "when the clock is moved into the past"],
  ])("made on %s, it reaches to %s (%s)", (today, last) => {
    const made = tableOf(demonstrationPackage(day(today), country));
    for (const rows of [made("boletas"), made("lecturas")])
      expect(rows.reduce((newest, { periodo = "" }) => (periodo > newest ? periodo : newest), "")).toBe(last);
  });

  test("tells of payments and bills of the past only", () => {
    const days = [
      ...own("pagos").map(({ fecha = "" }) => fecha),
      ...own("boletas").map(({ emision = "" }) => emision),
    ];
    expect(days.filter((date) => date > "2026-10-31")).toEqual([]);
  });
});

describe.each(COUNTRIES)("a month later, the package of the company in %s", (country) => {
  const before = tables(country);
  const files = demonstrationPackage(A_MONTH_LATER, country);
  const after = tableOf(files);
  /** Rows that came, by key, and rows that say something else. */
  const differences = (name: (typeof resources)[number]["name"]) => {
    const { key } = resourceNamed(name);
    const known = new Map(before(name).map((row) => [keyOf(row, key), row]));
    const isNew = (row: Cells) => !known.has(keyOf(row, key));
    const differs = (row: Cells) => JSON.stringify(known.get(keyOf(row, key))) !== JSON.stringify(row);
    return {
      added: after(name).filter(isNew),
      changed: after(name).filter((row) => !isNew(row) && differs(row)),
    };
  };

  test.each(["lecturas", "boletas", "cargos"] as const)(
    "adds the new month to %s and changes nothing",
    (name) => {
      const { added, changed } = differences(name);
      expect(changed).toEqual([]);
      expect(new Set(added.map(({ periodo }) => periodo))).toEqual(new Set(["2026-11"]));
    },
  );

  test("adds the month's payments and changes none", () => {
    const { added, changed } = differences("pagos");
    expect(changed).toEqual([]);
    expect(added.length).toBeGreaterThan(0);
    for (const { fecha } of added) expect(fecha).toMatch(/^2026-11/);
  });

  test("changes of contracts and meters only what ended in that month", () => {
    for (const { hasta } of differences("contratos").changed) expect(hasta).toMatch(/^2026-11/);
    for (const { retirado } of differences("medidores").changed) expect(retirado).toMatch(/^2026-11/);
  });

  test("has the tax documents of before byte for byte", () => {
    const known = new Map(packageOf(country).map(({ path, content }) => [path, content]));
    const documents = files.filter(({ path }) => path.startsWith("dte/"));
    for (const { path, content } of documents)
      if (known.has(path)) expect(Buffer.compare(Buffer.from(content), known.get(path) as Buffer)).toBe(0);
    const added = documents.filter(({ path }) => !known.has(path));
    expect(added.length > 0).toBe(country === "cl");
  });
});
