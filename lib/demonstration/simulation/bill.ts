import type { Jurisdiction } from "../../jurisdiction/jurisdiction.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { decimalText, sumOf, type DecimalText } from "../../kernel/decimal.ts";
import type { Period } from "../../kernel/period.ts";

/** A line of a bill, in whole pesos without tax. */
export interface Charge {
  glosa: string;
  monto: number;
  afecto: boolean;
  cantidad?: number;
  unidad?: string;
  precio?: number;
}

export interface BillFacts {
  supply: string;
  period: Period;
  document: string;
  tipoDte: number | null;
  folio: number | null;
  issuedOn: CivilDate;
  dueOn: CivilDate;
  from: CivilDate;
  to: CivilDate;
  kwh: number;
  charges: readonly Charge[];
  cancelledOn: CivilDate | null;
  replaces: string | null;
}

export interface Bill extends BillFacts {
  taxable: number;
  exempt: number;
  tax: DecimalText;
  total: DecimalText;
}

const netOf = (charges: readonly Charge[], taxable: boolean) =>
  charges.filter(({ afecto }) => afecto === taxable).reduce((sum, { monto }) => sum + monto, 0);

/** The sums under the lines: tax by law on the taxable ones, rounded as the country rounds it. */
export function billed(facts: BillFacts, { tax }: Jurisdiction): Bill {
  const taxable = netOf(facts.charges, true);
  const exempt = netOf(facts.charges, false);
  const lawful = tax.of(decimalText(taxable), facts.issuedOn);
  if (lawful === null) throw new Error(`no ${tax.name} known for ${facts.issuedOn}`);
  return {
    ...facts,
    taxable,
    exempt,
    tax: lawful,
    total: sumOf([decimalText(taxable), decimalText(exempt), lawful]),
  };
}
