import type { DecimalText } from "../kernel/decimal.ts";
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
  transformerRatedKva: DecimalText | null;
  voltageLevel: string | null;
  meterSerialNumber: string | null;
}
