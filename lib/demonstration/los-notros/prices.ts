/** Pesos without IVA of 2020: a month, a kWh, or a kW of demand. */
export interface Prices {
  service: number;
  energy: number;
  rme: number;
  transmission: number;
  contractedPower?: number;
  readDemand?: number;
  suppliedDemand?: number;
  peakDemand?: number;
}

export const TARIFFS = {
  BT1: { service: 1_537, energy: 114.6, rme: 25.1, transmission: 17.125 },
  BT2: { service: 1_980, energy: 91.3, rme: 19.7, transmission: 16.2, contractedPower: 8_450 },
  BT3: { service: 2_240, energy: 91.3, rme: 19.7, transmission: 16.2, readDemand: 9_120 },
  "BT4.3": {
    service: 2_610,
    energy: 88.9,
    rme: 18.4,
    transmission: 15.8,
    suppliedDemand: 2_870,
    peakDemand: 7_930,
  },
  "AT4.3": {
    service: 3_120,
    energy: 81.2,
    rme: 15.6,
    transmission: 14.9,
    suppliedDemand: 1_640,
    peakDemand: 6_480,
  },
} satisfies Record<string, Prices>;

/** What does not depend on the tariff. */
export const FEES = {
  dispatch: 104,
  latePayment: 104,
  publicService: 141,
  postage: 300,
  meterRent: 950,
  reconnection: 9_800,
};

/** Above it, each kWh of winter costs this part of the energy price more; the limit is a multiple of the mean. */
export const WINTER = { leastKwh: 430, limit: 1.25, surcharge: 0.32, months: [3, 4, 5, 6, 7, 8] };
export const POWER_FACTOR = { least: 0.93, worst: 0.84 };

const BASE_YEAR = 2020;
const GROWTH = 0.042;

/** A price of 2020 in the money of `year`, with `digits` decimals. */
export function priceIn(year: number, price: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(price * (1 + GROWTH * (year - BASE_YEAR)) * scale) / scale;
}
