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
  const { now } = reckoned;
  if (!now) return null;
  const { name, next } = STATE_WORDS[now.state];
  return `${name}. ${next}${leftWords(reckoned)}`;
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
    label: rule.whose === "user" ? "Último día para presentarlo" : "La empresa tiene hasta el",
    answer: ofHours ? `${dayAndMonth}, ${clockOf(dueAt)}` : dayAndMonth,
    until: `de ${year}${ofHours ? "" : ", hasta las 23:59"}, ${clock}.`,
    sentence: answer.sentence,
    today: todayWords(reckoned),
    beside: answer.targetAt
      ? [`La empresa debe procurar responder antes: el ${formatDateWithWeekday(dateOf(answer.targetAt))}.`]
      : [],
  };
}

/** A day of the explanation: what it counts as, and why. */
export function dayWords({ counts, reason }: ExplainedDay): { counts: string; reason: string } {
  const numbered = /^(día \d+)(?:: (.*))?$/.exec(reason);
  if (numbered) return { counts: capitalised(numbered[1] ?? ""), reason: capitalised(numbered[2] ?? "") };
  return { counts: counts ? "Cuenta" : "No cuenta", reason: capitalised(reason) };
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
