import {
  billsWithin,
  paymentsWithin,
  readingsWithin,
  visibleSupply,
  visibleTo,
  type Span,
} from "../accounts/policy.ts";
import { civilDateOf, type CivilDate } from "../kernel/civil-date.ts";
import type { Context, CustomerActor } from "../kernel/context.ts";
import { toLineItem, type StoredLineItem } from "./model.ts";

type Customer = Context<CustomerActor>;

const day = (date: Date | null): CivilDate | null => date && civilDateOf(date);

/** Every supply of a person with all they may see of it, for them to take along: bills with their lines, readings, payments. */
export async function takenSupplies(ctx: Customer) {
  const points = await ctx.db.usagePoint.findMany({
    where: visibleTo(ctx.actor),
    select: { number: true },
    orderBy: { number: "asc" },
  });
  const supplies = [];
  for (const { number } of points) {
    const visible = await visibleSupply(ctx, number);
    if (visible) supplies.push({ ...visible.usagePoint, ...(await recordsOf(ctx, number, visible.spans)) });
  }
  return supplies;
}

async function recordsOf(ctx: Customer, usagePointNumber: string, spans: readonly Span[]) {
  const [bills, readings] = await Promise.all([
    ctx.db.bill.findMany({
      where: { usagePointNumber, ...billsWithin(spans) },
      orderBy: [{ period: "asc" }, { document: "asc" }],
    }),
    ctx.db.meterReading.findMany({
      where: { usagePointNumber, ...readingsWithin(spans) },
      orderBy: [{ period: "asc" }, { serialNumber: "asc" }],
    }),
  ]);
  const documents = bills.map(({ document }) => document);
  const payments = await ctx.db.payment.findMany({
    where: { usagePointNumber, ...paymentsWithin(spans, documents) },
    orderBy: [{ paidOn: "asc" }, { number: "asc" }],
  });
  return {
    spans,
    bills: bills.map(({ usagePointNumber: _number, lineItems, folio, ...bill }) => ({
      ...bill,
      folio: folio === null ? null : String(folio),
      issuedOn: day(bill.issuedOn),
      dueOn: day(bill.dueOn),
      servedFrom: day(bill.servedFrom),
      servedTo: day(bill.servedTo),
      cancelledOn: day(bill.cancelledOn),
      lineItems: (lineItems as unknown as StoredLineItem[]).map(toLineItem),
    })),
    readings: readings.map(({ usagePointNumber: _number, readOn, ...reading }) => ({
      ...reading,
      readOn: day(readOn),
    })),
    payments: payments.map(({ usagePointNumber: _number, paidOn, ...payment }) => ({
      ...payment,
      paidOn: day(paidOn),
    })),
  };
}
