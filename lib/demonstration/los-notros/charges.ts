import { iva } from "../../jurisdiction/cl/iva.ts";
import { decimalText } from "../../kernel/decimal.ts";
import { drawn } from "../random.ts";
import type { Charge } from "../simulation/bill.ts";
import type { BillableCycle } from "../simulation/billing.ts";
import { lastDayOf, monthAt, yearOf } from "../simulation/calendar.ts";
import { CHARGES, type ChargeName } from "./glosas.ts";
import { FEES, POWER_FACTOR, priceIn, TARIFFS, WINTER, type Prices } from "./prices.ts";

const line = (name: ChargeName, monto: number): Charge => {
  const { glosa, afecto } = CHARGES[name];
  return { glosa, afecto, monto };
};
const priced = (name: ChargeName, cantidad: number, unidad: string, precio: number): Charge => ({
  ...line(name, Math.round(cantidad * precio)),
  cantidad,
  unidad,
  precio,
});
const when = (condition: boolean, charge: () => Charge) => (condition ? [charge()] : []);

/** Hours of a month times the part of them at which a business uses its highest demand. */
const HOURS_AT_DEMAND = 720 * 0.34;

/** The lines of a bill of Los Notros, in the order in which it prints them. */
export function chargesOf(cycle: BillableCycle): Charge[] {
  const prices = pricesOf(cycle);
  const { isLate, plan } = cycle;
  const bill = [
    line("dispatch", FEES.dispatch),
    ...when(isLate, () => line("latePayment", FEES.latePayment)),
    line("publicService", FEES.publicService),
    line("postage", FEES.postage),
    line("service", prices.service * plan.billingMonths),
    ...energy(cycle, prices),
    ...demand(cycle, prices),
    ...when(plan.traits.includes("rents meter"), () =>
      line("meterRent", FEES.meterRent * plan.billingMonths),
    ),
    ...corrections(cycle, prices),
    ...debts(cycle, prices),
  ];
  const all = [...bill, ...when(plan.traits.includes("subsidised"), () => subsidy(cycle, bill))];
  return [...all, ...when(plan.traits.includes("pays in cash"), () => rounding(cycle, all))].filter(
    ({ monto }) => monto !== 0 || cycle.kwh === 0,
  );
}

function pricesOf({ tariff, period }: BillableCycle): Prices {
  const prices = (TARIFFS as Record<string, Prices>)[tariff];
  if (!prices) throw new Error(`no prices for ${tariff}`);
  const year = yearOf(period);
  const perKwh = (price: number) => priceIn(year, price, 3);
  const entries = Object.entries(prices).map(([name, price]: [string, number]) => [
    name,
    ["energy", "rme", "transmission"].includes(name) ? perKwh(price) : priceIn(year, price, 0),
  ]);
  return Object.fromEntries(entries) as Prices;
}

function energy({ plan, period, kwh }: BillableCycle, prices: Prices): Charge[] {
  const usual = plan.meanKwh * plan.billingMonths;
  const limit = Math.round(Math.max(WINTER.leastKwh * plan.billingMonths, usual * WINTER.limit));
  const isWinter = prices.contractedPower === undefined && WINTER.months.includes(monthAt(period));
  return [
    priced("transmission", kwh, "kWh", prices.transmission),
    priced("rme", kwh, "kWh", prices.rme),
    priced("energy", kwh, "kWh", prices.energy),
    ...when(isWinter && plan.tariffs[0] === "BT1" && kwh > limit, () =>
      priced("winter", kwh - limit, "kWh", priceIn(yearOf(period), prices.energy * WINTER.surcharge, 3)),
    ),
  ];
}

function demand(cycle: BillableCycle, prices: Prices): Charge[] {
  const { plan, kwh, luck } = cycle;
  const kw = Math.round((kwh / (HOURS_AT_DEMAND * plan.billingMonths)) * (0.9 + 0.2 * luck("kW")) * 10) / 10;
  const supplied = Math.round((plan.meanKwh / HOURS_AT_DEMAND) * 11) / 10;
  const of = (name: ChargeName & keyof Prices, quantity: number) =>
    prices[name] === undefined ? [] : [priced(name, quantity, "kW", prices[name])];
  const charges = [
    ...of("contractedPower", Math.round(plan.technical.capacidad_empalme_kva * 0.8)),
    ...of("readDemand", kw),
    ...of("suppliedDemand", supplied),
    ...of("peakDemand", Math.round(supplied * 6) / 10),
  ];
  return [...charges, ...powerFactor(cycle, prices, charges)];
}

/** 1 % of energy and demand for each hundredth that is missing. */
function powerFactor(
  { plan, kwh, luck }: BillableCycle,
  prices: Prices,
  demands: readonly Charge[],
): Charge[] {
  if (!plan.traits.includes("low power factor") || demands.length === 0) return [];
  const measured = Math.round(100 * (POWER_FACTOR.worst + 0.14 * luck("factor"))) / 100;
  const missing = Math.round(100 * (POWER_FACTOR.least - measured));
  const base = kwh * prices.energy + demands.reduce((sum, { monto }) => sum + monto, 0);
  return when(missing > 0, () => line("powerFactor", Math.round((base * missing) / 100)));
}

/** In March a decree of higher prices, in October one of lower ones; an outage beyond the norm now and then. */
function corrections({ plan, period, kwh, luck }: BillableCycle, prices: Prices): Charge[] {
  const month = monthAt(period);
  const some = luck("decree") < 0.7 && !plan.calm;
  const outage = !plan.calm && drawn(plan.place.comuna, period, "outage") < 0.06;
  return [
    ...when(some && month === 2, () => line("arrears", Math.round(kwh * prices.energy * 0.045))),
    ...when(some && month === 9, () => line("refund", -Math.round(kwh * prices.energy * 0.06))),
    ...when(outage && kwh > 0, () =>
      line("compensation", -Math.round(plan.meanKwh * (1 + 2 * luck("hours")))),
    ),
  ];
}

function debts({ plan, isLate, kwhBefore, luck }: BillableCycle, prices: Prices): Charge[] {
  const isCut = plan.payer === "in arrears" && luck("cut") < 0.1;
  return [
    ...when(isLate, () =>
      line("interest", Math.round(kwhBefore * prices.energy * (0.008 + 0.012 * luck("days")))),
    ),
    ...when(isCut, () => line("reconnection", FEES.reconnection)),
  ];
}

/** At most a third of the bill. */
function subsidy({ plan }: BillableCycle, charges: readonly Charge[]): Charge {
  const net = charges.reduce((sum, { monto }) => sum + monto, 0);
  const granted = (4_200 + Math.round(900 * drawn(plan.number, "subsidy"))) * plan.billingMonths;
  return line("subsidy", -Math.max(0, Math.min(granted, Math.round(net / 3))));
}

/** To the nearest ten pesos of the total. */
function rounding({ period }: BillableCycle, charges: readonly Charge[]): Charge {
  const sum = (taxable: boolean) =>
    charges.filter(({ afecto }) => afecto === taxable).reduce((total, { monto }) => total + monto, 0);
  const taxable = sum(true);
  const total = taxable + sum(false) + Number(iva.of(decimalText(taxable), lastDayOf(period)));
  return line("rounding", Math.round(total / 10) * 10 - total);
}
