import type { SupplyPlan } from "../simulation/plan.ts";

/** Consumption by month of the year, January first, of which 1 is the mean. */
const SEASONS = {
  /** Heated in winter. */
  home: [0.72, 0.76, 0.8, 0.93, 1.08, 1.41, 1.31, 1.11, 0.95, 0.86, 0.78, 0.75],
  /** By the lake, in the holidays. */
  summerHouse: [3.4, 3.6, 1.3, 0.6, 0.2, 0.15, 0.6, 0.2, 0.5, 0.3, 0.4, 0.75],
  /** Cows give most milk in spring. */
  dairy: [1.15, 1.0, 0.95, 0.85, 0.7, 0.6, 0.62, 0.85, 1.2, 1.4, 1.4, 1.28],
  shop: [1.12, 1.1, 0.98, 0.95, 0.96, 1.0, 0.98, 0.96, 0.95, 0.96, 0.98, 1.06],
  school: [0.3, 0.35, 1.1, 1.15, 1.25, 1.4, 0.9, 1.3, 1.2, 1.15, 1.1, 0.8],
  sawmill: [1.1, 1.1, 1.1, 1.05, 0.95, 0.85, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1],
  irrigation: [2.6, 2.4, 1.5, 0.4, 0.1, 0.1, 0.1, 0.1, 0.3, 0.9, 1.5, 2.0],
} as const;

/** A kind of supply: how many there are, and between which means (kWh a month) they lie. */
export interface KindOfSupply {
  count: number;
  /** What a business does, as its name begins; null for people. */
  trade: string | null;
  season: readonly number[];
  kwh: readonly [number, number];
  tariffs: SupplyPlan["tariffs"];
  billingMonths: SupplyPlan["billingMonths"];
  kva: number;
  voltage: "BT" | "AT";
}

const home = {
  trade: null,
  season: SEASONS.home,
  kwh: [110, 520],
  tariffs: ["BT1"],
  billingMonths: 1,
  kva: 10,
  voltage: "BT",
} satisfies Omit<KindOfSupply, "count">;

export const KINDS: readonly KindOfSupply[] = [
  { ...home, count: 118 },
  { ...home, count: 14, billingMonths: 2, kwh: [60, 260] },
  { ...home, count: 8, billingMonths: 3, kwh: [40, 180] },
  { ...home, count: 6, billingMonths: 6, season: SEASONS.summerHouse, kwh: [40, 110] },
  { ...home, count: 14, season: SEASONS.summerHouse, kwh: [70, 220] },
  { ...home, count: 8, trade: "Almacén", season: SEASONS.shop, kwh: [380, 900], kva: 15 },
  {
    ...home,
    count: 6,
    trade: "Panadería",
    season: SEASONS.shop,
    kwh: [1_400, 3_200],
    tariffs: ["BT2", "BT3"],
    kva: 30,
  },
  {
    ...home,
    count: 8,
    trade: "Lechería",
    season: SEASONS.dairy,
    kwh: [2_600, 7_500],
    tariffs: ["BT3", "BT2"],
    kva: 45,
  },
  {
    ...home,
    count: 4,
    trade: "Colegio",
    season: SEASONS.school,
    kwh: [1_800, 3_600],
    tariffs: ["BT2", "BT3"],
    kva: 45,
  },
  {
    ...home,
    count: 5,
    trade: "Riego",
    season: SEASONS.irrigation,
    kwh: [1_800, 5_200],
    tariffs: ["BT4.3"],
    kva: 75,
  },
  {
    ...home,
    count: 4,
    trade: "Hotel",
    season: SEASONS.shop,
    kwh: [4_000, 9_000],
    tariffs: ["BT4.3", "BT3"],
    kva: 75,
  },
  {
    ...home,
    count: 5,
    trade: "Aserradero",
    season: SEASONS.sawmill,
    kwh: [14_000, 42_000],
    tariffs: ["AT4.3"],
    kva: 300,
    voltage: "AT",
  },
];

export const HOME_SEASON = SEASONS.home;
export const FARM_SEASON = SEASONS.dairy;
export const SUMMER_SEASON = SEASONS.summerHouse;
