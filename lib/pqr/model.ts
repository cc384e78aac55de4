import type { BusinessCalendar } from "../kernel/business-calendar.ts";
import type { CivilDate } from "../kernel/civil-date.ts";
import type { Zone } from "../kernel/zone.ts";
import type { Clause, Length, RuleSet, TermRule } from "../jurisdiction/term-rule.ts";

/** What may happen in a case. What is not here is refused; what a case type does not know is ignored. */
export const EVENT_TYPES = [
  "filed",
  "cause_cleared",
  "requested",
  "inspection_passed",
  "received_by_or",
  "notified",
  "info_requested",
  "info_extension_requested",
  "info_provided",
  "desistimiento_decretado",
  "withdrawn",
  "evidence_ordered",
  "evidence_extended",
  "evidence_closed",
  "extension_notified",
  "answered",
  "citation_sent",
  "e_notice_sent",
  "notified_personal",
  "e_notice_opened",
  "aviso_delivered",
  "rejection_notified",
  "silencio_recognized",
  "executed",
  "consumer_delay",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** An event as it is sent: `at` is its legal time, ISO 8601 with seconds and offset. */
export interface SentEvent {
  type: string;
  at: string;
  days?: number | undefined;
  totalDays?: number | undefined;
  denies?: boolean | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** What the events alone do not say. */
export interface SentInput {
  invoiceIssued?: string | undefined;
  decisionNotifiedOn?: string | undefined;
  outageOn?: string | undefined;
  apelacionEnSubsidio?: boolean | undefined;
  disciplinaria?: boolean | undefined;
}

/** A case as it is sent, its dates not looked at yet. */
export interface SentCase {
  jurisdiction: string;
  subdivision?: string | undefined;
  timezone?: string | undefined;
  caseType: string;
  input?: SentInput | undefined;
  events: readonly SentEvent[];
  asOf: string;
}

/** Why no date is given. */
export type RefusalCode =
  | "malformed_case"
  | "unknown_jurisdiction"
  | "unknown_subdivision"
  | "unknown_case_type"
  | "unknown_zone"
  | "zone_required"
  | "unknown_event"
  | "incomplete_event"
  | "impossible_date"
  | "missing_start_event"
  | "year_not_covered";

export interface Refusal {
  code: RefusalCode;
  /** What was wrong: the name, the date or the event. */
  about: string;
}

/** An event whose dates exist. `at` is in whole seconds since 1970, `on` the day it was where the supply is. */
export interface CaseEvent {
  type: EventType;
  at: number;
  on: CivilDate;
  days: number;
  totalDays: number;
  denies: boolean;
  from: CivilDate;
  to: CivilDate;
}

/** A case ready to be reckoned: its rule, calendar and clock, and what had happened by `asOf`. */
export interface Case {
  rules: RuleSet;
  rule: TermRule;
  calendar: BusinessCalendar;
  zone: Zone;
  asOf: number;
  today: CivilDate;
  start: CaseEvent;
  /** After the start, in legal order. */
  events: readonly CaseEvent[];
  input: {
    invoiceIssued: CivilDate | null;
    decisionNotifiedOn: CivilDate | null;
    outageOn: CivilDate | null;
    apelacionEnSubsidio: boolean;
    disciplinaria: boolean;
  };
}

export type State =
  | "en_termino"
  | "esperando_usuario"
  | "desistimiento_por_decretar"
  | "desistida"
  | "en_pruebas"
  | "decidida_sin_notificar"
  | "notificada_recurso_abierto"
  | "en_firme"
  | "respondida"
  | "actuacion_agotada"
  | "en_apelacion_SSPD"
  | "rechazada_de_plano"
  | "inadmisible_extemporanea"
  | "silencio_positivo"
  | "silencio_no_reconocido"
  | "silencio_reconocido"
  | "solicitud_aceptada_por_silencio"
  | "vencida"
  | "cumplida"
  | "cumplida_tarde";

export type Warning =
  | "second_info_request_does_not_interrupt (57.4)"
  | "info_request_after_day_10_does_not_interrupt (CPACA 17)"
  | "evidence_days_out_of_range_10_30"
  | "evidence_extension_invalid"
  | "extension_has_no_effect_on_art158_term"
  | "late_answer_has_no_effect_after_silence"
  | "aviso_before_5_days_from_citation"
  | "outage_extension_cpaca_62"
  | "queja_disciplinaria_no_desistible (57.5 par.)";

/** The fields of an evaluation that are instants: seconds since 1970. */
export type InstantField =
  | "dueAt"
  | "targetAt"
  | "filingLimitAt"
  | "userActionDueAt"
  | "answerDueAt"
  | "evidenceEndsAt"
  | "citationDueAt"
  | "silencioAt"
  | "silencioRecognitionDueAt"
  | "copiesDueAt"
  | "nextRemedyDueAt"
  | "companyTargetAt"
  | "lateAfterAt"
  | "silencioClaimableAt";

/** Days that stand still between the start and the end of a term. */
export interface Suspension {
  from: CivilDate;
  to: CivilDate;
  reason: string;
}

/** How a date came about: enough to explain it day by day. */
export interface Reckoning {
  /** Day zero, and what happened on it. */
  from: CivilDate;
  fromWords: string;
  length: Length;
  until: CivilDate;
  /** Days inside that do not count although they are business days. */
  suspensions: readonly Suspension[];
  clause: Pick<Clause, "norm" | "says">;
}

/** A term that ran out, in the second after its last one: the same whoever looks, and however much later. */
export interface Breach {
  type:
    | "silencio_positivo"
    | "silencio_no_reconocido"
    | "solicitud_aceptada_por_silencio"
    | "vencida"
    | "desistimiento_por_decretar";
  at: number;
}

/** What is so in a case at an instant. */
export interface Evaluation {
  state: State;
  instants: Partial<Record<InstantField, number>>;
  /** Null when no term runs, when it is met, and for terms of hours. */
  daysLeft: number | null;
  hoursLeft?: number;
  notifiedOn?: CivilDate;
  silencioReason?: "sin_respuesta_en_termino" | "indebida_notificacion";
  nextRemedy?: string;
  remedyDaysLeft?: number;
  warnings: readonly Warning[];
  /** Every term that ran out until now, the oldest first. */
  breaches: readonly Breach[];
  reckonings: Partial<Record<InstantField, Reckoning>>;
  /** The reckoning that `explanation` tells: of the term in force, or of what took its place. */
  explains: InstantField | null;
}
