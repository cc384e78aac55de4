import { billsWithin, paymentsWithin, readingsWithin, visibleSupply, type Span } from "../accounts/policy.ts";
import { civilDateOf, type CivilDate } from "../kernel/civil-date.ts";
import type { Context, CustomerActor, StaffActor } from "../kernel/context.ts";
import { decimalText, decimalTextOrNull } from "../kernel/decimal.ts";
import { addMonths, type Period } from "../kernel/period.ts";
import { HISTORY_MONTHS } from "../metering/window.ts";
import { companyIdentity } from "../platform/profile.ts";
import { settle } from "./account.ts";
import { historyRows } from "./history.ts";
import { toLineItem } from "./model.ts";
import type {
  BillDetail,
  BillReading,
  ChargeDescription,
  ConsumptionHistory,
  DteReference,
  HeldDte,
  PeriodCharges,
  StoredLineItem,
} from "./model.ts";

type Reader = Context<CustomerActor | StaffActor>;

/** More bills than any supply has; beyond them a broken load would only cost time. */
const BILLS_READ = 2000;

/** What was cancelled, or replaced by another bill, is nobody's debt any more. */
const inForce = (bill: { cancelledOn: Date | null; replacedBy: string | null }) =>
  bill.cancelledOn === null && bill.replacedBy === null;

/** The months of a supply that the actor may see, or null when the supply is not theirs or does not exist. */
export async function consumptionHistory(ctx: Reader, number: string): Promise<ConsumptionHistory | null> {
  const visible = await visibleSupply(ctx, number);
  if (!visible) return null;
  const [{ bills, account }, readings] = await Promise.all([
    accountOf(ctx, number, visible.spans),
    ctx.db.meterReading.findMany({
      where: { usagePointNumber: number, ...readingsWithin(visible.spans) },
      select: { period: true, quality: true },
      orderBy: { period: "desc" },
      take: 4 * HISTORY_MONTHS,
    }),
  ]);
  const owed = bills.filter(({ settlement }) => settlement && settlement.state !== "paid");
  return {
    usagePoint: visible.usagePoint,
    rows: historyRows(bills, qualityByPeriod(readings)),
    owed: owed.toSorted((a, b) => (a.dueOn ?? a.servedTo).localeCompare(b.dueOn ?? b.servedTo)),
    account,
  };
}

/** The bills in force of the days an actor may see, newest first, each with what became of it, and the sum of it all. */
async function accountOf(ctx: Reader, number: string, spans: Span[]) {
  const everyBill = await ctx.db.bill.findMany({
    where: { usagePointNumber: number, ...billsWithin(spans) },
    select: {
      period: true,
      document: true,
      tipoDte: true,
      folio: true,
      issuedOn: true,
      dueOn: true,
      servedFrom: true,
      servedTo: true,
      consumptionKwh: true,
      taxableAmount: true,
      exemptAmount: true,
      totalAmount: true,
      cancelledOn: true,
      replacedBy: true,
    },
    orderBy: [{ period: "desc" }, { issuedOn: "desc" }, { document: "asc" }],
    take: BILLS_READ,
  });
  const standing = everyBill.filter(inForce);
  const documents = everyBill.map(({ document }) => document);
  const [payments, held] = await Promise.all([
    paymentsOf(ctx, number, spans, documents),
    heldDtes(ctx, standing),
  ]);
  const bills = standing.map((bill) => ({
    period: bill.period as Period,
    document: bill.document,
    issuedOn: civilDateOf(bill.issuedOn),
    servedFrom: civilDateOf(bill.servedFrom),
    servedTo: civilDateOf(bill.servedTo),
    consumptionKwh: decimalTextOrNull(bill.consumptionKwh),
    quality: null,
    netAmount: decimalText(bill.taxableAmount.plus(bill.exemptAmount)),
    totalAmount: decimalText(bill.totalAmount),
    dueOn: bill.dueOn && civilDateOf(bill.dueOn),
    dte: held(bill),
  }));
  const account = payments && settle(bills, payments, ctx.today());
  return {
    bills: bills.map(({ issuedOn: _issuedOn, ...bill }, at) => ({
      ...bill,
      settlement: account?.settlements[at] ?? null,
    })),
    payments,
    account: account && { owedAmount: account.owedAmount, creditAmount: account.creditAmount },
  };
}

/**
 * What was paid in these spans or for these bills, the oldest first; null where the company has not loaded any payment of
 * anybody. A payment for the bill of another holder is theirs; one for a bill that nobody knows goes to the account.
 */
async function paymentsOf(ctx: Reader, number: string, spans: Span[], documents: readonly string[]) {
  const payments = await ctx.db.payment.findMany({
    where: { usagePointNumber: number, ...paymentsWithin(spans, documents) },
    select: { paidOn: true, amount: true, document: true, method: true },
    orderBy: [{ paidOn: "asc" }, { number: "asc" }],
  });
  if (payments.length === 0 && !(await ctx.db.payment.findFirst({ select: { number: true } }))) return null;
  const own = new Set(documents);
  const others = payments.flatMap(({ document }) => (document && !own.has(document) ? [document] : []));
  const known =
    others.length === 0
      ? []
      : await ctx.db.bill.findMany({
          where: { usagePointNumber: number, document: { in: others } },
          select: { document: true },
        });
  const ofOthers = new Set<string | null>(known.map(({ document }) => document));
  return payments
    .filter(({ document }) => !ofOthers.has(document))
    .map(({ paidOn, amount, document, method }) => ({
      paidOn: civilDateOf(paidOn),
      amount: decimalText(amount),
      document,
      method,
    }));
}

/** Which of these bills have their tax document in the portal. */
async function heldDtes(ctx: Reader, bills: readonly { tipoDte: number | null; folio: bigint | null }[]) {
  const folios = bills.map(({ folio }) => folio).filter((folio) => folio !== null);
  const tipos = [...new Set(bills.map(({ tipoDte }) => tipoDte).filter((tipo) => tipo !== null))];
  const found =
    folios.length === 0
      ? []
      : await ctx.db.dte.findMany({
          where: { issuerRut: companyIdentity(), tipo: { in: tipos }, folio: { in: folios } },
          select: { tipo: true, folio: true },
        });
  const held = new Set(found.map(({ tipo, folio }) => `${tipo}-${folio}`));
  return ({ tipoDte, folio }: (typeof bills)[number]): DteReference | null =>
    tipoDte !== null && folio !== null && held.has(`${tipoDte}-${folio}`)
      ? { tipo: tipoDte, folio: folio.toString() }
      : null;
}

const DOUBT = { actual: 0, estimated: 1, missing: 2 } as const;
/** With two meters in a month (a change), the period is only as sure as its least sure reading. */
function qualityByPeriod(readings: { period: string; quality: keyof typeof DOUBT }[]) {
  const qualities = new Map<Period, keyof typeof DOUBT>();
  for (const { period, quality } of readings) {
    const known = qualities.get(period as Period);
    if (!known || DOUBT[quality] > DOUBT[known]) qualities.set(period as Period, quality);
  }
  return qualities;
}

/**
 * What was billed for one period, and the readings behind it; null when the supply is not the actor's, does not exist,
 * or has no bill for that period.
 */
export async function periodCharges(
  ctx: Reader,
  number: string,
  period: Period,
): Promise<PeriodCharges | null> {
  const visible = await visibleSupply(ctx, number);
  if (!visible) return null;
  const { usagePoint, spans } = visible;
  const [rows, { bills, payments }, readings] = await Promise.all([
    ctx.db.bill.findMany({
      where: { usagePointNumber: number, period, ...billsWithin(spans) },
      omit: { usagePointNumber: true },
      orderBy: [{ issuedOn: "desc" }, { document: "asc" }],
    }),
    accountOf(ctx, number, spans),
    readingsOf(ctx, number, period, spans),
  ]);
  const standing = rows.filter(inForce);
  if (standing.length === 0) return null;
  const details = standing.map((row) => {
    const bill = bills.find(({ period: of, document }) => of === period && document === row.document);
    const own = payments?.filter(({ document }) => document === row.document) ?? [];
    return {
      ...toBillDetail(row),
      dte: bill?.dte ?? null,
      settlement: bill?.settlement ?? null,
      payments: own.map(({ paidOn, amount, method }) => ({ paidOn, amount, method })),
    };
  });
  return { usagePoint, period, bills: details, readings };
}

async function readingsOf(
  ctx: Reader,
  number: string,
  period: Period,
  spans: Span[],
): Promise<BillReading[]> {
  const select = {
    period: true,
    serialNumber: true,
    quality: true,
    readOn: true,
    registerKwh: true,
  } as const;
  const rows = await ctx.db.meterReading.findMany({
    where: {
      usagePointNumber: number,
      period: { gte: addMonths(period, -HISTORY_MONTHS), lte: period },
      AND: [readingsWithin(spans)],
    },
    select,
    orderBy: { period: "desc" },
  });
  const reading = (row: (typeof rows)[number]) => ({
    registerKwh: decimalTextOrNull(row.registerKwh),
    readOn: row.readOn && civilDateOf(row.readOn),
    quality: row.quality,
  });
  return rows
    .filter((row) => row.period === period)
    .map((row) => {
      const before = rows.find((other) => other.serialNumber === row.serialNumber && other.period < period);
      return {
        serialNumber: row.serialNumber,
        current: reading(row),
        previous: before ? reading(before) : null,
      };
    });
}

type BillRow = Awaited<ReturnType<Reader["db"]["bill"]["findFirstOrThrow"]>>;
function toBillDetail(
  bill: Omit<BillRow, "usagePointNumber">,
): Omit<BillDetail, "dte" | "settlement" | "payments"> {
  return {
    document: bill.document,
    folio: bill.folio?.toString() ?? null,
    issuedOn: civilDateOf(bill.issuedOn),
    dueOn: bill.dueOn && civilDateOf(bill.dueOn),
    servedFrom: civilDateOf(bill.servedFrom),
    servedTo: civilDateOf(bill.servedTo),
    consumptionKwh: decimalTextOrNull(bill.consumptionKwh),
    lineItems: (bill.lineItems as unknown as StoredLineItem[]).map(toLineItem),
    taxableAmount: decimalText(bill.taxableAmount),
    exemptAmount: decimalText(bill.exemptAmount),
    netAmount: decimalText(bill.taxableAmount.plus(bill.exemptAmount)),
    taxAmount: decimalText(bill.taxAmount),
    totalAmount: decimalText(bill.totalAmount),
  };
}

/**
 * The tax document of one of a supply's bills, cancelled ones too: it was issued. Null when the supply or the bill's days
 * are not the actor's, or when the portal does not hold it.
 */
export async function billDte(
  ctx: Reader,
  number: string,
  { tipo, folio }: DteReference,
): Promise<HeldDte | null> {
  const visible = await visibleSupply(ctx, number);
  if (!visible) return null;
  const bill = await ctx.db.bill.findFirst({
    where: { usagePointNumber: number, tipoDte: tipo, folio: BigInt(folio), ...billsWithin(visible.spans) },
    select: { document: true },
  });
  if (!bill) return null;
  const key = { issuerRut: companyIdentity(), tipo, folio: BigInt(folio) };
  const dte = await ctx.db.dte.findUnique({ where: { issuerRut_tipo_folio: key } });
  if (!dte) return null;
  const { fileKey, startByte, endByte, encoding, pdfKey, certification, resolutionNumber, resolutionOn } =
    dte;
  return {
    tipo,
    folio,
    fileKey,
    startByte,
    endByte,
    encoding,
    pdfKey,
    certification,
    resolution:
      resolutionNumber !== null && resolutionOn
        ? { number: resolutionNumber, date: civilDateOf(resolutionOn) }
        : null,
  };
}

/** Day on which the newest bill that the actor may see was issued; null where there is none, or the supply is not theirs. */
export async function lastBilledOn(ctx: Reader, number: string): Promise<CivilDate | null> {
  const visible = await visibleSupply(ctx, number);
  if (!visible) return null;
  const newest = await ctx.db.bill.findFirst({
    where: { usagePointNumber: number, cancelledOn: null, replacedBy: null, ...billsWithin(visible.spans) },
    select: { issuedOn: true },
    orderBy: [{ period: "desc" }, { issuedOn: "desc" }],
  });
  return newest && civilDateOf(newest.issuedOn);
}

/** What the company says of charges, by what the bills print: only of those that it has described. */
export async function chargeExplanations(
  ctx: Context,
  descriptions: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await ctx.db.chargeDescription.findMany({
    where: { description: { in: [...new Set(descriptions)] } },
  });
  return new Map(found.map(({ description, explanation }) => [description, explanation]));
}

/** Every charge that the company has described, by name: for anyone who holds a bill. */
export async function chargeDescriptions(ctx: Context): Promise<ChargeDescription[]> {
  const described = await ctx.db.chargeDescription.findMany({
    select: { description: true, explanation: true },
  });
  return described.sort((a, b) => a.description.localeCompare(b.description, "es"));
}
