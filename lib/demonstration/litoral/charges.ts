import { colombia } from "../../jurisdiction/co/colombia.ts";
import { Decimal, decimalText } from "../../kernel/decimal.ts";
import { drawn } from "../random.ts";
import type { Charge } from "../simulation/bill.ts";
import type { BillableCycle } from "../simulation/billing.ts";
import { lastDayOf, yearOf } from "../simulation/calendar.ts";
import { CHARGES, type ChargeName } from "./glosas.ts";
import { CLASSES, FEES, feeIn, SUBSISTENCE_KWH, unitCost, type ClassName } from "./prices.ts";

const line = (name: ChargeName, monto: number): Charge => {
  const { glosa, afecto } = CHARGES[name];
  return { glosa, afecto, monto };
};
const when = (condition: boolean, charge: () => Charge) => (condition ? [charge()] : []);

/** The lines of a bill of the Electrificadora del Litoral, in the order in which it prints them. */
export function chargesOf(cycle: BillableCycle): Charge[] {
  const { plan, period, kwh } = cycle;
  const { subsidy, contribution, lighting, cleaning } = CLASSES[cycle.tariff as ClassName];
  const year = yearOf(period);
  const cost = unitCost(year);
  const energy = Math.round(kwh * cost);
  const subsidised = Math.min(kwh, SUBSISTENCE_KWH * plan.billingMonths);
  const bill = [
    line("service", feeIn(year, FEES.service) * plan.billingMonths),
    { ...line("energy", energy), cantidad: kwh, unidad: "kWh", precio: cost },
    ...when(subsidy > 0 && kwh > 0, () => line("subsidy", -Math.round(subsidised * cost * subsidy))),
    ...when(contribution > 0, () => line("contribution", Math.round(energy * contribution))),
    ...when(plan.traits.includes("low power factor"), () => reactive(cycle, cost)),
    ...corrections(cycle, cost),
    ...debts(cycle, cost),
    line("lighting", Math.round(energy * lighting)),
    line("cleaning", feeIn(year, cleaning) * plan.billingMonths),
  ];
  return [...bill, ...when(plan.traits.includes("pays in cash"), () => rounding(cycle, bill))].filter(
    ({ monto }) => monto !== 0 || kwh === 0,
  );
}

const reactive = ({ kwh, luck }: BillableCycle, cost: number) =>
  line("reactive", Math.round(kwh * cost * 0.08 * luck("reactive")));

function corrections({ plan, period, luck }: BillableCycle, cost: number): Charge[] {
  if (plan.calm) return [];
  const outage = drawn(plan.place.comuna, period, "outage") < 0.08;
  return [
    ...when(outage, () =>
      line("compensation", -Math.round(plan.meanKwh * cost * 0.02 * (1 + luck("hours")))),
    ),
    ...when(luck("review") < 0.004, () => line("meterReview", feeIn(yearOf(period), FEES.meterReview))),
  ];
}

function debts({ plan, tariff, period, isLate, kwhBefore, luck }: BillableCycle, cost: number): Charge[] {
  const isSuspended = plan.payer === "in arrears" && luck("cut") < 0.12;
  const fee = tariff.startsWith("Estrato") ? FEES.residentialReconnection : FEES.otherReconnection;
  return [
    ...when(isLate, () => line("interest", Math.round(kwhBefore * cost * (0.01 + 0.01 * luck("days"))))),
    ...when(isSuspended, () => line("reconnection", feeIn(yearOf(period), fee))),
  ];
}

/** To the nearest ten pesos of the total, centavos of the tax apart. */
function rounding({ period }: BillableCycle, charges: readonly Charge[]): Charge {
  const sum = (some: readonly Charge[]) => some.reduce((total, { monto }) => total + monto, 0);
  const tax = colombia.tax.of(decimalText(sum(charges.filter(({ afecto }) => afecto))), lastDayOf(period));
  const total = sum(charges) + new Decimal(tax ?? 0).floor().toNumber();
  return line("rounding", Math.round(total / 10) * 10 - total);
}
