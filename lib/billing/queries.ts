import { billsWithin, readingsWithin, visibleSupply, type Span } from "../accounts/policy.ts";
import { civilDateOf } from "../kernel/civil-date.ts";
import type { Context, CustomerActor, StaffActor } from "../kernel/context.ts";
import { decimalText, decimalTextOrNull } from "../kernel/decimal.ts";
import { addMonths, type Period } from "../kernel/period.ts";
import { HISTORY_MONTHS, historyRows } from "./history.ts";
import { toLineItem } from "./model.ts";
import type { BillDetail, BillReading, ConsumptionHistory, PeriodCharges, StoredLineItem } from "./model.ts";

type Reader = Context<CustomerActor | StaffActor>;

/** Documents read for a history, newest first: four a month, where one is the rule. */
const DOCUMENTS_READ = 4 * HISTORY_MONTHS;

/** What was cancelled, or replaced by another bill, is nobody's debt any more. */
const inForce = { cancelledOn: null, replacedBy: null };

/** The months of a supply that the actor may see, or null when the supply is not theirs or does not exist. */
export async function consumptionHistory(ctx: Reader, number: string): Promise<ConsumptionHistory | null> {
  const visible = await visibleSupply(ctx, number);
  if (!visible) return null;
  const [bills, readings] = await Promise.all([
    ctx.db.bill.findMany({
      where: { usagePointNumber: number, ...inForce, ...billsWithin(visible.spans) },
      select: {
        period: true,
        document: true,
        folio: true,
        dueOn: true,
        servedFrom: true,
        servedTo: true,
        consumptionKwh: true,
        taxableAmount: true,
        exemptAmount: true,
        totalAmount: true,
      },
      orderBy: [{ period: "desc" }, { issuedOn: "desc" }, { document: "asc" }],
      take: DOCUMENTS_READ,
    }),
    ctx.db.meterReading.findMany({
      where: { usagePointNumber: number, ...readingsWithin(visible.spans) },
      select: { period: true, quality: true },
      orderBy: { period: "desc" },
      take: DOCUMENTS_READ,
    }),
  ]);
  const billed = bills.map((bill) => ({
    period: bill.period as Period,
    document: bill.document,
    servedFrom: civilDateOf(bill.servedFrom),
    servedTo: civilDateOf(bill.servedTo),
    consumptionKwh: decimalTextOrNull(bill.consumptionKwh),
    quality: null,
    netAmount: decimalText(bill.taxableAmount.plus(bill.exemptAmount)),
    totalAmount: decimalText(bill.totalAmount),
    dueOn: bill.dueOn && civilDateOf(bill.dueOn),
    hasDte: bill.folio !== null,
  }));
  return { usagePoint: visible.usagePoint, rows: historyRows(billed, qualityByPeriod(readings)) };
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
  const [bills, readings] = await Promise.all([
    ctx.db.bill.findMany({
      where: { usagePointNumber: number, period, ...inForce, ...billsWithin(spans) },
      omit: { usagePointNumber: true },
      orderBy: [{ issuedOn: "desc" }, { document: "asc" }],
    }),
    readingsOf(ctx, number, period, spans),
  ]);
  if (bills.length === 0) return null;
  return { usagePoint, period, bills: bills.map(toBillDetail), readings };
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
function toBillDetail(bill: Omit<BillRow, "usagePointNumber">): BillDetail {
  return {
    document: bill.document,
    tipoDte: bill.tipoDte,
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
