import { STATE_WORDS } from "@/lib/copy/deadlines";
import { day, type CivilDate } from "@/lib/kernel/civil-date";
import { capitalised, formatDateWithWeekday } from "@/lib/kernel/format";
import type { Reckoned } from "@/lib/pqr/calculation";
import { lengthWords, type ExplainedDay } from "@/lib/pqr/explanation";

export const COUNTRY_NAMES: Record<string, string> = {
  CL: "Chile",
  CO: "Colombia",
  BO: "Bolivia",
  PY: "Paraguay",
};

/** As people of each place call their clock. */
const CLOCKS: Record<string, string> = {
  "America/Santiago": "Chile continental",
  "America/Punta_Arenas": "Magallanes",
  "America/Coyhaique": "Aysén",
  "America/Bogota": "Colombia",
  "America/La_Paz": "Bolivia",
  "America/Asuncion": "Paraguay",
};

const dateOf = (instant: string): CivilDate => day(instant.slice(0, 10));
const clockOf = (instant: string) => instant.slice(11, 16);

/** The answer of the calculator in words. */
export interface DeadlineWords {
  /** "Último día para presentarlo" */
  label: string;
  /** "miércoles 23 de septiembre", and for hours the hour too. */
  answer: string;
  /** Until when, by which clock. */
  until: string;
  /** How it was counted. */
  sentence: string;
  /** What is so today; null when it cannot be said. */
  today: string | null;
  /** Goals and limits beside the term. */
  beside: string[];
}

/** "Quedan 3 días hábiles.", "Hoy es el último día." */
function leftWords({ rule, now }: Reckoned): string {
  if (!now || now.state !== "en_termino") return "";
  if (now.hoursLeft !== undefined) return ` Horas que quedan: ${Math.floor(now.hoursLeft)}.`;
  if (now.daysLeft === null) return "";
  if (now.daysLeft === 0) return " Hoy es el último día.";
  const unit = rule.length.unit === "calendar-days" ? "calendar-days" : "business-days";
  const verb = now.daysLeft === 1 ? "Queda" : "Quedan";
  return ` ${verb} ${lengthWords({ unit, count: now.daysLeft })}.`;
}

function todayWords(reckoned: Reckoned): string | null {
  const { now, rule } = reckoned;
  if (!now || rule.answerWords !== undefined) return null;
  const { name, next } = STATE_WORDS[now.state];
  if (now.state === "en_termino" || rule.whose === "user") return `${name}. ${next}${leftWords(reckoned)}`;
  // Whether there was an answer is not known here.
  const notDone = rule.endsWith.includes("answered") ? "no hubo respuesta" : "no se ha hecho";
  return now.state === "vencida"
    ? `El plazo ya terminó. Si ${notDone}, la empresa está fuera de plazo.`
    : `El plazo ya terminó. Si ${notDone}: ${name.toLowerCase()}. ${next}`;
}

/** A last second is said as its minute. */
const shortHour = (text: string) => text.replace("23:59:59", "23:59");

/** The other readings of a term in doubt, and the goal within it. */
function besideWords({ targetAt, lateAfterAt, silencioClaimableAt }: Reckoned["answer"]): string[] {
  const on = (instant: string) => formatDateWithWeekday(dateOf(instant));
  return [
    ...(targetAt ? [`La empresa debe procurar responder antes: el ${on(targetAt)}.`] : []),
    ...(lateAfterAt
      ? [
          `Este plazo también se lee de otra manera: nadie debería rechazarlo por tarde hasta el ${on(lateAfterAt)}.`,
        ]
      : []),
    ...(silencioClaimableAt
      ? [
          `Como empezó en un día inhábil, algunos cuentan un día más: reclame el silencio desde el ${on(silencioClaimableAt)}.`,
        ]
      : []),
  ];
}

function labelOf({ answerWords, whose, endsWith }: Reckoned["rule"]): string {
  if (answerWords !== undefined) return answerWords;
  if (whose === "company") return "La empresa tiene hasta el";
  return endsWith.includes("answered") ? "Último día para presentarlo" : "Usted tiene hasta el";
}

/** What the calculator found, for page, PDF and calendar alike. */
export function deadlineWords(reckoned: Reckoned): DeadlineWords {
  const { answer, rule, zone } = reckoned;
  const dueAt = answer.dueAt ?? "";
  const ofHours = rule.length.unit === "hours";
  const date = formatDateWithWeekday(dateOf(dueAt));
  const [dayAndMonth = date, year = ""] = date.split(/ de (?=\d{4}$)/);
  const clock = `hora de ${CLOCKS[zone.name] ?? zone.name}`;
  return {
    label: labelOf(rule),
    answer: ofHours ? `${dayAndMonth}, ${clockOf(dueAt)}` : dayAndMonth,
    until: `de ${year}${ofHours ? "" : ", hasta las 23:59"}, ${clock}.`,
    sentence: shortHour(answer.sentence),
    today: todayWords(reckoned),
    beside: besideWords(answer),
  };
}

/** A day of the explanation: what it counts as, and why. */
export function dayWords({ counts, reason }: ExplainedDay): { counts: string; reason: string } {
  const numbered = /^(día \d+)(?:: (.*))?$/.exec(reason);
  if (numbered)
    return { counts: capitalised(numbered[1] ?? ""), reason: capitalised(shortHour(numbered[2] ?? "")) };
  return { counts: counts ? "Cuenta" : "No cuenta", reason: capitalised(shortHour(reason)) };
}

/** Which law and calendar it was reckoned with, and what it is worth. */
export const provenance = ({ answer, rules }: Reckoned) =>
  `${COUNTRY_NAMES[rules.country] ?? ""}: reglas ${answer.ruleSet}, calendario ${answer.calendar}. Es una ayuda para contar; no es una asesoría legal.`;

const DOUBTS: Record<string, string> = {
  B: "Lo sabemos por una fuente pública, no por la norma misma.",
  C: "Está citado de memoria; falta confirmarlo en la norma.",
  D: "Es una interpretación: la norma no lo dice así, o lo fija cada empresa.",
};

/** How sure the rule is, where it is not read in its norm. */
export const doubtOf = ({ rule }: Reckoned): string | null => DOUBTS[rule.clause.certainty] ?? null;
