import { chile } from "../../jurisdiction/cl/chile.ts";
import { day } from "../../kernel/civil-date.ts";
import { addMonths } from "../../kernel/period.ts";
import { billed, type Bill } from "../simulation/bill.ts";
import { dayOf, lastDayOf, later } from "../simulation/calendar.ts";
import type { SupplyHistory } from "../simulation/history.ts";
import type { Reading } from "../simulation/metering.ts";
import type { Payment } from "../simulation/payments.ts";
import { BOLETA, folioOf } from "./folios.ts";
import { plan11261 } from "./named-supplies.ts";
import { billedMonths, LATE, REGISTER, UNREAD, type BilledMonth } from "./supply-11261.ts";

const SERIAL = "5107733";
/** Meters are read on the 29th, or on the last day of a shorter month. */
const READ_ON = plan11261.readDay;
const DAYS_TO_PAY = 30;
const PAID_AFTER = { inTime: 21, late: 43 };

function readings(months: readonly BilledMonth[]): Reading[] {
  const december = months.findIndex(({ period }) => period === REGISTER.period);
  const until = (count: number) => months.slice(0, count).reduce((sum, { kwh }) => sum + kwh, 0);
  const start = REGISTER.kwh - until(december + 1);
  const read = months.map(({ period, estimated }, at): Reading => ({
    serial: SERIAL,
    period,
    kind: estimated ? "estimada" : "real",
    readOn: dayOf(period, READ_ON),
    kwh: start + until(at + 1),
  }));
  const unread = UNREAD.map((period): Reading => ({
    serial: SERIAL,
    period,
    kind: "sin_lectura",
    readOn: null,
    kwh: null,
  }));
  return [...read, ...unread];
}

function bill({ period, kwh, dte, charges }: BilledMonth): Bill {
  const issuedOn = lastDayOf(period);
  return billed(
    {
      supply: plan11261.number,
      period,
      document: `B${period.replace("-", "")}`,
      tipoDte: dte ? BOLETA : null,
      folio: dte ? folioOf(BOLETA, period, { place: 0, copy: 0 }) : null,
      issuedOn,
      dueOn: later(issuedOn, DAYS_TO_PAY),
      from: later(dayOf(addMonths(period, -1), READ_ON), 1),
      to: dayOf(period, READ_ON),
      kwh,
      charges,
      cancelledOn: null,
      replaces: null,
    },
    chile,
  );
}

/** All are paid; the bill after one that was paid late says so. */
function payment({ supply, period, document, issuedOn, total }: Bill): Payment {
  const isLate = LATE.includes(addMonths(period, 1));
  return {
    supply,
    number: `P${document}-1`,
    paidOn: later(issuedOn, isLate ? PAID_AFTER.late : PAID_AFTER.inTime),
    amount: total,
    document,
    method: "Caja",
  };
}

/** The history of the manual's supply: the same whatever month it is. */
export function history11261(): SupplyHistory {
  const months = billedMonths();
  const bills = months.map(bill);
  return {
    plan: plan11261,
    tariff: "BT1",
    agreements: [{ holder: plan11261.holder(0), from: day("2014-03-17"), to: null }],
    meters: [{ serial: SERIAL, installedOn: day("2014-03-20"), removedOn: null }],
    readings: readings(months),
    bills,
    payments: bills.map(payment),
  };
}
