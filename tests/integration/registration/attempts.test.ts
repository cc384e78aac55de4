import { beforeEach, describe, expect, test } from "vitest";
import { settleAttempt, takeAttempt, type Limit } from "../../../lib/registration/attempts.ts";
import { createDb } from "../../../lib/platform/create-db.ts";
import { freshDatabase } from "../../support/database.ts";

const { db, url } = await freshDatabase();
const other = createDb(url);
const few: Limit = { scope: "few", allowed: 3, firstWait: 60, longestWait: 240, forgetsEach: null };
const many: Limit = { ...few, scope: "many", allowed: 10 };
const shared: Limit = { ...few, scope: "shared", longestWait: 60, forgetsEach: 60 };
const of = (limit: Limit, subject = "x") => ({ limit, subject });

const rewind = (seconds: number) =>
  db.$executeRaw`UPDATE attempt SET last_failure_at = last_failure_at - make_interval(secs => ${seconds})`;

beforeEach(() => db.attempt.deleteMany());

describe("a limit", () => {
  test("lets its number through, and then makes wait", async () => {
    for (let round = 0; round < 3; round += 1) expect(await takeAttempt(db, [of(few)])).toBe(true);
    expect(await takeAttempt(db, [of(few)])).toBe(false);
    expect(await takeAttempt(db, [of(few, "y")])).toBe(true);
  });

  test("lets one more through after each wait, which doubles up to the longest", async () => {
    for (let round = 0; round < 3; round += 1) await takeAttempt(db, [of(few)]);
    for (const wait of [60, 120, 240, 240]) {
      await rewind(wait - 1);
      expect(await takeAttempt(db, [of(few)])).toBe(false);
      await rewind(1);
      expect(await takeAttempt(db, [of(few)])).toBe(true);
    }
  });

  test("refuses nobody below it who began before another and came after", async () => {
    const taken = await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT now()`;
      await takeAttempt(other, [of(few)]);
      return takeAttempt(tx, [of(few)]);
    });
    expect(taken).toBe(true);
  });

  test("in parallel, in two copies of the application, is never passed", async () => {
    const tries = Array.from({ length: 40 }, (_, at) => takeAttempt(at % 2 ? db : other, [of(few)]));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(3);
  });

  test("is forgotten after a day, or when it is forgiven; one try can be given back", async () => {
    for (let round = 0; round < 3; round += 1) await takeAttempt(db, [of(few)]);
    await settleAttempt(db, { forgiven: [], returned: [of(few)] });
    expect(await takeAttempt(db, [of(few)])).toBe(true);
    await settleAttempt(db, { forgiven: [of(few)] });
    for (let round = 0; round < 3; round += 1) expect(await takeAttempt(db, [of(few)])).toBe(true);
    await rewind(24 * 3600 + 1);
    for (let round = 0; round < 3; round += 1) expect(await takeAttempt(db, [of(few)])).toBe(true);
  });
});

describe("several limits", () => {
  test("are asked in one round trip, and the strictest decides", async () => {
    for (let round = 0; round < 3; round += 1) expect(await takeAttempt(db, [of(few), of(many)])).toBe(true);
    expect(await takeAttempt(db, [of(few), of(many)])).toBe(false);
    expect(await takeAttempt(db, [of(many)])).toBe(true);
  });

  test("named in any order do not wait for each other for ever", async () => {
    const subjects = Array.from({ length: 8 }, (_, at) => String(at));
    const tries = Array.from({ length: 40 }, (_, at) => {
      const asked = subjects.map((subject) => of(many, subject));
      return takeAttempt(at % 2 ? db : other, at % 3 ? asked : asked.reverse());
    });
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(10);
  });
});

test("tries taken and settled at once, in two copies, wait for each other in no circle", async () => {
  const [one, two] = [of({ ...many, allowed: 1000 }, "a"), of({ ...many, allowed: 1000 }, "b")];
  await Promise.all(
    Array.from({ length: 200 }, async (_, at) => {
      const copy = at % 2 ? db : other;
      expect(await takeAttempt(copy, at % 3 ? [one, two] : [two, one])).toBe(true);
      await settleAttempt(
        copy,
        at % 4 > 1 ? { forgiven: [one], returned: [two] } : { forgiven: [two], returned: [one] },
      );
    }),
  );
});

describe("a limit that many share", () => {
  const takes = async (times: number) => {
    const taken: boolean[] = [];
    for (let time = 0; time < times; time += 1) taken.push(await takeAttempt(db, [of(shared)]));
    return taken.filter(Boolean).length;
  };

  test("lets one more through each minute, and after a pause as many as its minutes, never more than its number", async () => {
    expect(await takes(5)).toBe(3);
    await rewind(59);
    expect(await takes(1)).toBe(0);
    await rewind(1);
    expect(await takes(5)).toBe(1);
    await rewind(120);
    expect(await takes(5)).toBe(2);
    await rewind(23 * 3600);
    expect(await takes(5)).toBe(3);
  });

  test("does not stay shut while somebody keeps failing: those who get in give their try back", async () => {
    await takes(5);
    for (let minute = 0; minute < 30; minute += 1) {
      await rewind(60);
      expect(await takes(2)).toBe(1);
    }
    await rewind(60);
    for (let person = 0; person < 10; person += 1) {
      expect(await takes(1)).toBe(1);
      await settleAttempt(db, { forgiven: [], returned: [of(shared)] });
    }
  });
});
