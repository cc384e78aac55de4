import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIRST_CALENDARS, RULE_SETS } from "@/lib/jurisdiction/rule-sets.ts";
import { businessCalendar, type CalendarData } from "@/lib/kernel/business-calendar.ts";
import { addDays, addMonthsTo, day, daysBetween, type CivilDate } from "@/lib/kernel/civil-date.ts";
import { parseInstant } from "@/lib/kernel/instant.ts";
import { zoneNamed } from "@/lib/kernel/zone.ts";
import type { DeadlineAnswer } from "@/lib/pqr/answer.ts";
import { lawWith } from "@/lib/pqr/law.ts";
import { EVENT_TYPES, type SentCase, type SentEvent } from "@/lib/pqr/model.ts";
import { answered, refusalOf } from "../../support/deadlines.ts";

/**
 * @law co/ley-4-1913 art. 62
 * @law cl/ley-19880 art. 25
 */

const ZONES: Record<string, string[]> = {
  CO: ["America/Bogota"],
  BO: ["America/La_Paz"],
  PY: ["America/Asuncion"],
  CL: ["America/Santiago", "America/Punta_Arenas", "America/Coyhaique"],
};
const FIRST_SECOND = Date.UTC(2025, 0, 2, 12) / 1000;
const A_YEAR = 365 * 86_400;
const instant = (second: number) => new Date(second * 1000).toISOString().replace(".000", "");

const aRule = fc.constantFrom(...RULE_SETS).chain(({ country, rules }) =>
  fc.record({
    country: fc.constant(country),
    rule: fc.constantFrom(...rules),
    zone: fc.constantFrom(...(ZONES[country] ?? [])),
  }),
);

/** Any events after the start, within four months, in any order. */
const anEvent = (start: number): fc.Arbitrary<SentEvent> =>
  fc.record({
    type: fc.constantFrom(...EVENT_TYPES),
    at: fc.integer({ min: start, max: start + 120 * 86_400 }).map(instant),
    days: fc.integer({ min: 5, max: 35 }),
    totalDays: fc.integer({ min: 5, max: 65 }),
    denies: fc.boolean(),
    from: fc.constant(instant(start + 86_400).slice(0, 10)),
    to: fc.constant(instant(start + 5 * 86_400).slice(0, 10)),
  });

const aCase: fc.Arbitrary<SentCase> = aRule.chain(({ country, rule, zone }) =>
  fc.integer({ min: FIRST_SECOND, max: FIRST_SECOND + 2 * A_YEAR }).chain((start) =>
    fc
      .record({
        events: fc.array(anEvent(start), { maxLength: 6 }),
        later: fc.integer({ min: 0, max: 150 * 86_400 }),
        apelacionEnSubsidio: fc.boolean(),
      })
      .map(({ events, later, apelacionEnSubsidio }) => ({
        jurisdiction: country,
        timezone: zone,
        caseType: rule.caseType,
        input: { apelacionEnSubsidio },
        events: [{ type: rule.start, at: instant(start) }, ...events],
        asOf: instant(start + later),
      })),
  ),
);

const ruleOf = (sent: SentCase) =>
  RULE_SETS.flatMap(({ rules }) => rules).find(({ caseType }) => caseType === sent.caseType);
const dateOf = (at: string) => day(at.slice(0, 10));
const calendarOf = (id: string) => {
  const data = FIRST_CALENDARS.find((one) => one.id === id);
  if (!data) throw new Error(id);
  return data;
};
const second = (text: string) => (parseInstant(text) ?? NaN) / 1000;

/** The same question later; what was so before may not have been otherwise. */
const at = (sent: SentCase, asOf: string) => answered({ ...sent, asOf });

describe("whatever happens in a case", () => {
  test("it is answered, or refused for its year", () => {
    fc.assert(
      fc.property(aCase, (sent) => {
        const refusal = refusalOf(sent);
        if (refusal) expect(refusal).toMatch(/^year_not_covered/);
        else expect(answered(sent).state).toBeTruthy();
      }),
      { numRuns: 300 },
    );
  });

  test("a term of business days or months ends on a business day", () => {
    fc.assert(
      fc.property(aCase, (sent) => {
        const unit = ruleOf(sent)?.length.unit;
        fc.pre(refusalOf(sent) === null && (unit === "business-days" || unit === "months"));
        const { dueAt } = answered(sent);
        if (dueAt)
          expect(businessCalendar(calendarOf(sent.jurisdiction)).isBusinessDay(dateOf(dueAt))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("one holiday more never makes it end earlier", () => {
    fc.assert(
      fc.property(aCase, fc.integer({ min: 0, max: 1094 }), (sent, offset) => {
        fc.pre(refusalOf(sent) === null);
        const data = calendarOf(sent.jurisdiction);
        const extra: CalendarData = {
          ...data,
          version: "extra",
          days: [...data.days, { on: addDays(day("2025-01-01"), offset), name: "Nuevo", norm: "Decreto" }],
        };
        // Events may count or not under another calendar: only the bare term is compared.
        const bare = { ...sent, events: sent.events.slice(0, 1), asOf: sent.events[0]?.at ?? "" };
        let after: DeadlineAnswer;
        try {
          after = answered(bare, lawWith([extra]));
        } catch {
          return; // pushed beyond the covered years
        }
        expect(second(after.dueAt ?? "")).toBeGreaterThanOrEqual(second(answered(bare).dueAt ?? ""));
      }),
      { numRuns: 200 },
    );
  });

  test("what was found at one instant is still so at a later one", () => {
    fc.assert(
      fc.property(aCase, fc.integer({ min: 1, max: 60 * 86_400 }), (sent, later) => {
        // A delay of the consumer is told after it happened: it moves the term, as it should.
        fc.pre(!sent.events.some(({ type }) => type === "consumer_delay"));
        const next = instant(second(sent.asOf) + later);
        fc.pre(refusalOf(sent) === null && refusalOf({ ...sent, asOf: next }) === null);
        const before = at(sent, sent.asOf);
        const after = at(sent, next);
        for (const fact of ["silencioAt", "silencioReason", "notifiedOn", "filingLimitAt"] as const)
          if (before[fact] !== undefined) expect(after[fact]).toBe(before[fact]);
        const told = before.warnings ?? [];
        expect((after.warnings ?? []).slice(0, told.length)).toEqual(told);
      }),
      { numRuns: 300 },
    );
  });

  test("events sent in another order are the same case", () => {
    fc.assert(
      fc.property(aCase, fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), (sent, numbers) => {
        const times = new Set(sent.events.map((event) => event.at));
        fc.pre(times.size === sent.events.length && refusalOf(sent) === null);
        const keyed = sent.events.map((event, index) => ({ event, key: numbers[index] ?? 0 }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ event }) => event);
        expect(answered({ ...sent, events: shuffled })).toEqual(answered(sent));
      }),
      { numRuns: 200 },
    );
  });

  test("silence begins one second after the last one of the term that was missed", () => {
    fc.assert(
      fc.property(aCase, (sent) => {
        fc.pre(refusalOf(sent) === null);
        const { silencioAt, silencioReason, dueAt, citationDueAt, state } = answered(sent);
        if (silencioAt === undefined || state === "desistida") return;
        const missed = silencioReason === "indebida_notificacion" ? citationDueAt : dueAt;
        expect(second(silencioAt)).toBe(second(missed ?? "") + 1);
      }),
      { numRuns: 300 },
    );
  });

  test("supplying what was missing never ends the term earlier", () => {
    fc.assert(
      fc.property(aCase, fc.integer({ min: 0, max: 86_400 * 60 }), (sent, later) => {
        const start = second(sent.events[0]?.at ?? "");
        const without = sent.events.filter(({ type }) => !/^info|withdrawn|decretado|answered/.test(type));
        const asked = { type: "info_requested", at: instant(start + 3600) };
        const provided = { type: "info_provided", at: instant(start + 3601 + later) };
        const asOf = instant(start + 3601 + later + 1);
        const plain = { ...sent, events: without.filter((event) => second(event.at) <= start), asOf };
        const restarted = { ...plain, events: [...plain.events, asked, provided] };
        fc.pre(refusalOf(plain) === null && refusalOf(restarted) === null);
        const due = (one: SentCase) => second(answered(one).dueAt ?? "");
        expect(due(restarted)).toBeGreaterThanOrEqual(due(plain));
      }),
      { numRuns: 200 },
    );
  });

  test("the explanation counts as many days as the term has, and ends where it ends", () => {
    fc.assert(
      fc.property(aCase, (sent) => {
        const rule = ruleOf(sent);
        fc.pre(refusalOf(sent) === null && rule?.length.unit === "business-days" && !rule.petition);
        const { explanation, dueAt } = answered(sent);
        expect(explanation.filter(({ counts }) => counts)).toHaveLength(rule.length.count);
        expect(explanation.at(-1)?.date).toBe(dueAt?.slice(0, 10));
      }),
      { numRuns: 200 },
    );
  });

  test("the company's own goal is never later than the term", () => {
    fc.assert(
      fc.property(aCase, (sent) => {
        fc.pre(refusalOf(sent) === null);
        const { companyTargetAt, dueAt } = answered(sent);
        if (companyTargetAt && dueAt) expect(second(companyTargetAt)).toBeLessThanOrEqual(second(dueAt));
      }),
      { numRuns: 200 },
    );
  });
});

const aDay = fc.integer({ min: 0, max: 1000 }).map((days) => addDays(day("2025-01-01"), days));

test("business days are counted the same forwards and backwards, one by one", () => {
  const calendar = businessCalendar(calendarOf("CO"));
  const slow = (from: CivilDate, to: CivilDate) =>
    Array.from({ length: daysBetween(from, to) }, (_, at) => addDays(from, at + 1)).filter((date) =>
      calendar.isBusinessDay(date),
    ).length;
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const to = calendar.addBusinessDays(from, count);
      expect(calendar.businessDaysBetween(from, to)).toBe(count);
      expect(slow(from, to)).toBe(count);
      expect(calendar.businessDaysBetween(to, from)).toBe(-count);
    }),
  );
});

test("a month later is the same day, or the month's last", () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 24 }), (from, count) => {
      const later = addMonthsTo(from, count);
      const monthsOn = Number(later.slice(0, 4)) * 12 + Number(later.slice(5, 7));
      expect(monthsOn - Number(from.slice(0, 4)) * 12 - Number(from.slice(5, 7))).toBe(count);
      if (later.slice(8) !== from.slice(8)) expect(addDays(later, 1).slice(8)).toBe("01");
    }),
  );
});

test("the end of a day is its last second in every zone, whatever the clock does", () => {
  const zones = Object.values(ZONES).flat().concat("America/Havana", "Europe/Madrid", "Australia/Lord_Howe");
  fc.assert(
    fc.property(aDay, fc.constantFrom(...zones), (date, name) => {
      const zone = zoneNamed(name);
      if (!zone) throw new Error(name);
      const end = zone.endOf(date);
      expect([zone.dateAt(end), zone.dateAt(end + 1)]).toEqual([date, addDays(date, 1)]);
      expect(second(zone.written(end))).toBe(end);
    }),
    { numRuns: 300 },
  );
});
