import type { CivilDate } from "../kernel/civil-date.ts";
import type { DecimalText } from "../kernel/decimal.ts";
import type { Period } from "../kernel/period.ts";
import type { ReadingQuality } from "../platform/generated/enums.ts";

export type { ReadingQuality };

/** What heads every page of a supply. */
export interface UsagePointHeading {
  number: string;
  address: string;
  comuna: string;
  region: string;
}

/** Fig. 20 of the reference portal: what is known of a supply, its holder and its installation. */
export interface UsagePointInformation extends UsagePointHeading {
  holder: { identityNumber: string; name: string; email: string | null; phone: string | null } | null;
  pricingStructure: string | null;
  billingMonths: number;
  serviceCapacityKva: DecimalText | null;
  transformerName: string | null;
  /** In the network, where the company says which one it is. */
  transformerId: string | null;
  transformerRatedKva: DecimalText | null;
  voltageLevel: string | null;
  meterSerialNumber: string | null;
}

export interface InstalledMeter {
  serialNumber: string;
  installedOn: CivilDate;
  removedOn: CivilDate | null;
}

/** A row of the company's readings: what a meter showed at the end of a period, or that nobody read it. */
export interface TakenReading {
  period: Period;
  serialNumber: string;
  quality: ReadingQuality;
  readOn: CivilDate | null;
  registerKwh: DecimalText | null;
}

/** Why a reading does not tell a consumption. */
export type Unmeasured = "notRead" | "notLoaded" | "firstReading" | "registerFell";

/** One row of the readings: one that was taken, or a month of which none was loaded (then nothing but it is known). */
export interface ReadingRow extends Omit<TakenReading, "serialNumber" | "quality"> {
  serialNumber: string | null;
  quality: ReadingQuality | null;
  consumptionKwh: DecimalText | null;
  /** Period of the reading from which the consumption counts: usually the one before. */
  since: Period | null;
  unmeasured: Unmeasured | null;
}

/** The meters of a supply, the newest first, and the readings of up to 36 months, newest first. */
export interface MeterHistory {
  usagePoint: UsagePointHeading;
  billingMonths: number;
  /** At work today. */
  installed: InstalledMeter | null;
  meters: InstalledMeter[];
  rows: ReadingRow[];
}
