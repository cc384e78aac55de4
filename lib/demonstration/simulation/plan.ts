import type { Period } from "../../kernel/period.ts";

export interface Holder {
  documento: string;
  nombre: string;
  correo: string | null;
  telefono: string | null;
  /** A business has its invoice, a person their boleta. */
  isBusiness: boolean;
}

/** How somebody pays: days from the issue of a bill to its payment. */
export type Payer = "prompt" | "usual" | "late" | "always overdue" | "in arrears";

/** What makes a supply cost more or less than its energy; each country knows its own. */
export type Trait = "rents meter" | "subsidised" | "pays in cash" | "low power factor" | "generates";

/** Everything of a supply that is decided before its history is simulated. */
export interface SupplyPlan {
  number: string;
  place: { direccion: string; comuna: string; region: string };
  technical: {
    capacidad_empalme_kva: number;
    transformador: string;
    /** In the network, where the company has one. */
    transformador_id?: string;
    transformador_kva: number;
    nivel_tension: "AT" | "MT" | "BT";
  };
  /** The first is in force at the beginning; a change goes to the next, and from the last to the first. */
  tariffs: readonly [string, ...string[]];
  billingMonths: 1 | 2 | 3 | 6;
  /** Day of the month on which the meter is read, and on which the bill is issued; it is due a month later. */
  readDay: number;
  issueDay: number;
  /** Mean of a month, and how each month of the year differs from it (January first; 1 is the mean). */
  meanKwh: number;
  season: readonly number[];
  payer: Payer;
  traits: readonly Trait[];
  /** First and last month that are simulated; without a last one the history goes on. */
  start: Period;
  end?: Period;
  /** Its first holder, and who follows with each change. */
  holder: (turn: number) => Holder;
  /** Nothing out of the ordinary happens: every meter is read, nobody moves. */
  calm: boolean;
  /** Consumption that is known, by period. */
  known?: Readonly<Record<string, number>>;
  /** Months without reading nor bill: S/I, not zero. */
  unread?: readonly string[];
  /** What the register showed when a period closed. */
  register?: { period: Period; kwh: number };
  /** Periods whose tax document is known, where not all have one. */
  taxDocuments?: readonly string[];
}
