import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settle, type Payable, type ReceivedPayment } from "../../../lib/billing/account.ts";
import { addDays, day, type CivilDate } from "../../../lib/kernel/civil-date.ts";
import { Decimal, type DecimalText } from "../../../lib/kernel/decimal.ts";

/** @law cl/codigo-civil art. 1597 (debts that are due first) */

const TODAY = day("2026-11-26");
const money = (amount: number) => String(amount) as DecimalText;

const bill = (document: string, dueOn: string | null, total: number): Payable => ({
  document,
  issuedOn: day("2026-01-01"),
  dueOn: dueOn === null ? null : day(dueOn),
  totalAmount: money(total),
});
const paid = (paidOn: string, amount: number, document: string | null = null): ReceivedPayment => ({
  paidOn: day(paidOn),
  amount: money(amount),
  document,
});
const OCTOBER = bill("B-10", "2026-10-28", 36120);
const NOVEMBER = bill("B-11", "2026-11-28", 38640);

/** State, what is owed and when it was paid, by document. */
function outcome(bills: Payable[], payments: ReceivedPayment[]) {
  const { settlements, owedAmount, creditAmount } = settle(bills, payments, TODAY);
  const each = settlements.map(({ state, owedAmount: owed, paidOn }, at) =>
    [bills[at]?.document, state, owed, ...(paidOn ? [paidOn] : [])].join(" "),
  );
  return [...each, `debe ${owedAmount}`, ...(creditAmount === "0" ? [] : [`a favor ${creditAmount}`])];
}

describe("what is owed", () => {
  test("unpaid bills are overdue or owed by their due date", () => {
    expect(outcome([NOVEMBER, OCTOBER], [])).toEqual(["B-11 owed 38640", "B-10 overdue 36120", "debe 74760"]);
  });

  test("a bill is not overdue on its due date, but on the day after", () => {
    expect(outcome([bill("a", "2026-11-26", 1), bill("b", "2026-11-25", 1)], [])).toEqual([
      "a owed 1",
      "b overdue 1",
      "debe 2",
    ]);
  });

  test("a bill without due date is owed, never overdue", () => {
    expect(outcome([bill("a", null, 10)], [])).toEqual(["a owed 10", "debe 10"]);
  });

  test("a bill of zero owes nothing", () => {
    expect(outcome([bill("a", "2026-01-10", 0)], [])).toEqual(["a paid 0", "debe 0"]);
  });

  test("without bills nothing is owed", () => {
    expect(outcome([], [])).toEqual(["debe 0"]);
  });
});

describe("what a payment pays", () => {
  test("the bill that it names, though an older one is open", () => {
    expect(outcome([OCTOBER, NOVEMBER], [paid("2026-11-20", 38640, "B-11")])).toEqual([
      "B-10 overdue 36120",
      "B-11 paid 0 2026-11-20",
      "debe 36120",
    ]);
  });

  test("the oldest bill first, when it names none", () => {
    expect(outcome([NOVEMBER, OCTOBER], [paid("2026-11-20", 40000)])).toEqual([
      "B-11 owed 34760",
      "B-10 paid 0 2026-11-20",
      "debe 34760",
    ]);
  });

  test("part of a bill, and the rest later: paid on the later day", () => {
    const parts = [paid("2026-11-10", 16120, "B-10"), paid("2026-11-20", 20000, "B-10")];
    expect(outcome([OCTOBER], parts)).toEqual(["B-10 paid 0 2026-11-20", "debe 0"]);
  });

  test("the next bill with what was too much for the one it names, and then stays in favour", () => {
    expect(outcome([OCTOBER, NOVEMBER], [paid("2026-11-20", 80000, "B-10")])).toEqual([
      "B-10 paid 0 2026-11-20",
      "B-11 paid 0 2026-11-20",
      "debe 0",
      "a favor 5240",
    ]);
  });

  test("the open bills, when the one it names does not stand any more", () => {
    expect(outcome([OCTOBER], [paid("2026-10-20", 36120, "replaced")])).toEqual([
      "B-10 paid 0 2026-10-20",
      "debe 0",
    ]);
  });
});

describe("money taken back", () => {
  test("makes its bill owe again", () => {
    const payments = [paid("2026-10-20", 36120, "B-10"), paid("2026-10-25", -36120, "B-10")];
    expect(outcome([OCTOBER], payments)).toEqual(["B-10 overdue 36120", "debe 36120"]);
  });

  test("and paid once more, is paid", () => {
    const payments = [36120, -36120, 36120].map((amount, at) => paid(`2026-10-2${at}`, amount, "B-10"));
    expect(outcome([OCTOBER], payments)).toEqual(["B-10 paid 0 2026-10-22", "debe 0"]);
  });

  test("from the account makes owe what it had paid, on the same day too", () => {
    const payments = [paid("2026-10-20", -36120), paid("2026-10-20", 36120)];
    expect(outcome([OCTOBER], payments)).toEqual(["B-10 overdue 36120", "debe 36120"]);
  });

  test("from the account, when the account has none, is owed on the newest bill", () => {
    const payments = [paid("2026-10-20", 36120, "B-10"), paid("2026-10-25", -36120)];
    expect(outcome([OCTOBER], payments)).toEqual(["B-10 overdue 36120", "debe 36120"]);
  });
});

test("two bills of one document are two bills, and the payment pays the older first", () => {
  const twice = [bill("B", "2026-11-28", 100), bill("B", "2026-10-28", 100)];
  expect(outcome(twice, [paid("2026-10-20", 100, "B")])).toEqual([
    "B owed 100",
    "B paid 0 2026-10-20",
    "debe 100",
  ]);
});

test("a bill of a negative total is the customer's money", () => {
  expect(outcome([bill("credit", "2026-10-01", -10000), OCTOBER], [])).toEqual([
    "credit paid 0",
    "B-10 overdue 26120",
    "debe 26120",
  ]);
});

const anAmount = fc.integer({ min: -50_000, max: 100_000 });
const aDay = fc.integer({ min: 0, max: 700 }).map((days): CivilDate => addDays(day("2025-01-01"), days));
const bills = fc
  .array(fc.record({ dueOn: aDay, total: anAmount }), { minLength: 1, maxLength: 8 })
  .map((rows) =>
    rows.map(({ dueOn, total }, at): Payable => ({
      document: `B-${at}`,
      issuedOn: dueOn,
      dueOn,
      totalAmount: money(total),
    })),
  );
const payments = fc.array(
  fc.record({
    paidOn: aDay,
    amount: anAmount.map(money),
    document: fc.option(fc.integer({ min: 0, max: 9 }).map((at) => `B-${at}`)),
  }),
  { maxLength: 12 },
);

test("whatever was billed and paid: what is owed less what is in favour is the bills less the payments", () => {
  fc.assert(
    fc.property(bills, payments, (billed, received) => {
      const { owedAmount, creditAmount, settlements } = settle(billed, received, TODAY);
      const total = Decimal.sum(0, ...billed.map(({ totalAmount }) => totalAmount));
      const income = Decimal.sum(0, ...received.map(({ amount }) => amount));
      expect(new Decimal(owedAmount).minus(creditAmount).toFixed()).toBe(total.minus(income).toFixed());
      const owed = settlements.map((settlement) => new Decimal(settlement.owedAmount));
      expect(owed.every((amount) => !amount.isNegative())).toBe(true);
      expect(Decimal.sum(0, ...owed).toFixed()).toBe(owedAmount);
      // Nobody has money in favour while a bill is open.
      expect(owedAmount === "0" || creditAmount === "0").toBe(true);
      for (const { state, owedAmount: amount, paidOn } of settlements) {
        expect(state === "paid").toBe(amount === "0");
        expect(paidOn === null || state === "paid").toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("whatever was billed and paid: the order in which rows come changes nothing", () => {
  fc.assert(
    fc.property(bills, payments, (billed, received) => {
      const sums = ({ owedAmount, creditAmount }: ReturnType<typeof settle>) => [owedAmount, creditAmount];
      const reversed = settle(billed.toReversed(), received.toReversed(), TODAY);
      expect(sums(reversed)).toEqual(sums(settle(billed, received, TODAY)));
    }),
  );
});
