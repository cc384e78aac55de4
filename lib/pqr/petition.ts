import type { CivilDate } from "../kernel/civil-date.ts";
import { businessDays, type NotificationRule, type PetitionRule } from "../jurisdiction/term-rule.ts";
import { petitionBreaches } from "./breaches.ts";
import { filingLimit, lateFiling } from "./filing-limit.ts";
import type { Case, Evaluation } from "./model.ts";
import {
  answerDay,
  courseOf,
  evidenceSuspension,
  isAwaited,
  replyTerm,
  type Course,
} from "./petition-course.ts";
import { businessDaysLeft, companyTarget, lastDayOf, Reckoner, type Term } from "./reckoner.ts";
import { silence, type MissedTerm } from "./silence.ts";

type Outcome = Pick<Evaluation, "state" | "silencioReason" | "nextRemedy" | "remedyDaysLeft">;

const EVIDENCE = {
  norm: "Contrato, cláusulas 59.5 y 47.7",
  says: "El período de pruebas dura entre diez y treinta días hábiles y suspende el plazo.",
};
const CITATION = {
  norm: "Contrato, cláusula 58.c",
  says: "La empresa envía la citación en cinco días hábiles desde la decisión.",
};
const APPEAL = {
  norm: "Contrato, cláusula 57.2.e con su fe de erratas; Ley 142 de 1994, artículo 154",
  says: "El recurso se presenta en cinco días hábiles desde la notificación.",
};
const COPIES = {
  norm: "Contrato, cláusula 56 parágrafo 1.1",
  says: "Aceptada por silencio, las copias se entregan en tres días hábiles.",
};

/** What a decision must still reach: its citation in time, and then the remedy against it. */
interface Delivery {
  rule: NotificationRule;
  citationDay: CivilDate;
  sentInTime: boolean;
}

/** A petition, claim or recurso: two clocks (decide, then notify), and the verbs that stop and restart the first. */
export function evaluatePetition(ofCase: Case, rule: PetitionRule): Evaluation {
  const reckoner = new Reckoner(ofCase);
  const limit = ofCase.rule.filingLimit ? filingLimit(ofCase, ofCase.rule.filingLimit, reckoner) : null;
  if (limit && ofCase.start.on > limit.day) return lateFiling(ofCase, limit, reckoner);
  const course = courseOf(ofCase, rule);
  const dueDay = course.endedAt === null ? answerDay(course, ofCase) : null;
  reckonTerm(course, ofCase, reckoner, dueDay);
  const reply = isAwaited(course) ? replyTerm(course, ofCase) : null;
  if (reply) reckoner.end("userActionDueAt", reply);
  const delivery = deliveryOf(course, ofCase, rule, reckoner);
  const breach = breachOf(course, ofCase, delivery);
  const silent = breach ? fallSilent(ofCase, reckoner, rule, { breach, course }) : null;
  const outcome = outcomeOf(course, ofCase, { delivery, silent, reckoner, dueDay });
  return {
    ...(silent?.silencioReason && { silencioReason: silent.silencioReason }),
    ...outcome,
    instants: reckoner.instants,
    reckonings: reckoner.reckonings,
    daysLeft: dueDay === null || course.answer ? null : businessDaysLeft(ofCase, dueDay),
    ...(course.notice && { notifiedOn: course.notice.on }),
    warnings: [...(limit?.warnings ?? []), ...course.warnings],
    breaches: petitionBreaches(course, ofCase, reckoner.instants),
    explains: dueDay ? "dueAt" : reply && course.endedAt === null ? "userActionDueAt" : null,
  };
}

/** The term in force, the company's goals within it, and the evidence that holds it. */
function reckonTerm(course: Course, ofCase: Case, reckoner: Reckoner, dueDay: CivilDate | null): void {
  const { rule, start } = ofCase;
  const restarted = course.dayZero !== start.on;
  const term: Term = {
    from: course.dayZero,
    fromWords: restarted ? "completó lo que faltaba" : rule.startWords,
    length: businessDays(course.length),
    clause: rule.clause,
    suspensions: evidenceSuspension(course),
  };
  if (dueDay) {
    reckoner.endOf("dueAt", term, dueDay);
    companyTarget(ofCase, reckoner, term, dueDay);
    laterReading(ofCase, reckoner, course, dueDay);
  }
  if (rule.target !== undefined)
    reckoner.end("targetAt", { ...term, suspensions: [], length: businessDays(rule.target) });
  if (course.evidence) {
    const { on, lastDay } = course.evidence;
    const length = businessDays(ofCase.calendar.businessDaysBetween(on, lastDay));
    const evidence = { from: on, fromWords: "se ordenaron las pruebas", length, clause: EVIDENCE };
    reckoner.endOf("evidenceEndsAt", evidence, lastDay);
  }
}

/** How the decision is on its way; null where there is none, or where it is merely communicated. */
function deliveryOf(
  { answer, sent }: Course,
  ofCase: Case,
  { notification }: PetitionRule,
  reckoner: Reckoner,
): Delivery | null {
  if (!answer || !notification) return null;
  const term = {
    from: answer.on,
    fromWords: "se tomó la decisión",
    length: notification.citation,
    clause: CITATION,
  };
  const citationDay = lastDayOf(ofCase, term);
  reckoner.endOf("citationDueAt", term, citationDay);
  return { rule: notification, citationDay, sentInTime: sent.some(({ on }) => on <= citationDay) };
}

/** The term that the company missed while the case was alive, if any: of deciding, or of sending the decision. */
function breachOf(course: Course, ofCase: Case, delivery: Delivery | null): MissedTerm | null {
  const { zone, rule } = ofCase;
  if (rule.onExpiry === "overdue") return null;
  const until = course.endedAt ?? ofCase.asOf;
  const missed = course.answer
    ? delivery?.sentInTime
      ? null
      : delivery?.citationDay
    : answerDay(course, ofCase);
  if (!missed || zone.endOf(missed) >= until) return null;
  return {
    lastSecond: zone.endOf(missed),
    reason: course.answer ? "indebida_notificacion" : "sin_respuesta_en_termino",
  };
}

function fallSilent(
  ofCase: Case,
  reckoner: Reckoner,
  { recognition }: PetitionRule,
  { breach, course }: { breach: MissedTerm; course: Course },
): Outcome {
  if (ofCase.rule.onExpiry === "granted") {
    reckoner.at("silencioAt", breach.lastSecond + 1);
    return { state: "solicitud_aceptada_por_silencio" };
  }
  return silence(ofCase, reckoner, breach, { recognitions: course.recognitions, within: recognition });
}

/** A term that began on a day that does not count could be read as one day longer: silence is claimed after that day. */
function laterReading(
  ofCase: Case,
  reckoner: Reckoner,
  { dayZero, answer }: Course,
  dueDay: CivilDate,
): void {
  const { calendar, zone, rule } = ofCase;
  if (rule.onExpiry !== "silencio" || answer || calendar.isBusinessDay(dayZero)) return;
  reckoner.at("silencioClaimableAt", zone.endOf(calendar.addBusinessDays(dueDay, 1)) + 1);
}

interface Found {
  delivery: Delivery | null;
  silent: Outcome | null;
  reckoner: Reckoner;
  dueDay: CivilDate | null;
}

/** The first state that applies, in the order of the engine's contract. */
function outcomeOf(course: Course, ofCase: Case, { delivery, silent, reckoner, dueDay }: Found): Outcome {
  const { today, rule } = ofCase;
  if (course.endedAt !== null) return { state: "desistida" };
  const reply = isAwaited(course) ? replyTerm(course, ofCase) : null;
  if (reply)
    return { state: today <= lastDayOf(ofCase, reply) ? "esperando_usuario" : "desistimiento_por_decretar" };
  if (course.answer) {
    if (!delivery) return { state: "respondida" };
    if (course.notice) return afterNotice(course, ofCase, delivery, reckoner);
    if (!silent) return { state: "decidida_sin_notificar" };
  }
  if (silent) return grantedCopies(silent, reckoner, dueDay);
  if (dueDay && today > dueDay && rule.onExpiry === "overdue") return { state: "vencida" };
  const { evidence } = course;
  return { state: evidence && !evidence.closed && today <= evidence.lastDay ? "en_pruebas" : "en_termino" };
}

function grantedCopies(silent: Outcome, reckoner: Reckoner, dueDay: CivilDate | null): Outcome {
  if (silent.state === "solicitud_aceptada_por_silencio" && dueDay)
    reckoner.end("copiesDueAt", {
      from: dueDay,
      fromWords: "venció el plazo",
      length: businessDays(3),
      clause: COPIES,
    });
  return silent;
}

/** Once notified: against a claim's decision the recurso runs; a recurso's decision ends the matter or goes to the SSPD. */
function afterNotice(
  { answer, notice }: Course,
  ofCase: Case,
  { rule }: Delivery,
  reckoner: Reckoner,
): Outcome {
  if (!notice) return { state: "decidida_sin_notificar" };
  if (rule.of === "recurso") {
    const goesOn = answer?.denies && ofCase.input.apelacionEnSubsidio;
    return { state: goesOn ? "en_apelacion_SSPD" : "actuacion_agotada" };
  }
  const term = {
    from: notice.on,
    fromWords: "le notificaron la decisión",
    length: rule.remedy,
    clause: APPEAL,
  };
  const last = lastDayOf(ofCase, term);
  reckoner.endOf("nextRemedyDueAt", term, last);
  const open = ofCase.today <= last;
  return {
    state: open ? "notificada_recurso_abierto" : "en_firme",
    nextRemedy: "reposicion_y_subsidio_apelacion",
    ...(open && { remedyDaysLeft: businessDaysLeft(ofCase, last) }),
  };
}
