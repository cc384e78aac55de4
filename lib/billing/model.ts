import type { CivilDate } from "../kernel/civil-date.ts";
import type { DecimalText } from "../kernel/decimal.ts";
import type { Period } from "../kernel/period.ts";
import type { ReadingQuality, UsagePointHeading } from "../metering/model.ts";
import type { Settlement } from "./account.ts";

/** Glosa de cobro: one line of a bill. Amounts without tax, in the company's currency. */
export interface LineItem {
  line: number;
  description: string;
  quantity: DecimalText | null;
  unit: string | null;
  unitPrice: DecimalText | null;
  amount: DecimalText;
  /** Afecto: whether the line bears the tax on sales. */
  taxable: boolean;
}

/** A line as `bill.line_items` keeps it: in the order of `LineItem` and without its names, for there are hundreds of millions. */
export type StoredLineItem = [
  line: number,
  description: string,
  quantity: DecimalText | null,
  unit: string | null,
  unitPrice: DecimalText | null,
  amount: DecimalText,
  taxable: boolean,
];

export function toLineItem(stored: StoredLineItem): LineItem {
  const [line, description, quantity, unit, unitPrice, amount, taxable] = stored;
  return { line, description, quantity, unit, unitPrice, amount, taxable };
}

/** One row of the history: a bill of a month, or a month of which nothing is known. */
export interface HistoryRow {
  period: Period;
  /** The billing system's identifier of the bill; null where there is none. */
  document: string | null;
  consumptionKwh: DecimalText | null;
  quality: ReadingQuality | null;
  /** Cargos netos: what the lines add up to, without tax. */
  netAmount: DecimalText | null;
  /** With tax: what the printed bill says. */
  totalAmount: DecimalText | null;
  dueOn: CivilDate | null;
  /** Null where there is no bill, and where the company has not loaded payments. */
  settlement: Settlement | null;
  /** Its tax document, where the portal holds it. */
  dte: DteReference | null;
}

/** A tax document of the company: código SII of its kind, and its folio. */
export interface DteReference {
  tipo: number;
  folio: string;
}

/** A tax document of a supply, with where its bytes are kept. */
export interface HeldDte extends DteReference {
  fileKey: string;
  startByte: number;
  endByte: number;
  encoding: string;
  /** The company's own print; null where it gave none. */
  pdfKey: string | null;
  certification: boolean;
  resolution: { number: number; date: CivilDate } | null;
}

/** Where an account stands, over all the bills that its holder may see. */
export interface AccountSummary {
  owedAmount: DecimalText;
  /** Saldo a favor. */
  creditAmount: DecimalText;
}

/** Up to 36 months that end with the newest known, newest first. */
export interface ConsumptionHistory {
  usagePoint: UsagePointHeading;
  rows: HistoryRow[];
  /** Bills that are not paid, the oldest due first, of whatever age. */
  owed: HistoryRow[];
  /** Null where the company has not loaded payments: what is owed is not known then. */
  account: AccountSummary | null;
}

/** A value of the consumption register and how it came about. */
export interface RegisterReading {
  registerKwh: DecimalText | null;
  readOn: CivilDate | null;
  quality: ReadingQuality;
}

/** The meter's part of a bill. `previous` is null where no earlier reading of the same meter is known. */
export interface BillReading {
  serialNumber: string;
  current: RegisterReading;
  previous: RegisterReading | null;
}

/** A payment that names a bill. */
export interface BillPayment {
  paidOn: CivilDate;
  amount: DecimalText;
  /** Where or how, in the company's words. */
  method: string | null;
}

export interface BillDetail {
  document: string;
  folio: string | null;
  dte: DteReference | null;
  settlement: Settlement | null;
  payments: BillPayment[];
  issuedOn: CivilDate;
  dueOn: CivilDate | null;
  servedFrom: CivilDate;
  servedTo: CivilDate;
  consumptionKwh: DecimalText | null;
  lineItems: LineItem[];
  taxableAmount: DecimalText;
  exemptAmount: DecimalText;
  netAmount: DecimalText;
  taxAmount: DecimalText;
  totalAmount: DecimalText;
}

/** Everything billed for one period: usually one bill; more when the period was billed again. */
export interface PeriodCharges {
  usagePoint: UsagePointHeading;
  period: Period;
  bills: BillDetail[];
  readings: BillReading[];
}

/** Glosa of the bills and what it means, in the company's plain words. */
export interface ChargeDescription {
  description: string;
  explanation: string;
}
