/** Pesos of 2020. */
const UNIT_COST = 541.3;
const BASE_YEAR = 2020;
const GROWTH = 0.085;

const growth = (year: number) => 1 + GROWTH * (year - BASE_YEAR);

/** Cost of a kWh in `year`, with two decimals. */
export const unitCost = (year: number) => Math.round(UNIT_COST * growth(year) * 100) / 100;

/** A fee of 2020 in whole pesos of `year`. */
export const feeIn = (year: number, fee: number) => Math.round(fee * growth(year));

/** What a class of users pays: part of the subsistence that is subsidised, part of the consumption that it contributes. */
interface UserClass {
  subsidy: number;
  contribution: number;
  /** Of the consumption. */
  lighting: number;
  cleaning: number;
}

export const CLASSES = {
  "Estrato 1": { subsidy: 0.6, contribution: 0, lighting: 0.03, cleaning: 6_200 },
  "Estrato 2": { subsidy: 0.5, contribution: 0, lighting: 0.05, cleaning: 9_800 },
  "Estrato 3": { subsidy: 0.15, contribution: 0, lighting: 0.08, cleaning: 16_400 },
  "Estrato 4": { subsidy: 0, contribution: 0, lighting: 0.1, cleaning: 21_300 },
  "Estrato 5": { subsidy: 0, contribution: 0.2, lighting: 0.12, cleaning: 33_900 },
  "Estrato 6": { subsidy: 0, contribution: 0.2, lighting: 0.12, cleaning: 41_700 },
  Comercial: { subsidy: 0, contribution: 0.2, lighting: 0.1, cleaning: 58_200 },
  Industrial: { subsidy: 0, contribution: 0, lighting: 0.06, cleaning: 96_500 },
} satisfies Record<string, UserClass>;
export type ClassName = keyof typeof CLASSES;

/** Monthly consumption that is subsidised below a thousand metres above the sea, in kWh. */
export const SUBSISTENCE_KWH = 173;

export const FEES = {
  service: 3_120,
  residentialReconnection: 27_300,
  otherReconnection: 31_800,
  meterReview: 120_000,
};
