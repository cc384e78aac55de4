import { period } from "../../kernel/period.ts";
import { drawn, pick } from "../random.ts";
import type { Payer, SupplyPlan, Trait } from "../simulation/plan.ts";
import { businessFor, personFor } from "./holders.ts";
import { KINDS, type KindOfSupply } from "./kinds-of-supply.ts";
import { placeOf, technicalOf } from "./places.ts";

const FIRST_NUMBER = 20_101;
const START = period("2018-01");
/** Meters are read in rounds, none so late that what corrects a bill would fall into the next month. */
const READING_ROUNDS = [6, 9, 12, 15, 18, 21];
const DAYS_TO_ISSUE = 4;
const PAYERS: readonly Payer[] = [
  "prompt",
  "prompt",
  "prompt",
  "usual",
  "usual",
  "usual",
  "late",
  "in arrears",
];

function traitsOf(supply: string, { trade, tariffs }: KindOfSupply): Trait[] {
  const odds: [Trait, number][] = [
    ["rents meter", 0.08],
    ["subsidised", trade === null ? 0.12 : 0],
    ["pays in cash", trade === null ? 0.1 : 0],
    ["low power factor", tariffs[0] === "BT1" ? 0 : 0.4],
  ];
  return odds.filter(([trait, chance]) => drawn(supply, trait) < chance).map(([trait]) => trait);
}

function planOf(number: string, kind: KindOfSupply): SupplyPlan {
  const [least, most] = kind.kwh;
  const readDay = pick(READING_ROUNDS, number, "round");
  const { trade } = kind;
  return {
    number,
    place: placeOf(number),
    technical: technicalOf(number, kind.kva, kind.voltage),
    tariffs: kind.tariffs,
    billingMonths: kind.billingMonths,
    readDay,
    issueDay: readDay + DAYS_TO_ISSUE,
    meanKwh: Math.round(least + (most - least) * drawn(number, "mean") ** 2),
    season: kind.season,
    payer: pick(PAYERS, number, "payer"),
    traits: traitsOf(number, kind),
    start: START,
    holder: (turn) => (trade === null ? personFor(number, turn) : businessFor(trade, number, turn)),
    calm: false,
  };
}

/** The two hundred supplies of nobody in particular. */
export const ordinarySupplies: readonly SupplyPlan[] = KINDS.flatMap((kind) =>
  Array.from({ length: kind.count }, () => kind),
).map((kind, at) => planOf(String(FIRST_NUMBER + at), kind));
