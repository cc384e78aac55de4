import { addDays, type CivilDate } from "../kernel/civil-date.ts";
import type { PetitionRule } from "../jurisdiction/term-rule.ts";
import { lastDayOf, type Term } from "./reckoner.ts";
import type { Case, CaseEvent, EventType, Suspension, Warning } from "./model.ts";

/** Where a petition stands after some of its events. The verbs of the law change it, one event at a time. */
export interface Course {
  /** Day zero of the term in force; the day the user supplied what was missing starts it anew. */
  dayZero: CivilDate;
  /** Business days of the term, extensions included, evidence apart. */
  length: number;
  /** A request for information that stopped the clock. */
  request: { on: CivilDate; extended: boolean; providedAt: number | null } | null;
  /** Whether it was ever asked for: once only, late or not. */
  asked: boolean;
  evidence: { on: CivilDate; lastDay: CivilDate; extended: boolean; closed: boolean } | null;
  /** The decision that met the term. */
  answer: CaseEvent | null;
  /** What was sent to make the decision known: citation, electronic notice, personal notice. */
  sent: CaseEvent[];
  notice: { type: EventType; on: CivilDate } | null;
  rejectionOn: CivilDate | null;
  recognitions: CaseEvent[];
  /** Withdrawn, or declared abandoned: nothing counts from then on. */
  endedAt: number | null;
  warnings: Warning[];
}

/** Business days that evidence holds the term in force. */
function evidenceDays({ evidence, dayZero }: Course, { calendar }: Case): number {
  if (!evidence) return 0;
  const from = evidence.on > dayZero ? evidence.on : dayZero;
  return evidence.lastDay > from ? calendar.businessDaysBetween(from, evidence.lastDay) : 0;
}

/** The days of evidence, as days that do not count in the term in force. */
export function evidenceSuspension({ evidence }: Course): Suspension[] {
  if (!evidence) return [];
  return [{ from: addDays(evidence.on, 1), to: evidence.lastDay, reason: "período de pruebas" }];
}

/** The last day to answer; null while the clock is stopped. */
export function answerDay(course: Course, ofCase: Case): CivilDate | null {
  if (isAwaited(course)) return null;
  return ofCase.calendar.addBusinessDays(course.dayZero, course.length + evidenceDays(course, ofCase));
}

/** Whether the term is running on the day of the event: neither stopped, nor met, nor run out. */
function isRunning(course: Course, event: CaseEvent, ofCase: Case): boolean {
  const due = answerDay(course, ofCase);
  return course.answer === null && due !== null && event.on <= due;
}

const REPLY = {
  norm: "Contrato, cláusula 57.5; Ley 1755 de 2015, artículo 17",
  says: "Hay un mes para completar la petición; se puede pedir otro, una vez, antes de que termine.",
};

/** Whether the user has still to supply something. */
export const isAwaited = ({ request }: Course): boolean => request !== null && request.providedAt === null;

/** The user's month to supply what was asked for; null when nothing was. */
export function replyTerm({ request }: Course, { rule: { petition } }: Case): Term | null {
  if (!request || !petition) return null;
  const { reply, extendedReply } = petition.information;
  return {
    from: request.on,
    fromWords: "le pidieron lo que falta",
    length: request.extended ? extendedReply : reply,
    clause: REPLY,
  };
}

type Verb = (course: Course, event: CaseEvent, ofCase: Case, rule: PetitionRule) => void;

const infoRequested: Verb = (course, event, { calendar, start }, { information }) => {
  if (course.asked) {
    course.warnings.push("second_info_request_does_not_interrupt (57.4)");
    return;
  }
  course.asked = true;
  if (event.on > calendar.addBusinessDays(start.on, information.lastDay))
    course.warnings.push("info_request_after_day_10_does_not_interrupt (CPACA 17)");
  else if (!course.answer) course.request = { on: event.on, extended: false, providedAt: null };
};

const infoProvided: Verb = (course, event) => {
  if (course.request?.providedAt !== null) return;
  course.request.providedAt = event.at;
  course.dayZero = event.on;
};

const evidenceOrdered: Verb = (course, event, ofCase, { evidence: { least, most } }) => {
  if (event.days < least || event.days > most) {
    course.warnings.push("evidence_days_out_of_range_10_30");
    return;
  }
  if (course.evidence || !isRunning(course, event, ofCase)) return;
  const lastDay = ofCase.calendar.addBusinessDays(event.on, event.days);
  course.evidence = { on: event.on, lastDay, extended: false, closed: false };
};

const evidenceExtended: Verb = (course, event, { calendar }, { evidence: { most } }) => {
  const { evidence } = course;
  const lastDay =
    event.totalDays > 0 && event.totalDays <= most
      ? calendar.addBusinessDays(evidence?.on ?? event.on, event.totalDays)
      : null;
  const runs = evidence && !evidence.closed && !evidence.extended && event.on <= evidence.lastDay;
  if (runs && lastDay !== null && lastDay >= evidence.lastDay)
    course.evidence = { ...evidence, lastDay, extended: true };
  else course.warnings.push("evidence_extension_invalid");
};

const evidenceClosed: Verb = ({ evidence }, { on }) => {
  if (!evidence || evidence.closed || on > evidence.lastDay) return;
  evidence.closed = true;
  evidence.lastDay = on;
};

const extensionNotified: Verb = (course, event, ofCase, { longest }) => {
  if (longest === null) course.warnings.push("extension_has_no_effect_on_art158_term");
  else if (isRunning(course, event, ofCase) && event.totalDays <= longest)
    course.length = Math.max(course.length, event.totalDays);
};

const answered: Verb = (course, event, ofCase) => {
  if (course.answer) return;
  const due = answerDay(course, ofCase);
  if (due !== null && event.on > due) course.warnings.push("late_answer_has_no_effect_after_silence");
  else course.answer = event;
};

const sent: Verb = (course, event) => void course.sent.push(event);

const noticed =
  (effectiveOn: (event: CaseEvent, ofCase: Case) => CivilDate): Verb =>
  (course, event, ofCase, { notification }) => {
    if (event.type === "notified_personal") course.sent.push(event);
    if (course.notice) return;
    course.notice = { type: event.type, on: effectiveOn(event, ofCase) };
    const citation = course.sent.find(({ type }) => type === "citation_sent");
    if (event.type !== "aviso_delivered" || !citation) return;
    const lastOfCitation = ofCase.calendar.addBusinessDays(citation.on, notification?.citation.count ?? 5);
    if (event.on <= lastOfCitation) course.warnings.push("aviso_before_5_days_from_citation");
  };

const withdrawn: Verb = (course, event, { input, rule }) => {
  if (input.disciplinaria && rule.caseType === "co.queja")
    course.warnings.push("queja_disciplinaria_no_desistible (57.5 par.)");
  else course.endedAt = event.at;
};

const extensionRequested: Verb = (course, { on }, ofCase) => {
  const { request } = course;
  const due = replyTerm(course, ofCase);
  if (request && due && isAwaited(course) && on <= lastDayOf(ofCase, due)) request.extended = true;
};

/** What each event does to a petition; the others do nothing to it. */
const VERBS: Partial<Record<EventType, Verb>> = {
  info_requested: infoRequested,
  info_extension_requested: extensionRequested,
  info_provided: infoProvided,
  desistimiento_decretado: (course, event) => void (course.endedAt = event.at),
  withdrawn,
  evidence_ordered: evidenceOrdered,
  evidence_extended: evidenceExtended,
  evidence_closed: evidenceClosed,
  extension_notified: extensionNotified,
  answered,
  citation_sent: sent,
  e_notice_sent: sent,
  notified_personal: noticed(({ on }) => on),
  e_notice_opened: noticed(({ on }) => on),
  // Served when the next business day after delivery ends.
  aviso_delivered: noticed(({ on }, { calendar }) => calendar.addBusinessDays(on, 1)),
  rejection_notified: (course, event) => void (course.rejectionOn ??= event.on),
  silencio_recognized: (course, event) => void course.recognitions.push(event),
};

/** The petition after everything that happened to it by the case's instant. */
export function courseOf(ofCase: Case, rule: PetitionRule): Course {
  const course: Course = {
    dayZero: ofCase.start.on,
    length: ofCase.rule.length.count,
    request: null,
    asked: false,
    evidence: null,
    answer: null,
    sent: [],
    notice: null,
    rejectionOn: null,
    recognitions: [],
    endedAt: null,
    warnings: [],
  };
  for (const event of ofCase.events) {
    if (course.endedAt !== null) break;
    VERBS[event.type]?.(course, event, ofCase, rule);
  }
  return course;
}
