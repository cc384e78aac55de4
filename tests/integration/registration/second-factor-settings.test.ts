import { beforeEach, describe, expect, test } from "vitest";
import { changePassword } from "../../../lib/registration/commands/change-password.ts";
import { resetPassword, requestRecovery } from "../../../lib/registration/commands/recovery.ts";
import {
  addSecondFactor,
  offeredSecret,
  removeSecondFactor,
  renewRecoveryCodes,
} from "../../../lib/registration/commands/second-factor-settings.ts";
import { giveCode, signIn } from "../../../lib/registration/commands/sign-in.ts";
import { HALF_OPEN_MS } from "../../../lib/registration/model.ts";
import { hashPassword } from "../../../lib/registration/password.ts";
import { secondFactor, signedIn } from "../../../lib/registration/queries.ts";
import { anyone, aPortalUser, asCustomer, contextOf, NOW } from "../../support/builders.ts";
import { codeAt } from "../../support/codes.ts";
import { freshDatabase } from "../../support/database.ts";
import { tokenMailedTo } from "../../support/mailbox.ts";
import { anOrigin, GOOD_PASSWORD, PERSON } from "../../support/registrations.ts";

const { db } = await freshDatabase();
const passwordHash = await hashPassword(GOOD_PASSWORD);
const open = contextOf(db, anyone);
const STEP_MS = 30_000;
/** `steps` codes later, at which no code of before is good any more. */
const after = (steps: number) => new Date(NOW.getTime() + steps * STEP_MS);

let counter = 0;
async function withFactor() {
  counter += 1;
  const email = `codigo-${counter}@correo.example`;
  const user = await aPortalUser(db, { email, passwordHash, details: PERSON });
  const ctx = contextOf(db, asCustomer(user));
  const secret = await offeredSecret(ctx, "session");
  const change = { current: GOOD_PASSWORD, code: codeAt(secret, NOW), origin: anOrigin(), token: "session" };
  const added = await addSecondFactor(ctx, change);
  if (!added.ok) throw new Error(added.error);
  return { user, email, ctx, secret, codes: added.value };
}

const enter = (document: string, at = NOW) =>
  signIn(contextOf(db, anyone, at), { document, password: GOOD_PASSWORD, origin: anOrigin() });

async function halfOpen(document: string): Promise<string> {
  const session = await enter(document);
  if (!session.ok) throw new Error(session.error);
  expect(session.value.halfOpen).toBe(true);
  return session.value.token;
}

const give = (token: string, code: string, at: Date) =>
  giveCode(contextOf(db, anyone, at), { token, code, origin: anOrigin() });

beforeEach(() => db.attempt.deleteMany());

describe("with a second factor", () => {
  test("the password alone opens nothing; its code opens the other half, under a new token", async () => {
    const { user, secret } = await withFactor();
    const half = await halfOpen(user.identityNumber);
    expect(await signedIn(open, half)).toBeNull();
    const session = await give(half, codeAt(secret, after(1)), after(1));
    if (!session.ok) throw new Error(session.error);
    expect(session.value.token).not.toBe(half);
    expect(await signedIn(contextOf(db, anyone, after(1)), session.value.token)).toMatchObject({
      userId: user.id,
    });
    expect(await give(half, codeAt(secret, after(2)), after(2))).toEqual({
      ok: false,
      error: "code/too-late",
    });
  });

  test("no code is good twice, not even twenty times at once", async () => {
    const { user, secret } = await withFactor();
    const halves = [];
    for (let round = 0; round < 4; round += 1) {
      await db.attempt.deleteMany();
      halves.push(await halfOpen(user.identityNumber));
    }
    await db.attempt.deleteMany();
    const code = codeAt(secret, after(1));
    const outcomes = await Promise.all(halves.map((half) => give(half, code, after(1))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("wrong codes are limited, a code that is too late too, and a recovery code opens once", async () => {
    const { user, codes } = await withFactor();
    const half = await halfOpen(user.identityNumber);
    for (let failure = 0; failure < 5; failure += 1)
      expect(await give(half, "000000", NOW)).toMatchObject({ error: "code/refused" });
    expect(await give(half, codes[0] ?? "", NOW)).toMatchObject({ error: "code/too-many-attempts" });
    await db.attempt.deleteMany();
    const late = new Date(NOW.getTime() + HALF_OPEN_MS);
    expect(await give(half, codes[0] ?? "", late)).toMatchObject({ error: "code/too-late" });
    expect((await give(half, (codes[0] ?? "").toLowerCase(), NOW)).ok).toBe(true);
    const again = await halfOpen(user.identityNumber);
    expect(await give(again, codes[0] ?? "", NOW)).toMatchObject({ error: "code/refused" });
    expect(await db.recoveryCode.count({ where: { userId: user.id } })).toBe(9);
  });

  test("another person's recovery code opens nothing", async () => {
    const [one, other] = [await withFactor(), await withFactor()];
    const half = await halfOpen(one.user.identityNumber);
    expect(await give(half, other.codes[0] ?? "", NOW)).toMatchObject({ error: "code/refused" });
  });

  test("recovering the password keeps it", async () => {
    const { user, email, ctx } = await withFactor();
    await requestRecovery(open, { document: user.identityNumber, origin: anOrigin() });
    const token = await tokenMailedTo(db, email, /^Elegir/);
    await resetPassword(open, { token, password: "ulmo y estero 9", origin: anOrigin() });
    expect(await secondFactor(ctx)).not.toBeNull();
  });
});

describe("changing it", () => {
  test("adding needs a right code and the password, ends the other sessions, and happens once", async () => {
    const user = await aPortalUser(db, { passwordHash });
    const ctx = contextOf(db, asCustomer(user));
    const elsewhere = await enter(user.identityNumber);
    if (!elsewhere.ok) throw new Error(elsewhere.error);
    const secret = await offeredSecret(ctx, "session");
    expect(await offeredSecret(ctx, "session")).toBe(secret);
    expect(await offeredSecret(ctx, "another")).not.toBe(secret);
    const add = (current: string, code: string) =>
      addSecondFactor(ctx, { current, code, origin: anOrigin(), token: "session" });
    expect(await add(GOOD_PASSWORD, "000000")).toMatchObject({ error: "code/refused" });
    expect(await add("otra", codeAt(secret, NOW))).toMatchObject({ error: "password/wrong" });
    expect(await secondFactor(ctx)).toBeNull();
    expect((await add(GOOD_PASSWORD, codeAt(secret, NOW))).ok).toBe(true);
    expect(await secondFactor(ctx)).toEqual({ recoveryCodes: 10 });
    expect(await signedIn(open, elsewhere.value.token)).toBeNull();
    const next = await offeredSecret(ctx, "session");
    expect(next).not.toBe(secret);
    expect(await add(GOOD_PASSWORD, codeAt(next, NOW))).toMatchObject({
      error: "second-factor/there-already",
    });
  });

  test("removing needs a code of it, and a password that can stand alone", async () => {
    const { ctx, secret, codes } = await withFactor();
    const change = (current: string, code: string) => ({ current, code, origin: anOrigin() });
    expect(await removeSecondFactor(ctx, change(GOOD_PASSWORD, "000000"))).toMatchObject({
      error: "code/refused",
    });
    const short = {
      current: GOOD_PASSWORD,
      password: "ulmo y estero 9",
      token: "session",
      origin: anOrigin(),
    };
    expect((await changePassword(ctx, { ...short, password: "ulmo y estero" })).ok).toBe(true);
    expect(await removeSecondFactor(ctx, change("ulmo y estero", codes[0] ?? ""))).toMatchObject({
      error: "second-factor/password-too-short",
    });
    const long = { current: "ulmo y estero", password: GOOD_PASSWORD, token: "session", origin: anOrigin() };
    expect((await changePassword(ctx, long)).ok).toBe(true);
    const later = contextOf(db, ctx.actor, after(1));
    expect((await removeSecondFactor(later, change(GOOD_PASSWORD, codeAt(secret, after(1))))).ok).toBe(true);
    expect(await secondFactor(ctx)).toBeNull();
  });

  test("new recovery codes replace the old ones", async () => {
    const { ctx, user, codes } = await withFactor();
    const renewed = await renewRecoveryCodes(ctx, {
      current: GOOD_PASSWORD,
      code: codes[0] ?? "",
      origin: anOrigin(),
    });
    if (!renewed.ok) throw new Error(renewed.error);
    expect(renewed.value).toHaveLength(10);
    const half = await halfOpen(user.identityNumber);
    expect(await give(half, codes[1] ?? "", NOW)).toMatchObject({ error: "code/refused" });
    expect((await give(half, renewed.value[0] ?? "", NOW)).ok).toBe(true);
  });

  test("what is kept of it names neither secret nor code", async () => {
    const { secret, codes, user } = await withFactor();
    const kept = JSON.stringify([
      await db.portalUser.findUnique({ where: { id: user.id } }).then((row) => ({ ...row, lastStep: null })),
      await db.recoveryCode.findMany(),
    ]);
    for (const hidden of [secret, ...codes]) expect(kept).not.toContain(hidden);
  });
});
