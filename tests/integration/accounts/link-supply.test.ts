import { PrismaPg } from "@prisma/adapter-pg";
import { describe, expect, test } from "vitest";
import { linkSupply } from "../../../lib/accounts/commands/link-supply.ts";
import { consumptionHistory } from "../../../lib/billing/queries.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import { createDb } from "../../../lib/platform/create-db.ts";
import { inUtc } from "../../../lib/platform/database-url.ts";
import { PrismaClient } from "../../../lib/platform/generated/client.ts";
import { LIMITS } from "../../../lib/registration/attempts.ts";
import { aBill, aMeter, anAgreement, aUsagePoint, contextOf, asCustomer } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  aLinkedPerson,
  anOrigin,
  aPerson,
  aProvableSupply,
  mailsTo,
  proofWith,
} from "../../support/supplies.ts";

const { db, url } = await freshDatabase();
const REFUSED = { ok: false, error: "supply/not-proved" };
const LIMITED = { ok: false, error: "supply/too-many-attempts" };
const rewind = (seconds: number) =>
  db.$executeRaw`UPDATE attempt SET last_failure_at = last_failure_at - make_interval(secs => ${seconds})`;

describe("what stands on the bill links the supply", () => {
  test("and nothing of it was visible before", async () => {
    const { printed, number, totals } = await aProvableSupply(db);
    for (const total of totals.slice(1)) {
      const { ctx } = await aPerson(db);
      expect(await consumptionHistory(ctx, number)).toBeNull();
      expect(await linkSupply(ctx, proofWith(printed, { total }))).toEqual({ ok: true, value: number });
      expect((await consumptionHistory(ctx, number))?.rows).toHaveLength(4);
    }
  });

  test("written as people write", async () => {
    const { printed, number } = await aProvableSupply(db);
    const spaced = `${number.slice(0, 3)} ${number.slice(3)}`;
    const { ctx } = await aPerson(db);
    const typed = {
      number: `  ${spaced}`,
      meter: printed.meter.toLowerCase(),
      total: `$ ${printed.total}.-`,
    };
    expect(await linkSupply(ctx, proofWith(printed, typed))).toEqual({ ok: true, value: number });
  });

  test("any number of supplies", async () => {
    const person = await aPerson(db);
    for (let supply = 0; supply < 7; supply += 1) {
      const { printed } = await aProvableSupply(db);
      expect(await linkSupply(person.ctx, proofWith(printed))).toMatchObject({ ok: true });
    }
  });

  test("where there is no meter, the folio of that bill", async () => {
    const { number } = await aUsagePoint(db);
    await anAgreement(db, number);
    const { document, totalAmount } = await aBill(db, number, { document: "F-70011", taxableAmount: "8123" });
    const given = { number, meter: document, total: totalAmount.toFixed() };
    const { ctx } = await aPerson(db);
    expect(await linkSupply(ctx, proofWith(given, { meter: "F-70012" }))).toEqual(REFUSED);
    expect(await linkSupply(ctx, proofWith(given))).toMatchObject({ ok: true });
  });
});

describe("one refusal for everything", () => {
  test.each([
    ["an unknown supply", { number: "no-such" }],
    ["another meter", { meter: "M-0" }],
    ["another amount", { total: "11901" }],
    ["nothing for an amount", { total: "0" }],
    ["no amount", { total: "mucho" }],
  ])("%s", async (_what, typed) => {
    const { printed } = await aProvableSupply(db);
    expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed, typed))).toEqual(REFUSED);
  });

  test("the fourth bill back, one that was cancelled or replaced, and one of nothing", async () => {
    const { printed, number, totals } = await aProvableSupply(db);
    const cancelled = await aBill(db, number, {
      period: "2026-09",
      taxableAmount: "777",
      cancelledOn: new Date(),
    });
    const replaced = await aBill(db, number, { period: "2026-09", taxableAmount: "778", replacedBy: "x" });
    await aBill(db, number, { period: "2026-11", taxableAmount: "0" });
    for (const total of [totals[0], cancelled.totalAmount.toFixed(), replaced.totalAmount.toFixed(), "0"])
      expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed, { total: total ?? "" }))).toEqual(
        REFUSED,
      );
    expect(
      await linkSupply((await aPerson(db)).ctx, proofWith(printed, { total: totals[1] ?? "" })),
    ).toMatchObject({
      ok: true,
    });
  });

  test("the bill of another supply, or of the holder before", async () => {
    const [one, other] = [await aProvableSupply(db), await aProvableSupply(db)];
    const { ctx } = await aPerson(db);
    expect(await linkSupply(ctx, proofWith(one.printed, { total: other.printed.total }))).toEqual(REFUSED);
    const number = one.printed.number;
    await db.customerAgreement.update({
      where: { id: one.agreement.id },
      data: { validTo: new Date("2026-11-01") },
    });
    expect(await linkSupply(ctx, proofWith(one.printed))).toEqual(REFUSED);
    await anAgreement(db, number, { validFrom: day("2026-11-02") });
    expect(await linkSupply((await aPerson(db)).ctx, proofWith(one.printed))).toEqual(REFUSED);
  });

  test("an amount that five supplies share; four do not spoil it, and another bill of the three proves", async () => {
    const { printed, number, totals } = await aProvableSupply(db);
    const newest = { period: "2026-11", taxableAmount: "1000" };
    const { totalAmount } = await aBill(db, number, newest);
    const minimum = totalAmount.toFixed();
    for (let other = 0; other < 3; other += 1) await aBill(db, (await aUsagePoint(db)).number, newest);
    expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed, { total: minimum }))).toMatchObject({
      ok: true,
    });
    await aBill(db, (await aUsagePoint(db)).number, newest);
    const { ctx } = await aPerson(db);
    expect(await linkSupply(ctx, proofWith(printed, { total: minimum }))).toEqual(REFUSED);
    expect(await linkSupply(ctx, proofWith(printed, { total: totals.at(-1) ?? "" }))).toMatchObject({
      ok: true,
    });
  });

  test("takes the same statements for a supply that exists and one that does not", async () => {
    const { printed } = await aProvableSupply(db);
    const { user } = await aPerson(db);
    const statementsOf = async (typed: Parameters<typeof proofWith>[1]) => {
      const adapter = new PrismaPg({ connectionString: inUtc(url), max: 1 });
      const counted = new PrismaClient({ adapter, log: [{ emit: "event", level: "query" }] });
      const statements: string[] = [];
      counted.$on("query", ({ query }) => statements.push(query));
      const result = await linkSupply(
        contextOf(counted as typeof db, asCustomer(user)),
        proofWith(printed, typed),
      );
      await counted.$disconnect();
      expect(result).toEqual(REFUSED);
      return statements;
    };
    const wrong = await statementsOf({ total: "1" });
    expect(wrong.length).toBe(2);
    expect(await statementsOf({ number: "not-there", total: "1" })).toEqual(wrong);
  });

  test("takes as long for a supply that exists and one that does not", { timeout: 120_000 }, async () => {
    const supplies: Awaited<ReturnType<typeof aProvableSupply>>[] = [];
    for (let made = 0; made < 20; made += 1) supplies.push(await aProvableSupply(db));
    const { ctx } = await aPerson(db);
    const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
    const ratio = () => {
      const [a, b] = [median(times.known), median(times.unknown)];
      return Math.max(a, b) / Math.min(a, b);
    };
    const round = async (index: number) => {
      const { printed } = supplies[index % supplies.length] ?? (await aProvableSupply(db));
      for (const kind of ["known", "unknown"] as const) {
        await db.attempt.deleteMany();
        const number = kind === "known" ? printed.number : `7${printed.number}`;
        const began = performance.now();
        await linkSupply(ctx, proofWith(printed, { number, total: "1" }));
        times[kind].push(performance.now() - began);
      }
    };
    // The medians of 40 interleaved tries; a busy machine gets more of them, which only ever brings the two together.
    for (let index = 0; index < 40 || (index < 400 && ratio() >= 1.15); index += 1) await round(index);
    expect(ratio()).toBeLessThan(1.15);
  });
});

describe("tries are limited", () => {
  test.each([
    ["a supply", async () => (await aProvableSupply(db)).printed],
    ["a supply that does not exist", async () => ({ number: "no-hay-55", meter: "1", total: "1" })],
  ])("%s: the last of them is let through, one more waits, whoever tries", async (_what, printedOf) => {
    const printed = await printedOf();
    for (let failure = 1; failure <= LIMITS.linkSupply.allowed; failure += 1)
      expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed, { meter: "X" }))).toEqual(REFUSED);
    expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed))).toEqual(LIMITED);
    await rewind(LIMITS.linkSupply.firstWait);
    expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed, { meter: "X" }))).toEqual(REFUSED);
    await rewind(LIMITS.linkSupply.firstWait);
    expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed))).toEqual(LIMITED);
  });

  test("just under the limit the bill still links", async () => {
    const { printed } = await aProvableSupply(db);
    const { ctx } = await aPerson(db);
    for (let failure = 1; failure < LIMITS.linkSupply.allowed; failure += 1)
      await linkSupply(ctx, proofWith(printed, { meter: "X" }));
    expect(await linkSupply(ctx, proofWith(printed))).toMatchObject({ ok: true });
  });

  test("writing the same number in another way is the same supply", async () => {
    const { printed, number } = await aProvableSupply(db);
    for (const written of [number, `${number} `, `0${number}`, number.split("").join("."), `${number}-`])
      await linkSupply((await aPerson(db)).ctx, proofWith(printed, { number: written, meter: "X" }));
    expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed))).toEqual(LIMITED);
  });

  test("a person who tries many supplies waits", async () => {
    const { ctx } = await aPerson(db);
    for (let failure = 1; failure <= LIMITS.linkPerson.allowed; failure += 1)
      await linkSupply(ctx, proofWith({ number: `90-${failure}`, meter: "1", total: "1" }));
    const { printed } = await aProvableSupply(db);
    expect(await linkSupply(ctx, proofWith(printed))).toEqual(LIMITED);
  });

  test("one network that tries as many people waits, whatever the last half of its addresses", async () => {
    const { printed } = await aProvableSupply(db);
    const from = (host: number) => ({ origin: { address: `2001:db8:77:1::${host}`, userAgent: "" } });
    for (let failure = 1; failure <= LIMITS.linkNetwork.allowed; failure += 1)
      await linkSupply(
        (await aPerson(db)).ctx,
        proofWith({ number: `91-${failure}`, meter: "1", total: "1" }, from(failure)),
      );
    expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed, from(9999)))).toEqual(LIMITED);
  });

  test("tries at the same moment, at two copies of the application, do not slip past", async () => {
    const { printed } = await aProvableSupply(db);
    const second = createDb(url);
    const tries = Array.from({ length: 20 }, async (_, index) => {
      const { user } = await aPerson(db);
      const ctx = contextOf(index % 2 ? db : second, asCustomer(user));
      return linkSupply(ctx, proofWith(printed, { meter: "X" }));
    });
    const checked = (await Promise.all(tries)).filter(
      (result) => !result.ok && result.error === REFUSED.error,
    );
    await second.$disconnect();
    expect(checked.length).toBeGreaterThanOrEqual(1);
    expect(checked.length).toBeLessThanOrEqual(LIMITS.linkSupply.allowed);
  });

  test("whoever has a supply cannot use it to forgive themselves tries at others", async () => {
    const own = await aProvableSupply(db);
    const { ctx } = await aLinkedPerson(db, own.printed);
    let failures = 0;
    for (let round = 0; round < 12; round += 1) {
      const other = await linkSupply(ctx, proofWith({ number: `92-${round}`, meter: "1", total: "1" }));
      if (!other.ok && other.error === REFUSED.error) failures += 1;
      await linkSupply(ctx, proofWith(own.printed));
    }
    expect(failures).toBeLessThanOrEqual(LIMITS.linkPerson.allowed);
  });
});

describe("one link", () => {
  test("who has it already has it again, and nobody is told twice", async () => {
    const { printed, number, holderEmail } = await aProvableSupply(db);
    const { ctx, user } = await aLinkedPerson(db, printed);
    expect(await linkSupply(ctx, proofWith(printed))).toEqual({ ok: true, value: number });
    expect(await db.usagePointLink.count({ where: { userId: user.id } })).toBe(1);
    expect(await mailsTo(db, holderEmail)).toHaveLength(1);
  });

  test("of tries at the same moment, at two copies of the application", async () => {
    const { printed, holderEmail } = await aProvableSupply(db);
    const { user } = await aPerson(db);
    const second = createDb(url);
    const results = await Promise.all(
      Array.from({ length: LIMITS.linkPerson.allowed }, (_, index) =>
        linkSupply(contextOf(index % 2 ? db : second, asCustomer(user)), proofWith(printed)),
      ),
    );
    await second.$disconnect();
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await db.usagePointLink.count({ where: { userId: user.id, endedAt: null } })).toBe(1);
    expect(await mailsTo(db, holderEmail)).toHaveLength(1);
  });

  test("with the meter that was changed in these months, and with the one that took its place", async () => {
    const { printed, number, meter } = await aProvableSupply(db);
    const key = { usagePointNumber: number, serialNumber: meter.serialNumber };
    await db.meter.update({
      where: { usagePointNumber_serialNumber: key },
      data: { removedOn: new Date("2026-10-10") },
    });
    const now = await aMeter(db, number, { installedOn: new Date("2026-10-10") });
    for (const serial of [meter.serialNumber, now.serialNumber])
      expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed, { meter: serial }))).toMatchObject({
        ok: true,
      });
    await db.meter.update({
      where: { usagePointNumber_serialNumber: key },
      data: { removedOn: new Date("2026-07-10") },
    });
    expect(await linkSupply((await aPerson(db)).ctx, proofWith(printed))).toEqual(REFUSED);
  });

  test("what happened is among the events of the person, with the device", async () => {
    const { printed, number } = await aProvableSupply(db);
    const { user } = await aLinkedPerson(db, printed);
    expect(await db.securityEvent.findMany({ where: { userId: user.id } })).toMatchObject([
      { kind: "supply_linked", usagePointNumber: number, device: anOrigin().userAgent },
    ]);
  });
});
