import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { billedMonths } from "../../../lib/demonstration/los-notros/supply-11261.ts";
import { packageOf, tables, numberIn, type Cells } from "./package-rows.ts";

interface Manual {
  client_portal_CL: {
    history_fig22: { period: string; consumption_kwh: number | null; charges_clp: number | null }[];
    charge_detail_fig23: { lines: { charge: string; amount_clp: number; taxable: boolean }[] };
    technical_fig20: { service_capacity_kva: number; transformer: string; transformer_capacity_kva: number };
  };
  generation_CL: {
    injections_fig26: { period: string; consumption_kwh: number | null; dte: boolean }[];
    meter_fig28: {
      rows: {
        period: string;
        consumed_kwh: number;
        consumption_previous: number;
        consumption_current: number;
      }[];
    };
    documents_fig29: { type: string; available: boolean }[];
  };
}
const fixture = readFileSync(join(import.meta.dirname, "../../fixtures/seed-figures.json"), "utf8");
const manual = JSON.parse(fixture) as Manual;

const own = tables("cl");
const of = (rows: readonly Cells[], supply: string) => rows.filter(({ suministro }) => suministro === supply);
const months = billedMonths();
const net = (charges: readonly { monto: number }[]) => charges.reduce((sum, { monto }) => sum + monto, 0);

describe("supply 11261", () => {
  test("has the manual's eight months as printed", () => {
    const printed = manual.client_portal_CL.history_fig22.filter(({ charges_clp }) => charges_clp !== null);
    const ours = of(own("boletas"), "11261").filter(({ periodo = "" }) => periodo >= "2020-01");
    expect(
      ours.map((bill) => [
        bill["periodo"],
        numberIn(bill, "consumo_kwh"),
        numberIn(bill, "afecto") + numberIn(bill, "exento"),
      ]),
    ).toEqual(
      printed.map(({ period, consumption_kwh, charges_clp }) => [period, consumption_kwh, charges_clp]),
    );
    expect(ours.every(({ folio }) => folio !== "")).toBe(true);
  });

  test("has the eight lines of January 2020, in the manual's order, and 55.900 in all", () => {
    const january = of(own("cargos"), "11261").filter(({ periodo }) => periodo === "2020-01");
    expect(january.map((charge) => [numberIn(charge, "monto"), charge["afecto"] === "SI"])).toEqual(
      manual.client_portal_CL.charge_detail_fig23.lines.map(({ amount_clp, taxable }) => [
        amount_clp,
        taxable,
      ]),
    );
    const bill = of(own("boletas"), "11261").find(({ periodo }) => periodo === "2020-01");
    expect([
      numberIn(bill, "afecto"),
      numberIn(bill, "exento"),
      numberIn(bill, "iva"),
      numberIn(bill, "total"),
    ]).toEqual([46_604, 441, 8_855, 55_900]);
  });

  test("has the technical data of the manual", () => {
    const [supply] = of(own("suministros"), "11261");
    const { service_capacity_kva, transformer, transformer_capacity_kva } =
      manual.client_portal_CL.technical_fig20;
    expect(numberIn(supply, "capacidad_empalme_kva")).toBe(service_capacity_kva);
    expect(supply?.["transformador"]).toBe(transformer);
    expect(numberIn(supply, "transformador_kva")).toBe(transformer_capacity_kva);
  });

  test("has no bill with a line that makes no sense", () => {
    for (const { charges } of months) {
      for (const { monto } of charges) expect(monto).toBeGreaterThan(0);
      expect(net(charges.filter(({ afecto }) => !afecto))).toBe(441);
    }
  });

  test("costs more in its invented winters than in its summers", () => {
    const kwh = (period: string) => months.find((month) => month.period === period)?.kwh ?? 0;
    for (const year of ["2018", "2019"]) expect(kwh(`${year}-06`)).toBeGreaterThan(1.4 * kwh(`${year}-01`));
  });

  test("ends with two months S/I in October 2020, and its readings chain", () => {
    const rows = of(own("lecturas"), "11261");
    expect(rows).toHaveLength(36);
    expect(rows[0]?.["periodo"]).toBe("2017-11");
    expect(rows.slice(-2).map((row) => [row["periodo"], row["tipo"], row["lectura_kwh"]])).toEqual([
      ["2020-09", "sin_lectura", ""],
      ["2020-10", "sin_lectura", ""],
    ]);
    const december = rows.findIndex(({ periodo }) => periodo === "2019-12");
    expect(
      rows.slice(december, december + 2).map((row) => [row["fecha"], numberIn(row, "lectura_kwh")]),
    ).toEqual([
      ["2019-12-29", 18_402],
      ["2020-01-29", 18_688],
    ]);
    const registers = rows.slice(0, -2).map((row) => numberIn(row, "lectura_kwh"));
    expect(registers.slice(1).map((value, at) => value - (registers[at] ?? 0))).toEqual(
      months.slice(1).map(({ kwh }) => kwh),
    );
  });

  test("is paid, but for what was paid late, in time", () => {
    const paid = new Map(of(own("pagos"), "11261").map((payment) => [payment["documento"], payment]));
    for (const bill of of(own("boletas"), "11261")) {
      const payment = paid.get(bill["documento"]);
      expect(payment?.["monto"]).toBe(bill["total"]);
      const next = of(own("cargos"), "11261").find(
        ({ glosa, periodo = "" }) =>
          glosa === "Pago de cuenta fuera de plazo" && isMonthAfter(periodo, bill["periodo"] ?? ""),
      );
      expect((payment?.["fecha"] ?? "") > (bill["vencimiento"] ?? "")).toBe(next !== undefined);
    }
  });
});

const isMonthAfter = (later: string, earlier: string) => {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(later) === index(earlier) + 1;
};

describe("the supplies with generation", () => {
  test("131311 takes from the network what Fig. 26 prints, and October is S/I", () => {
    const bills = new Map(of(own("boletas"), "131311").map((bill) => [bill["periodo"], bill]));
    for (const { period, consumption_kwh, dte } of manual.generation_CL.injections_fig26) {
      const bill = bills.get(period);
      expect(bill === undefined ? null : numberIn(bill, "consumo_kwh"), period).toBe(consumption_kwh);
      expect(Boolean(bill?.["folio"]), period).toBe(dte);
    }
    expect(of(own("lecturas"), "131311").at(-1)).toMatchObject({ periodo: "2020-10", tipo: "sin_lectura" });
  });

  test("131313's register goes from reading to reading as in Fig. 28, put right", () => {
    const readings = of(own("lecturas"), "131313");
    const bills = new Map(of(own("boletas"), "131313").map((bill) => [bill["periodo"], bill]));
    for (const row of manual.generation_CL.meter_fig28.rows) {
      const at = readings.findIndex(({ periodo }) => periodo === row.period);
      expect(numberIn(readings[at - 1], "lectura_kwh")).toBe(row.consumption_previous);
      expect(numberIn(readings[at], "lectura_kwh")).toBe(row.consumption_current);
      expect(numberIn(bills.get(row.period), "consumo_kwh")).toBe(row.consumed_kwh);
    }
    expect(numberIn(readings[0], "lectura_kwh")).toBeGreaterThan(0);
  });

  test("131311 has the documents of Fig. 29, and no connection study", () => {
    const kinds = {
      "Copia Contrato": "contrato",
      "Copia Protocolo conexión": "protocolo_conexion",
      "Copia Ubicación": "ubicacion",
      "Estudio de conexión": "estudio_conexion",
    };
    const available = manual.generation_CL.documents_fig29.filter((document) => document.available);
    const expected = available.map(({ type }) => kinds[type as keyof typeof kinds]);
    const copies = of(own("documentos"), "131311");
    expect(copies.map(({ tipo }) => tipo).sort()).toEqual(expected.sort());
    for (const { archivo } of copies) {
      const content = packageOf("cl").find(({ path }) => path === archivo)?.content;
      expect(
        Buffer.from(content ?? "")
          .subarray(0, 5)
          .toString(),
      ).toBe("%PDF-");
    }
  });
});

describe("whenever the demonstration is looked at in November 2026", () => {
  const unpaid = (supply: string) => {
    const paid = new Set(of(own("pagos"), supply).map(({ documento }) => documento));
    return of(own("boletas"), supply).filter(({ documento }) => !paid.has(documento));
  };

  test("11262 owes its last bill, and the one before is overdue", () => {
    expect(unpaid("11262").map(({ periodo, vencimiento }) => [periodo, vencimiento])).toEqual([
      ["2026-09", "2026-10-31"],
      ["2026-10", "2026-11-30"],
    ]);
  });

  test("20005 owes its last bill only, and is the newcomer's", () => {
    expect(unpaid("20005").map(({ periodo }) => periodo)).toEqual(["2026-10"]);
    expect(of(own("contratos"), "20005")).toMatchObject([{ titular: "33333333-3", hasta: "" }]);
  });
});
