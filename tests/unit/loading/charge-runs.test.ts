import fc from "fast-check";
import { expect, test } from "vitest";
import { Decimal } from "../../../lib/kernel/decimal.ts";
import { ChargeRuns } from "../../../lib/loading/staging/charge-runs.ts";

type Charge = { line: number; bill: string; linea: number; amount: string; taxable: boolean };

/** The runs of charges, as rows of COPY's text taken apart. */
function runsOf(charges: readonly Charge[]) {
  const runs = new ChargeRuns();
  let text = "";
  for (const { line, bill, linea, amount, taxable } of charges) {
    const cells = [
      "100",
      "2020-01",
      bill,
      String(linea),
      "Glosa",
      null,
      null,
      null,
      amount,
      taxable ? "SI" : "NO",
    ];
    text += runs.write({ line, cells, problem: null });
  }
  text += runs.finish();
  return text
    .split("\n")
    .filter(Boolean)
    .map((row) => {
      const [line, rows, , , bill, linea, afecto, exento, items] = row.split("\t");
      return { line: Number(line), rows: Number(rows), bill, linea: Number(linea), afecto, exento, items };
    });
}

const charge = (line: number, linea: number, bill = "B1") => ({
  line,
  bill,
  linea,
  amount: "10",
  taxable: true,
});

test("charges that follow each other are one run; another bill, a gap or a step back begins the next", () => {
  const runs = runsOf([
    charge(2, 1),
    charge(3, 2),
    charge(5, 3),
    charge(6, 3),
    charge(7, 1, "B2"),
    charge(8, 9, "B2"),
  ]);
  expect(runs.map(({ line, rows, bill, linea }) => [line, rows, bill, linea])).toEqual([
    [2, 2, "B1", 1],
    [5, 1, "B1", 3],
    [6, 1, "B1", 3],
    [7, 2, "B2", 1],
  ]);
});

test("no charge is lost or told twice, and every sum is exact", () => {
  const amount = fc
    .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 99 }), fc.boolean())
    .map(([whole, cents, written]) =>
      written ? `${whole}.${String(cents).padStart(2, "0")}` : String(whole),
    );
  const charges = fc.array(
    fc.record({
      linea: fc.integer({ min: 1, max: 6 }),
      bill: fc.constantFrom("B1", "B2"),
      amount,
      taxable: fc.boolean(),
      gap: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(charges, (given) => {
      let line = 1;
      const rows = given.map(({ gap, ...rest }) => ({ ...rest, line: (line += gap ? 2 : 1) }));
      const runs = runsOf(rows);
      expect(runs.flatMap((run) => Array.from({ length: run.rows }, (_, at) => run.line + at))).toEqual(
        rows.map((row) => row.line),
      );
      for (const [column, taxable] of [
        ["afecto", true],
        ["exento", false],
      ] as const) {
        const sum = (values: (string | undefined)[]) =>
          values.reduce((total, value) => total.plus(value ?? 0), new Decimal(0)).toFixed();
        expect(sum(runs.map((run) => run[column]))).toBe(
          sum(rows.filter((row) => row.taxable === taxable).map((row) => row.amount)),
        );
      }
      for (const { items, rows: count, linea } of runs) {
        const parsed = JSON.parse(`[${items}]`) as unknown[][];
        expect(parsed).toHaveLength(count);
        expect(parsed[0]?.[0]).toBe(linea);
        expect(parsed.every((item, at) => at === 0 || Number(item[0]) > Number(parsed[at - 1]?.[0]))).toBe(
          true,
        );
      }
    }),
  );
});
