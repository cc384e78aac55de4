import { createHash, timingSafeEqual } from "node:crypto";
import type { DecimalText } from "../kernel/decimal.ts";

/** A bill that may prove that somebody holds the paper. */
export interface ProvingBill {
  total: DecimalText;
  /** The number of its document, as printed: the folio of a tax document, or the billing system's own. */
  folio: string;
  /** Its total is that of many other supplies (a minimum charge): it tells them nothing apart and proves nothing. */
  shared: boolean;
}

/** What is known of a supply against which a proof is checked. */
export interface HeldFacts {
  /** Serial numbers of the meters that one of these bills may name. */
  meters: readonly string[];
  /** Whether a meter is at work today; where none is, a bill's folio stands for it. */
  metered: boolean;
  /** The last three above zero of the contract in force. */
  bills: readonly ProvingBill[];
}

export interface GivenProof {
  /** Serial number of the meter or, where there is none, the folio of the bill. */
  meter: string;
  /** Null when it is no amount. */
  total: DecimalText | null;
}

/** How many supplies with the same total in a period make it prove nothing. */
export const SHARED_BY = 5;

/** A number as it is compared: without what people leave out or put between its digits and letters. */
export const compared = (written: string): string =>
  written
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/^0+(?=.)/, "");

const digest = (text: string) => createHash("sha256").update(text).digest();
/** Whether two texts are the same; how long it takes says nothing of where they differ. */
const same = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));

/**
 * Whether what was given is what stands on the supply's bills: its meter and the exact total of one of them, together.
 * Where there is no meter, the folio of that bill. Everything is compared whatever was right before.
 *
 * It proves that somebody has read a bill, not that they hold the contract: a neighbour with the paper passes. So tries
 * are limited, and those whom it concerns are told (commands/tell-of-link.ts).
 */
export function proves({ meter, total }: GivenProof, { meters, metered, bills }: HeldFacts): boolean {
  const written = compared(meter);
  const ofMeter = meters.map((serial) => same(compared(serial), written));
  const ofBills = bills.map(({ total: billed, folio, shared }) => ({
    total: same(billed, total ?? "none") && !shared && Number(billed) > 0,
    folio: same(compared(folio), written) && !metered,
  }));
  const byMeter = ofMeter.filter(Boolean).length > 0 && ofBills.filter((bill) => bill.total).length > 0;
  const byFolio = ofBills.filter((bill) => bill.total && bill.folio).length > 0;
  return written !== "" && (byMeter || byFolio);
}
