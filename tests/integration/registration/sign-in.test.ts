import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../lib/registration/attempts.ts";
import { signIn, signOut } from "../../../lib/registration/commands/sign-in.ts";
import { hashPassword } from "../../../lib/registration/password.ts";
import { signedIn } from "../../../lib/registration/queries.ts";
import { anyone, aPortalUser, contextOf, NOW } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";

const { db } = await freshDatabase();
const PASSWORD = "notro-en-el-viento-sur";
const passwordHash = await hashPassword(PASSWORD);
const ctx = contextOf(db, anyone);
const minutesLater = (minutes: number) => contextOf(db, anyone, new Date(NOW.getTime() + minutes * 60_000));

let address = 0;
const tryOf = (document: string | null, password = PASSWORD) => ({
  document,
  password,
  origin: { address: `2001:db8:0:${(address += 1).toString(16)}::1`, userAgent: "" },
});

async function aSession(given: Parameters<typeof aPortalUser>[1] = {}) {
  const user = await aPortalUser(db, { passwordHash, ...given });
  const session = await signIn(ctx, tryOf(user.identityNumber));
  if (!session.ok) throw new Error(session.error);
  return { user, token: session.value.token };
}

describe("signing in", () => {
  test("the right password opens a session; the database keeps only the hash of its token", async () => {
    const { user, token } = await aSession();
    expect(await signedIn(ctx, token)).toEqual({ userId: user.id, name: user.name, staffRole: null });
    const stored = await db.portalSession.findFirstOrThrow({ where: { userId: user.id } });
    expect(stored.id).not.toContain(token);
  });

  test("unknown, wrong, malformed and disabled are refused alike", async () => {
    const user = await aPortalUser(db, { passwordHash });
    const disabled = await aPortalUser(db, { passwordHash, disabledAt: NOW });
    const refused = { ok: false, error: "sign-in/refused" };
    expect(await signIn(ctx, tryOf(user.identityNumber, "otra"))).toEqual(refused);
    expect(await signIn(ctx, tryOf("99999999-9"))).toEqual(refused);
    expect(await signIn(ctx, tryOf(null))).toEqual(refused);
    expect(await signIn(ctx, tryOf(disabled.identityNumber))).toEqual(refused);
  });

  test("every refusal takes the time of one verification", { timeout: 180_000 }, async () => {
    const user = await aPortalUser(db, { passwordHash });
    const disabled = await aPortalUser(db, { passwordHash, disabledAt: NOW });
    const kinds = {
      wrong: [user.identityNumber, "otra"],
      unknown: ["88888888-8", "x"],
      closed: [disabled.identityNumber, PASSWORD],
    };
    const times: Record<string, number[]> = { wrong: [], unknown: [], closed: [] };
    // The fastest of many: what else the machine does only ever adds time, and more rounds only ever take it away.
    const ratio = () => {
      const fastest = Object.values(times).map((values) => Math.min(...values));
      return Math.max(...fastest) / Math.min(...fastest);
    };
    for (let round = 0; round < 15 || (round < 60 && ratio() >= 1.25); round += 1) {
      await db.attempt.deleteMany();
      for (const [kind, [document = "", password = ""]] of Object.entries(kinds)) {
        const began = performance.now();
        await signIn(ctx, tryOf(document, password));
        times[kind]?.push(performance.now() - began);
      }
    }
    expect(ratio()).toBeLessThan(1.25);
  });
});

describe("a session ends", () => {
  test("at sign-out, for a copied cookie too, and ending it again is no error", async () => {
    const { token } = await aSession();
    await signOut(ctx, token);
    await signOut(ctx, token);
    expect(await signedIn(ctx, token)).toBeNull();
  });

  test("when the person's door is closed", async () => {
    const { user, token } = await aSession();
    await db.portalUser.update({ where: { id: user.id }, data: { disabledAt: NOW } });
    expect(await signedIn(ctx, token)).toBeNull();
  });

  test.each([
    ["a customer", null, 30, 12 * 60],
    ["staff", "desk", 15, 8 * 60],
  ] as const)("%s: without use, and at most", async (_who, staffRole, idle, absolute) => {
    const { token } = await aSession({ staffRole });
    expect(await signedIn(minutesLater(idle), token)).toBeNull();
    for (let minutes = idle - 1; minutes < absolute; minutes += idle - 1)
      expect(await signedIn(minutesLater(minutes), token)).not.toBeNull();
    expect(await signedIn(minutesLater(absolute), token)).toBeNull();
  });

  test("a role given or taken holds at the next request", async () => {
    const { user, token } = await aSession();
    await db.portalUser.update({ where: { id: user.id }, data: { staffRole: "administrator" } });
    expect(await signedIn(ctx, token)).toMatchObject({ staffRole: "administrator" });
  });
});

describe("tries are limited", () => {
  const limited = { ok: false, error: "sign-in/too-many-attempts" };

  test("just under the limit the right password still opens, and forgives the failures", async () => {
    const user = await aPortalUser(db, { passwordHash });
    for (let round = 0; round < 2; round += 1) {
      for (let failure = 1; failure < LIMITS.signInDocument.allowed; failure += 1)
        await signIn(ctx, tryOf(user.identityNumber, "otra"));
      expect((await signIn(ctx, tryOf(user.identityNumber))).ok).toBe(true);
    }
  });

  test.each([
    ["a person", async () => (await aPortalUser(db, { passwordHash })).identityNumber],
    ["a document that does not exist", async () => "77777777-0"],
  ])("over it %s waits, whatever the password and wherever from", async (_who, documentOf) => {
    const document = await documentOf();
    for (let failure = 1; failure <= LIMITS.signInDocument.allowed; failure += 1)
      await signIn(ctx, tryOf(document, "otra"));
    expect(await signIn(ctx, tryOf(document))).toEqual(limited);
  });

  test("one address that tries many documents waits", async () => {
    const from = "203.0.113.7";
    for (let failure = 1; failure <= LIMITS.signInNetwork.allowed; failure += 1)
      await signIn(ctx, {
        document: `6${failure}-0`,
        password: "x",
        origin: { address: from, userAgent: "" },
      });
    expect(
      await signIn(ctx, { document: "5555-5", password: "x", origin: { address: from, userAgent: "" } }),
    ).toEqual(limited);
  });

  test("tries at the same moment do not slip past", async () => {
    const document = "66666666-0";
    const tries = await Promise.all(Array.from({ length: 20 }, () => signIn(ctx, tryOf(document, "x"))));
    const verified = tries.filter((result) => !result.ok && result.error === "sign-in/refused");
    expect(verified).toHaveLength(LIMITS.signInDocument.allowed);
  });

  test("after the wait one more try is let through, and a failure then doubles it", async () => {
    const document = "55555555-0";
    for (let failure = 1; failure <= LIMITS.signInDocument.allowed; failure += 1)
      await signIn(ctx, tryOf(document, "x"));
    const rewind = (seconds: number) =>
      db.$executeRaw`UPDATE attempt SET last_failure_at = last_failure_at - make_interval(secs => ${seconds})`;
    await rewind(61);
    expect(await signIn(ctx, tryOf(document, "x"))).toMatchObject({ error: "sign-in/refused" });
    await rewind(61);
    expect(await signIn(ctx, tryOf(document, "x"))).toEqual(limited);
    await rewind(60);
    expect(await signIn(ctx, tryOf(document, "x"))).toMatchObject({ error: "sign-in/refused" });
  });
});
