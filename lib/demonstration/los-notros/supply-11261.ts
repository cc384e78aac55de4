import { period, periodsUntil, type Period } from "../../kernel/period.ts";
import { seeded } from "../random.ts";
import type { Charge } from "../simulation/bill.ts";

export interface BilledMonth {
  period: Period;
  kwh: number;
  estimated: boolean;
  /** Whether the tax document is known. */
  dte: boolean;
  charges: Charge[];
}

/** The reference manual's figures (Fig. 22): consumption in kWh and net charges in pesos. */
const MANUAL: Record<string, { kwh: number; net: number }> = {
  "2020-01": { kwh: 286, net: 47_045 },
  "2020-02": { kwh: 391, net: 57_401 },
  "2020-03": { kwh: 332, net: 51_020 },
  "2020-04": { kwh: 448, net: 135_772 },
  "2020-05": { kwh: 387, net: 57_351 },
  "2020-06": { kwh: 636, net: 91_510 },
  "2020-07": { kwh: 481, net: 72_919 },
  "2020-08": { kwh: 141, net: 29_732 },
};

/** April 2020 costs twice its consumption: what it is above the other months' line is billed as arrears of a tariff. */
const ARREARS = { period: "2020-04", glosa: "Reliquidación por decreto tarifario", monto: 68_941 };

/** Two months without reading nor bill end the history: S/I, not zero. */
export const UNREAD = [period("2020-09"), period("2020-10")];
export const LAST_BILLED = period("2020-08");
const MONTHS_BILLED = 34;

/** What the register showed when December 2019 closed (Fig. 23's month goes from here to 18.688). */
export const REGISTER = { period: period("2019-12"), kwh: 18_402 };

/** Consumption by month of the year of a house with electric heating, in kWh. */
const SEASON = [305, 322, 338, 392, 455, 598, 552, 468, 402, 362, 330, 318];
const ESTIMATED = ["2018-06", "2019-07"];
export const LATE = ["2018-03", "2018-09", "2019-05", "2020-01"];

/** Prices by year: pesos a month, and pesos a kWh. */
interface Prices {
  service: number;
  transmission: number;
  rme: number;
  energy: number;
}
const PRICES: Record<string, Prices> = {
  "2017": { service: 1_398, transmission: 13.25, rme: 20.4, energy: 94.6 },
  "2018": { service: 1_436, transmission: 14.5, rme: 21.9, energy: 98.75 },
  "2019": { service: 1_489, transmission: 15.875, rme: 23.6, energy: 103.4 },
};
/** Of January 2020, as the manual prints it; its energy has no price of its own there. */
const MANUAL_SERVICE = 1_537;
const MANUAL_TRANSMISSION = 17.125;
const MANUAL_ENERGY_SHARE = 32_780 / (32_780 + 7_181);

/** The 34 billed months, oldest first: eight as in the manual, the others invented and always the same. */
export function billedMonths(): BilledMonth[] {
  const random = seeded(11_261);
  return periodsUntil(LAST_BILLED, MONTHS_BILLED)
    .reverse()
    .map((month) => {
      const manual = MANUAL[month];
      const common = { period: month, estimated: ESTIMATED.includes(month), dte: manual !== undefined };
      if (manual) return { ...common, kwh: manual.kwh, charges: manualCharges(month, manual) };
      const usual = SEASON[Number(month.slice(5)) - 1] ?? 0;
      const kwh = Math.round(usual * (0.92 + 0.16 * random()));
      return { ...common, kwh, charges: inventedCharges(month, kwh) };
    });
}

/** In the order of Fig. 23, which January 2020 repeats line by line. */
function charges(month: Period, kwh: number, amounts: { service: number; transmission: number }): Charge[] {
  const late = { glosa: "Pago de cuenta fuera de plazo", monto: 104, afecto: true };
  const { service, transmission } = amounts;
  return [
    { glosa: "Despacho postal", monto: 104, afecto: true },
    ...(LATE.includes(month) ? [late] : []),
    { glosa: "Servicio público", monto: 141, afecto: false },
    { glosa: "Costo envío postal", monto: 300, afecto: false },
    { glosa: "Administración del servicio", monto: service, afecto: true },
    {
      glosa: "Uso del sistema de transmisión",
      monto: Math.round(kwh * transmission),
      afecto: true,
      cantidad: kwh,
      unidad: "kWh",
      precio: transmission,
    },
  ];
}

function energyCharges(kwh: number, rme: number, energy: number): Charge[] {
  return [
    { glosa: "(R.M.E.)", monto: rme, afecto: true },
    { glosa: "Electricidad consumida", monto: energy, afecto: true, cantidad: kwh, unidad: "kWh" },
  ];
}

/** Lines that add up exactly to the manual's net; what the fixed ones leave is shared as in January 2020. */
function manualCharges(month: Period, { kwh, net }: { kwh: number; net: number }): Charge[] {
  const arrears =
    month === ARREARS.period ? [{ glosa: ARREARS.glosa, monto: ARREARS.monto, afecto: true }] : [];
  const fixed = charges(month, kwh, { service: MANUAL_SERVICE, transmission: MANUAL_TRANSMISSION });
  const rest = net - [...fixed, ...arrears].reduce((sum, { monto }) => sum + monto, 0);
  const energy = Math.round(rest * MANUAL_ENERGY_SHARE);
  return [...fixed, ...energyCharges(kwh, rest - energy, energy), ...arrears];
}

function inventedCharges(month: Period, kwh: number): Charge[] {
  const prices = PRICES[month.slice(0, 4)];
  if (!prices) throw new Error(`no prices for ${month}`);
  return [
    ...charges(month, kwh, prices),
    ...energyCharges(kwh, Math.round(kwh * prices.rme), Math.round(kwh * prices.energy)),
  ];
}
