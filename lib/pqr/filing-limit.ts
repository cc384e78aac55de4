import type { CivilDate } from "../kernel/civil-date.ts";
import { businessDays, type FilingLimit } from "../jurisdiction/term-rule.ts";
import type { Case, Evaluation, Warning } from "./model.ts";
import { lastDayOf, type Reckoner, type Term } from "./reckoner.ts";

const START_WORDS = {
  invoiceIssued: "se expidió la factura",
  decisionNotifiedOn: "le notificaron la decisión",
};
/** After a failure of the portal on the last day the sender may insist for so many business days. */
const OUTAGE_DAYS = 3;

export interface Limit {
  day: CivilDate;
  warnings: Warning[];
}

/**
 * The last day on which a filing is not late; null when nothing is known to count it from. Where two readings are
 * defensible the later one rejects: nobody loses a right before it.
 *
 * @law co/ley-1437 art. 62 (a failure on record: three days to insist)
 */
export function filingLimit(ofCase: Case, limit: FilingLimit, reckoner: Reckoner): Limit | null {
  const from = ofCase.input[limit.from];
  if (!from) return null;
  const { calendar, input } = ofCase;
  const inDoubt = limit.length.unit === "business-days" && !calendar.isBusinessDay(from);
  const length = inDoubt ? businessDays(limit.length.count + 1) : limit.length;
  const term: Term = { from, fromWords: START_WORDS[limit.from], length, clause: limit.clause };
  const last = lastDayOf(ofCase, term);
  const failed = limit.from === "decisionNotifiedOn" && input.outageOn === last;
  const day = failed ? calendar.addBusinessDays(last, OUTAGE_DAYS) : last;
  reckoner.endOf(
    "filingLimitAt",
    failed ? { ...term, length: businessDays(length.count + OUTAGE_DAYS) } : term,
    day,
  );
  return { day, warnings: failed ? ["outage_extension_cpaca_62"] : [] };
}

const ANSWER_ALL_THE_SAME = {
  norm: "Contrato, cláusulas 57.2.i y 58",
  says: "Aunque se presentó tarde, la empresa debe responder en quince días hábiles.",
};
const QUEJA = {
  norm: "Contrato, cláusulas 47.7 par. 2 y 56.1.2.c",
  says: "El recurso de queja se presenta ante la SSPD en cinco días hábiles desde la notificación del rechazo.",
};

/** A filing after its limit: no term runs, but it is answered, and against a rejected recurso there is the queja. */
export function lateFiling(ofCase: Case, { warnings }: Limit, reckoner: Reckoner): Evaluation {
  const { start, rule } = ofCase;
  reckoner.end("answerDueAt", {
    from: start.on,
    fromWords: rule.startWords,
    length: rule.length,
    clause: ANSWER_ALL_THE_SAME,
  });
  const { instants, reckonings } = reckoner;
  const late = {
    daysLeft: null,
    warnings,
    breaches: [],
    instants,
    reckonings,
    explains: "filingLimitAt",
  } as const;
  if (rule.filingLimit?.from !== "decisionNotifiedOn") return { ...late, state: "inadmisible_extemporanea" };
  const rejection = ofCase.events.find(({ type }) => type === "rejection_notified");
  if (rejection)
    reckoner.end("nextRemedyDueAt", {
      from: rejection.on,
      fromWords: "le notificaron el rechazo",
      length: businessDays(5),
      clause: QUEJA,
    });
  return {
    ...late,
    state: "rechazada_de_plano",
    nextRemedy: "recurso_de_queja_SSPD (sólo contra el rechazo de la apelación)",
  };
}
