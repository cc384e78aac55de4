import type { CivilDate } from "../kernel/civil-date.ts";
import type { DecimalText } from "../kernel/decimal.ts";
import type { Period } from "../kernel/period.ts";
import type { EditionAccount } from "./edition.ts";
import type { LayerName } from "./fields.ts";
import type { WarningCode } from "./warnings.ts";

/** Degrees of WGS84. */
export type Position = readonly [lon: number, lat: number];
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The network as of one load. */
export interface Edition {
  id: number;
  dataOn: CivilDate;
  publishedAt: Date;
  source: string;
  licence: string;
  attribution: string;
  note: string | null;
  demandUnit: string;
  minimumCustomers: number;
  account: EditionAccount;
  box: Box | null;
  /** The newest: what `/red` shows. */
  isCurrent: boolean;
}

/** What a column of a layer holds; days as text. */
export type Value = string | number | boolean | null;

/** An asset of an edition: the values of its layer's columns, by the name under which they are stored. */
export interface Asset {
  layer: LayerName;
  id: string;
  values: Readonly<Record<string, Value>>;
  /** Where a point stands. */
  at: Position | null;
  /** JSON of a line's coordinates. */
  path: string | null;
  box: Box | null;
  /** Energy and demand are kept back: it serves too few customers. */
  withheld: boolean;
}

/** Least and greatest demand of a month; null is not known. */
export interface Demand {
  period: Period;
  energyKwh: DecimalText | null;
  min: DecimalText | null;
  max: DecimalText | null;
  note: string | null;
}

/** What became of an asset in an edition. */
export interface AssetChange {
  edition: number;
  dataOn: CivilDate;
  action: "added" | "removed" | "changed";
  moved: boolean;
  geometryChanged: boolean;
  columns: Readonly<Record<string, readonly [before: Value, after: Value]>>;
}

export interface AssetWarning {
  code: WarningCode;
  detail: string;
}

/** An asset as another one names it. */
export interface Reference {
  layer: LayerName;
  id: string;
  name: string | null;
}

/** Everything that the page of an asset tells, but for its surroundings. */
export interface AssetDetail {
  edition: Edition;
  asset: Asset;
  /** The only one: a pole may carry the lines of several, which are in `feeders`. */
  feeder: Reference | null;
  feeders: Reference[];
  substation: Reference | null;
  demand: Demand[];
  changes: AssetChange[];
  warnings: AssetWarning[];
}

/** Where an asset leads on to: what hangs from it, or stands beside it. */
export interface Kin {
  layer: LayerName;
  /** What they are to it: "Transformadores en este poste". */
  title: string;
  total: number;
  assets: Reference[];
  /** What narrows the list of their layer to them; null where none does. */
  list: Readonly<Record<string, string>> | null;
}

/** "1_152" or "TJB15": how an asset is called in a sentence. */
export const nameOf = ({ id, values }: Pick<Asset, "id" | "values">): string =>
  typeof values["name"] === "string" ? values["name"] : id;

/** The code by which the regulator values an asset. */
export function codeOf({ values }: Pick<Asset, "values">): string | null {
  const code = values["vnr_code"] ?? values["asset_code"] ?? null;
  return code === null ? null : String(code);
}

const MONTHS = 12;

/**
 * The last twelve months of demand, newest first: they count back from the newest month that is known, and a month
 * without a row is one without values.
 */
export function lastDemands(
  rows: readonly Demand[],
  before: (period: Period, months: number) => Period,
): Demand[] {
  const newest = rows.reduce<Period | null>(
    (last, { period }) => (last === null || period > last ? period : last),
    null,
  );
  if (newest === null) return [];
  return Array.from({ length: MONTHS }, (_, at) => {
    const period = before(newest, -at);
    return (
      rows.find((row) => row.period === period) ?? {
        period,
        energyKwh: null,
        min: null,
        max: null,
        note: null,
      }
    );
  });
}

/** A percentage smaller than this is perhaps a fraction: 0.0133 is 1.33 %. */
const SMALL_PERCENTAGE = 0.2;

/** Surcharges that are said to be percentages, or of which nothing is said, and look like fractions. */
export const lookLikeFractions = (unit: string | null, values: readonly (DecimalText | null)[]): boolean =>
  unit !== "fraccion" &&
  values.some((value) => value !== null && Number(value) > 0 && Number(value) < SMALL_PERCENTAGE);
