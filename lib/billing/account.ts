import type { CivilDate } from "../kernel/civil-date.ts";
import { Decimal, decimalText, type DecimalText } from "../kernel/decimal.ts";

/** Pagada, por pagar, vencida. */
export type BillState = "paid" | "owed" | "overdue";

/** A bill that stands, as far as its payment goes. */
export interface Payable {
  document: string;
  issuedOn: CivilDate;
  dueOn: CivilDate | null;
  totalAmount: DecimalText;
}

/** Money received, or taken back when negative. `document` is null when it goes to the account and not to one bill. */
export interface ReceivedPayment {
  paidOn: CivilDate;
  amount: DecimalText;
  document: string | null;
}

/** What became of one bill. */
export interface Settlement {
  state: BillState;
  owedAmount: DecimalText;
  /** Day on which the last of it was paid; null while something is owed, and where nothing ever was. */
  paidOn: CivilDate | null;
}

export interface AccountStanding {
  /** What all bills together still owe. */
  owedAmount: DecimalText;
  /** Saldo a favor: paid beyond every bill. */
  creditAmount: DecimalText;
  /** One for each bill, in the order in which the bills were given. */
  settlements: readonly Settlement[];
}

interface Open {
  bill: Payable;
  owed: Decimal;
  paidOn: CivilDate | null;
}
interface Money {
  amount: Decimal;
  paidOn: CivilDate;
}

const ZERO = new Decimal(0);
const byDay =
  <Row>(day: (row: Row) => CivilDate) =>
  (a: Row, b: Row) =>
    day(a).localeCompare(day(b));

/** Gives `money` to a bill and returns what is left of it; money taken back makes the bill owe again. */
function give(open: Open, { amount, paidOn }: Money): Decimal {
  const taken = amount.isNegative() ? amount : Decimal.min(amount, Decimal.max(open.owed, ZERO));
  if (taken.isZero()) return amount;
  open.owed = open.owed.minus(taken);
  open.paidOn = paidOn;
  return amount.minus(taken);
}

/** The account's money, oldest first; what was taken back is taken from what came last, and `missing` is what was not there. */
function afterReversals(money: readonly Money[]): { kept: Money[]; missing: Decimal } {
  const kept = money.filter(({ amount }) => amount.isPositive()).sort(byDay((row) => row.paidOn));
  let missing = Decimal.sum(0, ...money.map(({ amount }) => Decimal.max(amount.neg(), ZERO)));
  while (!missing.isZero()) {
    const last = kept.pop();
    if (!last) break;
    const taken = Decimal.min(missing, last.amount);
    missing = missing.minus(taken);
    if (taken.lt(last.amount)) kept.push({ ...last, amount: last.amount.minus(taken) });
  }
  return { kept, missing };
}

const stateOf = ({ bill, owed }: Open, today: CivilDate): BillState =>
  owed.isZero() ? "paid" : bill.dueOn && bill.dueOn < today ? "overdue" : "owed";

/**
 * What is owed of each bill, and of all.
 *
 * A payment that names a bill pays that bill; what it has too much, what names a bill that does not stand any more, and
 * what names none pays the oldest bills first (debts that are due before those that are not). A bill whose total
 * is negative is money of the customer; money taken back beyond what the account had is owed on the newest bill. A bill
 * is overdue from the day after its due date.
 *
 * @law cl/codigo-civil art. 1597 (where neither party says what is paid: debts that are due before those that are not)
 */
export function settle(
  bills: readonly Payable[],
  payments: readonly ReceivedPayment[],
  today: CivilDate,
): AccountStanding {
  const asGiven = bills.map((bill): Open => ({ bill, owed: new Decimal(bill.totalAmount), paidOn: null }));
  const opened = asGiven.toSorted(byDay(({ bill }) => bill.dueOn ?? bill.issuedOn));
  const byDocument = new Map(opened.toReversed().map((open) => [open.bill.document, open]));
  const toTheAccount: Money[] = opened
    .filter(({ owed }) => owed.isNegative())
    .map(({ bill, owed }) => ({ amount: owed.neg(), paidOn: bill.issuedOn }));
  for (const open of opened) open.owed = Decimal.max(open.owed, ZERO);

  for (const { amount, paidOn, document } of payments.toSorted(byDay((row) => row.paidOn))) {
    const money = { amount: new Decimal(amount), paidOn };
    const open = document === null ? undefined : byDocument.get(document);
    toTheAccount.push({ paidOn, amount: open ? give(open, money) : money.amount });
  }
  const { kept, missing } = afterReversals(toTheAccount);
  const newest = opened.at(-1);
  if (newest) newest.owed = newest.owed.plus(missing);
  let credit = ZERO;
  for (const money of kept) {
    let left = money.amount;
    for (const open of opened) if (left.isPositive()) left = give(open, { ...money, amount: left });
    credit = credit.plus(left);
  }
  const settlements = asGiven.map((open) => {
    const state = stateOf(open, today);
    const paidOn = state === "paid" ? open.paidOn : null;
    return { state, owedAmount: decimalText(open.owed), paidOn };
  });
  return {
    owedAmount: decimalText(Decimal.sum(0, ...opened.map(({ owed }) => owed))),
    creditAmount: decimalText(credit),
    settlements,
  };
}
