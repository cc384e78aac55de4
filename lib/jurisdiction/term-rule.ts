/** What happened in a case. The list is closed: what is not here is refused. */
export type StartEvent =
  "filed" | "cause_cleared" | "requested" | "inspection_passed" | "received_by_or" | "notified";

/** Business days (hábiles), calendar days (corridos), elapsed hours, or months from date to date. */
export interface Length {
  unit: "business-days" | "calendar-days" | "hours" | "months";
  count: number;
}

/** Read in the reference document (A), in a public source (B), a statute from memory (C), or inferred (D). */
export type Certainty = "A" | "B" | "C" | "D";

/** Where a figure is written. */
export interface Clause {
  /** As a person looks it up: "contrato, cláusulas 57.2.i y 58; Ley 142 de 1994, artículo 158". */
  norm: string;
  /** What it says, in one sentence that a layperson understands. */
  says: string;
  certainty: Certainty;
}

/** What a case needs before its term runs, for whoever files it. */
export interface Filing {
  who: string;
  fields: readonly string[];
  documents: readonly string[];
  preconditions: readonly string[];
}

/** How the decision of a claim is made known, and what may be done against it. */
export interface NotificationRule {
  /** A claim's decision may be appealed; a recurso's is the last one, or goes to the supervisor. */
  of: "reclamo" | "recurso";
  /** Business days from the decision to send the citation or the electronic notice. */
  citation: Length;
  /** Business days from a notice to the remedy's last day. */
  remedy: Length;
  steps: readonly string[];
}

/** The verbs of a petition (PQR): what stops, restarts, suspends or lengthens its term. */
export interface PetitionRule {
  /** Missing information may be asked for once, by this business day; the user answers within `reply`, or twice that. */
  information: { lastDay: number; reply: Length; extendedReply: Length };
  /** Evidence suspends the term for so many business days, extensions included. */
  evidence: { least: number; most: number };
  /** The most the term may come to when an extension is notified; null where an extension has no effect. */
  longest: number | null;
  /** Elapsed hours in which silence must be recognised. */
  recognition: Length;
  /** Business days to hand over what silence granted. */
  copies: Length;
  /** Null where the answer is only communicated. */
  notification: NotificationRule | null;
}

/** The last day to file: a filing after it is late, but is still answered. */
export type FilingLimit = { from: "invoiceIssued" | "decisionNotifiedOn"; length: Length; clause: Clause };

/** A legal term: one case type of a country's rule set. */
export interface TermRule {
  /** "co.reclamo_facturacion" */
  caseType: string;
  /** Rows of the rule table: "CO-R1". */
  rules: readonly string[];
  /** As a layperson asks: "Un reclamo por la factura". */
  name: string;
  /** A step between companies or lawyers: reckoned when asked for by its name, but in no list for the public. */
  unlisted?: true;
  /** Who has to act within the term. */
  whose: "company" | "user";
  start: StartEvent;
  /** What the start is, after "Cuándo": "presentó el reclamo". */
  startWords: string;
  length: Length;
  /** Business days of the company's own goal, where a norm names one. */
  target?: number;
  /** A shorter reading of a doubtful term, to which the company works without anybody losing the longer one. */
  companyTarget?: Length;
  /** A longer reading of a user's doubtful term: the shorter one is shown, nobody is late before this one. */
  laterReading?: Length;
  /** What ends the term: an answer, or the work done. */
  endsWith: readonly ("answered" | "executed")[];
  petition: PetitionRule | null;
  /** Delay that the consumer caused does not count. */
  consumerDelay: boolean;
  filingLimit?: FilingLimit;
  /** Silencio positivo; what was asked for is taken as granted; or merely overdue. */
  onExpiry: "silencio" | "granted" | "overdue";
  /** Where to go when the term has run out, and for how long. */
  afterExpiry?: { remedy: string; within: Length | null };
  /** What the date is, where it is nobody's last day to act: "La factura no puede vencer antes del". */
  answerWords?: string;
  /** What then happens, in words. */
  then: string;
  decider: string;
  filing: Filing;
  clause: Clause;
}

/** A country's terms, as its company's counsel approved them. */
export interface RuleSet {
  /** "CO" */
  country: string;
  /** Grows with every approved change. */
  version: string;
  /** Where one zone serves the whole country; null where the zone must be said. */
  zone: string | null;
  /** Whether some count the day of filing as day one: the company then works to the day before. */
  filingDayMayCount: boolean;
  /** What the country calls a day that the law makes free: "feriado", "festivo". */
  holidayWord: string;
  /** Why Saturdays and Sundays do not count. */
  weekendNorm: string;
  rules: readonly TermRule[];
  /** Terms that a company sets by itself: the rule of a case type that carries its own figure. */
  configured?: (caseType: string) => TermRule | null;
}

export const businessDays = (count: number): Length => ({ unit: "business-days", count });
export const calendarDays = (count: number): Length => ({ unit: "calendar-days", count });
export const hours = (count: number): Length => ({ unit: "hours", count });
export const months = (count: number): Length => ({ unit: "months", count });
