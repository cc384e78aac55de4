import { replyTerm, answerDay, type Course } from "./petition-course.ts";
import { lastDayOf } from "./reckoner.ts";
import type { Breach, Case, CaseEvent, Evaluation } from "./model.ts";

type Instants = Evaluation["instants"];

/**
 * Silence, and that it was not recognised within its hours: both follow from the instants of a case, so that whoever
 * looks days later finds the same ones.
 *
 * @law co/ley-142 art. 158
 */
export function silenceBreaches(
  { rule, asOf }: Case,
  { silencioAt, silencioRecognitionDueAt: limit }: Instants,
  recognitions: readonly CaseEvent[],
  until = asOf,
): Breach[] {
  if (silencioAt === undefined) return [];
  if (rule.onExpiry === "granted") return [{ type: "solicitud_aceptada_por_silencio", at: silencioAt }];
  const silent: Breach = { type: "silencio_positivo", at: silencioAt };
  const inTime = recognitions.some(({ at }) => at >= silencioAt && limit !== undefined && at <= limit);
  if (limit === undefined || inTime || until <= limit) return [silent];
  return [silent, { type: "silencio_no_reconocido", at: limit + 1 }];
}

/** Every term of a petition that ran out while it was alive, the oldest first. */
export function petitionBreaches(course: Course, ofCase: Case, instants: Instants): Breach[] {
  const { zone, rule, asOf } = ofCase;
  const until = course.endedAt ?? asOf;
  const breaches = silenceBreaches(ofCase, instants, course.recognitions, until);
  const due = answerDay(course, ofCase);
  if (rule.onExpiry === "overdue" && !course.answer && due && zone.endOf(due) < until)
    breaches.push({ type: "vencida", at: zone.endOf(due) + 1 });
  const reply = replyTerm(course, ofCase);
  const replyEnd = reply && zone.endOf(lastDayOf(ofCase, reply));
  // What was supplied late was late all the same.
  const settledAt = Math.min(course.request?.providedAt ?? until, course.answer?.at ?? until);
  if (replyEnd !== null && replyEnd < settledAt)
    breaches.push({ type: "desistimiento_por_decretar", at: replyEnd + 1 });
  return breaches.sort((a, b) => a.at - b.at);
}
