import type { CivilDate } from "../kernel/civil-date.ts";
import type { DecimalText } from "../kernel/decimal.ts";
import type { Documents } from "./document-kind.ts";

/** The tax on consumption that a bill states apart. */
export interface ConsumptionTax {
  /** As printed: "IVA". */
  name: string;
  /** The rate in force on `date` ("0.19"); null for days whose rate this code does not know. */
  rate: (date: CivilDate) => DecimalText | null;
  /** The tax on `taxable`, rounded as the country rounds it; null when the rate is not known. */
  of: (taxable: DecimalText, date: CivilDate) => DecimalText | null;
}

/** The bill and what is on it, as the people of the country say it. */
export interface Words {
  /** "boleta"; the word is feminine in every country so far. */
  bill: string;
  /** Its tax document, short as on a link ("Ver DTE") and whole. */
  taxDocument: string;
  taxDocumentName: string;
  /** What the law calls a charge without tax: "exento". */
  exempt: string;
  /** Where one lives, small and large: "Comuna" and "Región". */
  comuna: string;
  region: string;
  /** Who supervises the company, with the initials; null where the country has nobody that this code knows. */
  supervisor: string | null;
}

/** What a country decides: its identity documents, its tax and their words. Data and pure rules; adding one touches nothing else. */
export interface Jurisdiction extends Documents {
  tax: ConsumptionTax;
  words: Words;
  /** Whether the country's tax documents are the DTE of Chile's SII. */
  hasDte: boolean;
}
