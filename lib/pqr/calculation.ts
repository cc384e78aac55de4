import type { CivilDate } from "../kernel/civil-date.ts";
import { zoneNamed, type Zone } from "../kernel/zone.ts";
import { RULE_SETS } from "../jurisdiction/rule-sets.ts";
import type { RuleSet, TermRule } from "../jurisdiction/term-rule.ts";
import { answerOf, type DeadlineAnswer } from "./answer.ts";
import type { Law } from "./case-reader.ts";
import { evaluate } from "./evaluate.ts";
import type { Refusal, SentCase } from "./model.ts";
import { dayOf, type CalculatorQuery } from "./schema.ts";

/** Where a country has several clocks or calendars, a person chooses among these; the first one is meant otherwise. */
export const ZONE_CHOICES: Record<string, readonly { zone: string; name: string }[]> = {
  CL: [
    { zone: "America/Santiago", name: "Chile continental" },
    { zone: "America/Punta_Arenas", name: "Magallanes" },
    { zone: "America/Coyhaique", name: "Aysén" },
  ],
};
export const REGION_CHOICES: Record<string, readonly { region: string; name: string }[]> = {
  BO: [
    { region: "", name: "Otro departamento" },
    { region: "P", name: "Potosí" },
  ],
};

/** Fields of the calculator's form that can be wrong. */
export type WrongField = "plazo" | "dia" | "hora";

/** A term reckoned for a person: from a day, by a rule, with what is so today. */
export interface Reckoned {
  rules: RuleSet;
  rule: TermRule;
  zone: Zone;
  startedOn: CivilDate;
  /** The term itself. */
  answer: DeadlineAnswer;
  /** What is so now; null for a start that is still to come, and where today's year has no calendar. */
  now: DeadlineAnswer | null;
}

export type Calculation =
  | { kind: "empty" }
  | { kind: "wrong"; fields: Partial<Record<WrongField, string>> }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "reckoned"; reckoned: Reckoned };

const NOON = 43_200;
const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** The rules of the country that is asked about; of `home` when it is none that is known. */
export const rulesAsked = (pais: string, home: string): RuleSet | undefined =>
  RULE_SETS.find(({ country }) => country === pais) ??
  RULE_SETS.find(({ country }) => country === home) ??
  RULE_SETS[0];

/** The rule that the address names, a configured one included. */
export const ruleAsked = ({ rules, configured }: RuleSet, caseType: string) =>
  rules.find((rule) => rule.caseType === caseType) ?? configured?.(caseType) ?? null;

function zoneAsked({ country, zone }: RuleSet, asked: string): Zone | null {
  const choices = ZONE_CHOICES[country] ?? [];
  const name = zone ?? choices.find((choice) => choice.zone === asked)?.zone ?? choices[0]?.zone;
  return name === undefined ? null : zoneNamed(name);
}

/** The second of the day from which hours run; days do not ask for it. */
function secondOfDay({ length }: TermRule, hora: string): number | null {
  if (length.unit !== "hours") return NOON;
  const [, hour, minute] = CLOCK.exec(hora) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 3600 + Number(minute) * 60;
}

const NO_HOUR = "Este plazo corre por horas: escriba la hora, como 14:30.";
const NO_SUCH_TERM = "No conocemos ese plazo en este país. Elija uno de la lista.";
const NO_SUCH_HOUR = "Esa hora no existió: el reloj se adelantó esa noche. Escriba otra.";

/** What the address names that the form does not offer: a country, a place or a region. */
function unknownPlace({ pais, zona, region }: CalculatorQuery, rules: RuleSet): Refusal | null {
  if (pais && pais !== rules.country) return { code: "unknown_jurisdiction", about: pais };
  const zones = ZONE_CHOICES[rules.country]?.map(({ zone }) => zone) ?? [rules.zone];
  if (zona && !zones.includes(zona)) return { code: "unknown_zone", about: zona };
  const regions = REGION_CHOICES[rules.country] ?? [];
  if (region && !regions.some((choice) => choice.region === region))
    return { code: "unknown_subdivision", about: region };
  return null;
}

/** What the calculator's address asks, reckoned; `home` is the company's own country. */
export function calculate(law: Law, query: CalculatorQuery, home: string, now: Date): Calculation {
  const rules = rulesAsked(query.pais, home);
  const unknown = rules && unknownPlace(query, rules);
  if (unknown) return { kind: "refused", refusal: unknown };
  if (!rules || !(query.plazo || query.dia || query.mes || query.anio)) return { kind: "empty" };
  const rule = ruleAsked(rules, query.plazo);
  const startedOn = dayOf(query);
  const zone = zoneAsked(rules, query.zona);
  const second = rule && secondOfDay(rule, query.hora);
  const at = startedOn && zone && typeof second === "number" ? zone.atClock(startedOn, second) : null;
  if (rule && startedOn && zone && at !== null)
    return reckon(law, { rules, rule, zone, startedOn }, { at, region: query.region, now });
  const hourTrouble = rule && startedOn ? (second === null ? NO_HOUR : NO_SUCH_HOUR) : null;
  return {
    kind: "wrong",
    fields: {
      ...(!rule && { plazo: query.plazo ? NO_SUCH_TERM : "Elija qué plazo quiere calcular." }),
      ...(!startedOn && { dia: "Escriba un día que exista, con día, mes y año, como 15 9 2026." }),
      ...(hourTrouble && { hora: hourTrouble }),
    },
  };
}

function reckon(
  law: Law,
  found: Omit<Reckoned, "answer" | "now">,
  { at, region, now }: { at: number; region: string; now: Date },
): Calculation {
  const { rules, rule, zone } = found;
  const start = zone.written(at);
  const sent: SentCase = {
    jurisdiction: rules.country,
    ...(region && { subdivision: region }),
    timezone: zone.name,
    caseType: rule.caseType,
    events: [{ type: rule.start, at: start }],
    asOf: start,
  };
  const evaluated = evaluate(law, sent);
  if (!evaluated.ok) return { kind: "refused", refusal: evaluated.refusal };
  const today = Math.floor(now.getTime() / 1000);
  const later = today >= at ? evaluate(law, { ...sent, asOf: zone.written(today) }) : null;
  return {
    kind: "reckoned",
    reckoned: { ...found, answer: answerOf(evaluated), now: later?.ok ? answerOf(later) : null },
  };
}
