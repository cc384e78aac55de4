import type { BusinessCalendar } from "../kernel/business-calendar.ts";
import { parseCivilDate, type CivilDate } from "../kernel/civil-date.ts";
import { parseInstant } from "../kernel/instant.ts";
import { zoneNamed, type Zone } from "../kernel/zone.ts";
import type { RuleSet, TermRule } from "../jurisdiction/term-rule.ts";
import {
  EVENT_TYPES,
  type Case,
  type CaseEvent,
  type EventType,
  type Refusal,
  type RefusalCode,
  type SentCase,
  type SentEvent,
} from "./model.ts";

/** What evaluations stand on: the rules of each country and the calendars in force, by their id. */
export interface Law {
  ruleSet(country: string): RuleSet | undefined;
  calendar(id: string): BusinessCalendar | undefined;
}

type Read<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };
const read = <T>(value: T): Read<T> => ({ ok: true, value });
const refused = (code: RefusalCode, about: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, about },
});

const KNOWN = new Set<string>(EVENT_TYPES);
const isKnown = (type: string): type is EventType => KNOWN.has(type);

function ruleOf(rules: RuleSet, caseType: string): TermRule | null {
  return rules.rules.find((rule) => rule.caseType === caseType) ?? rules.configured?.(caseType) ?? null;
}

function zoneOf({ zone }: RuleSet, sent: string | undefined): Read<Zone> {
  const name = sent ?? zone;
  if (name === null) return refused("zone_required", "");
  const found = zoneNamed(name);
  return found ? read(found) : refused("unknown_zone", name);
}

/** What each event must carry besides its time. */
function missingPart({ type, days, totalDays, from, to }: SentEvent): string | null {
  const whole = (value: number | undefined) => Number.isSafeInteger(value);
  if (type === "evidence_ordered" && !whole(days)) return "days";
  if ((type === "evidence_extended" || type === "extension_notified") && !whole(totalDays))
    return "totalDays";
  if (type !== "consumer_delay") return null;
  if (from === undefined) return "from";
  return to === undefined || to < from ? "to" : null;
}

/** An event with the milliseconds by which it is put in order. */
type Timed = CaseEvent & { exactAt: number };

function eventOf(sent: SentEvent, zone: Zone): Read<Timed> {
  if (!isKnown(sent.type)) return refused("unknown_event", sent.type);
  const missing = missingPart(sent);
  if (missing) return refused("incomplete_event", `${sent.type}: ${missing}`);
  const exactAt = parseInstant(sent.at);
  if (exactAt === null) return refused("impossible_date", sent.at);
  const at = Math.floor(exactAt / 1000);
  const on = zone.dateAt(at);
  const dates: CivilDate[] = [];
  for (const text of [sent.from, sent.to]) {
    const date = text === undefined ? on : parseCivilDate(text);
    if (!date) return refused("impossible_date", text ?? "");
    dates.push(date);
  }
  const [from = on, to = on] = dates;
  const { days = 0, totalDays = 0, denies = false } = sent;
  return read({ type: sent.type, at, on, days, totalDays, denies, from, to, exactAt });
}

/** The events known by `asOf` in their legal order; those of one instant keep the order of the list. */
function eventsOf({ events }: SentCase, zone: Zone, asOf: number): Read<Timed[]> {
  const all: Timed[] = [];
  for (const sent of events) {
    const event = eventOf(sent, zone);
    if (!event.ok) return event;
    all.push(event.value);
  }
  return read(all.filter(({ exactAt }) => exactAt <= asOf).sort((a, b) => a.exactAt - b.exactAt));
}

function inputOf({ input = {} }: SentCase): Read<Case["input"]> {
  const dates: (CivilDate | null)[] = [];
  for (const text of [input.invoiceIssued, input.decisionNotifiedOn, input.outageOn]) {
    const date = text === undefined ? null : parseCivilDate(text);
    if (text !== undefined && !date) return refused("impossible_date", text);
    dates.push(date);
  }
  const [invoiceIssued = null, decisionNotifiedOn = null, outageOn = null] = dates;
  const { apelacionEnSubsidio = false, disciplinaria = false } = input;
  return read({ invoiceIssued, decisionNotifiedOn, outageOn, apelacionEnSubsidio, disciplinaria });
}

/** Nothing happens in a case before it begins; the days of a delay are said by its own dates, whenever it is told. */
const after = (start: Timed, events: readonly Timed[]): CaseEvent[] =>
  events.filter(
    (event) => event !== start && (event.exactAt >= start.exactAt || event.type === "consumer_delay"),
  );

/** The case that was sent with its rule, calendar, clock and events, or why there is none. */
export function readCase(law: Law, sent: SentCase): Read<Case> {
  const rules = law.ruleSet(sent.jurisdiction);
  if (!rules) return refused("unknown_jurisdiction", sent.jurisdiction);
  const calendarId = [sent.jurisdiction, sent.subdivision].filter((part) => part !== undefined).join("-");
  const calendar = law.calendar(calendarId);
  if (!calendar) return refused("unknown_subdivision", calendarId);
  const rule = ruleOf(rules, sent.caseType);
  if (!rule) return refused("unknown_case_type", sent.caseType);
  const zone = zoneOf(rules, sent.timezone);
  if (!zone.ok) return zone;
  const exactAsOf = parseInstant(sent.asOf);
  if (exactAsOf === null) return refused("impossible_date", sent.asOf);
  const events = eventsOf(sent, zone.value, exactAsOf);
  if (!events.ok) return events;
  const input = inputOf(sent);
  if (!input.ok) return input;
  const start = events.value.find(({ type }) => type === rule.start);
  if (!start) return refused("missing_start_event", rule.start);
  const asOf = Math.floor(exactAsOf / 1000);
  return read({
    rules,
    rule,
    calendar,
    zone: zone.value,
    asOf,
    today: zone.value.dateAt(asOf),
    start,
    events: after(start, events.value),
    input: input.value,
  });
}
