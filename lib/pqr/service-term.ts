import { daysBetween, type CivilDate } from "../kernel/civil-date.ts";
import { silenceBreaches } from "./breaches.ts";
import type { Breach, Case, CaseEvent, Evaluation, Suspension, Warning } from "./model.ts";
import { businessDaysLeft, companyTarget, lastDayOf, Reckoner, userLimit, type Term } from "./reckoner.ts";
import { silence } from "./silence.ts";

/** What has been done about a service, and how far it counts. */
interface Done {
  executed: CaseEvent | undefined;
  answeredInTime: boolean;
  warnings: Warning[];
}

const AFTER_EXPIRY = {
  norm: "Formulario del sistema ODECO supervisado por la AETN",
  says: "Sin respuesta, hay quince días hábiles desde el vencimiento para la reclamación administrativa.",
};

/** A service, a complaint or a user's own term: one clock that runs until an answer or the work. */
export function evaluateServiceTerm(ofCase: Case): Evaluation {
  const { rule, start, asOf } = ofCase;
  const reckoner = new Reckoner(ofCase);
  const suspensions = delaysOf(ofCase);
  const term: Term = {
    from: start.on,
    fromWords: rule.startWords,
    length: rule.length,
    clause: rule.clause,
    suspensions,
  };
  const ofHours = rule.length.unit === "hours";
  const dueDay = ofHours ? null : lastDayOf(ofCase, term);
  const dueAt = dueDay
    ? reckoner.endOf("dueAt", term, dueDay)
    : reckoner.hoursAfter("dueAt", start.at, { ...term, suspensions: [] });
  if (dueDay) {
    companyTarget(ofCase, reckoner, term, dueDay);
    userLimit(ofCase, reckoner, term, dueDay);
  }
  const done = doneBy(ofCase, dueAt);
  const stopped = done.answeredInTime || done.executed !== undefined;
  return {
    ...stateOf(ofCase, reckoner, { ...done, dueAt, dueDay }),
    instants: reckoner.instants,
    reckonings: reckoner.reckonings,
    daysLeft: dueDay === null || stopped ? null : daysLeft(ofCase, dueDay),
    ...(ofHours && !done.executed && { hoursLeft: Math.floor((dueAt - asOf) / 36) / 100 }),
    warnings: done.warnings,
    breaches: breachesOf(ofCase, reckoner, done, dueAt),
    explains: "dueAt",
  };
}

/** @law bo/manual-coopelect § 8.1 (delay that the consumer causes does not count) */
function delaysOf({ rule, events }: Case): Suspension[] {
  if (!rule.consumerDelay) return [];
  return events
    .filter(({ type }) => type === "consumer_delay")
    .map(({ from, to }) => ({ from, to, reason: "demora del consumidor" }));
}

function daysLeft(ofCase: Case, dueDay: CivilDate): number {
  if (ofCase.rule.length.unit === "calendar-days") return daysBetween(ofCase.today, dueDay);
  return businessDaysLeft(ofCase, dueDay);
}

function doneBy({ rule, events }: Case, dueAt: number): Done {
  const warnings: Warning[] = [];
  let answeredInTime = false;
  let executed: CaseEvent | undefined;
  for (const event of events) {
    if (event.type === "executed" && rule.endsWith.includes("executed")) executed ??= event;
    if (event.type === "extension_notified" && rule.onExpiry === "silencio")
      warnings.push("extension_has_no_effect_on_art158_term");
    if (event.type !== "answered" || !rule.endsWith.includes("answered") || answeredInTime) continue;
    if (event.at <= dueAt) answeredInTime = true;
    else warnings.push("late_answer_has_no_effect_after_silence");
  }
  return { executed, answeredInTime, warnings };
}

/** Done or answered late, it had run out all the same. */
function breachesOf(ofCase: Case, { instants }: Reckoner, done: Done, dueAt: number): Breach[] {
  if (done.answeredInTime || Math.min(ofCase.asOf, done.executed?.at ?? Infinity) <= dueAt) return [];
  if (ofCase.rule.onExpiry === "silencio") return silenceBreaches(ofCase, instants, recognitionsOf(ofCase));
  return [{ type: "vencida", at: dueAt + 1 }];
}

const recognitionsOf = ({ events }: Case) => events.filter(({ type }) => type === "silencio_recognized");

type Found = Done & { dueAt: number; dueDay: CivilDate | null };

function stateOf(
  ofCase: Case,
  reckoner: Reckoner,
  { executed, answeredInTime, dueAt, dueDay }: Found,
): Pick<Evaluation, "state" | "silencioReason" | "nextRemedy"> {
  const { rule, asOf } = ofCase;
  if (executed && executed.at <= dueAt) return { state: "cumplida" };
  if (answeredInTime) return { state: executed ? "cumplida_tarde" : "respondida" };
  if (asOf <= dueAt) return { state: "en_termino" };
  if (rule.onExpiry === "silencio") {
    const silent = silenceAfter(ofCase, reckoner, dueAt);
    // Done afterwards, it had fallen silent all the same.
    return executed ? { state: "cumplida_tarde", silencioReason: silent.silencioReason } : silent;
  }
  if (executed) return { state: "cumplida_tarde" };
  const { afterExpiry } = rule;
  if (!afterExpiry) return { state: "vencida" };
  if (afterExpiry.within && dueDay)
    reckoner.end("nextRemedyDueAt", {
      from: dueDay,
      fromWords: "venció el plazo",
      length: afterExpiry.within,
      clause: AFTER_EXPIRY,
    });
  return { state: "vencida", nextRemedy: afterExpiry.remedy };
}

function silenceAfter(ofCase: Case, reckoner: Reckoner, lastSecond: number) {
  const missed = { lastSecond, reason: "sin_respuesta_en_termino" } as const;
  return silence(ofCase, reckoner, missed, { recognitions: recognitionsOf(ofCase) });
}
