import { beforeEach, describe, expect, test } from "vitest";
import { LIMITS } from "../../../lib/registration/attempts.ts";
import { HOLDS_MS } from "../../../lib/registration/mailed-token.ts";
import { disownChange } from "../../../lib/registration/commands/disown-change.ts";
import { requestRecovery, resetPassword } from "../../../lib/registration/commands/recovery.ts";
import { signIn } from "../../../lib/registration/commands/sign-in.ts";
import { hashPassword } from "../../../lib/registration/password.ts";
import { resetStanding, signedIn } from "../../../lib/registration/queries.ts";
import { anyone, aPortalUser, contextOf, NOW } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { mailTo, tokenMailedTo } from "../../support/mailbox.ts";
import { anOrigin, GOOD_PASSWORD } from "../../support/registrations.ts";

const { db } = await freshDatabase();
const ctx = contextOf(db, anyone);
const later = (ms: number) => contextOf(db, anyone, new Date(NOW.getTime() + ms));
const CHOOSE = /^Elegir/;
const NEW_PASSWORD = "ventana de ulmo junto al estero";
const passwordHash = await hashPassword(GOOD_PASSWORD);
const useless = { ok: false, error: "link/useless" };

let counter = 0;
async function aPerson() {
  counter += 1;
  const email = `recupera-${counter}@correo.example`;
  return { email, user: await aPortalUser(db, { email, passwordHash }) };
}

const request = (document: string | null) => requestRecovery(ctx, { document, origin: anOrigin() });
const reset = (token: string, password = NEW_PASSWORD, at = ctx) =>
  resetPassword(at, { token, password, origin: anOrigin() });
const enter = (document: string, password: string) => signIn(ctx, { document, password, origin: anOrigin() });

async function requested() {
  const person = await aPerson();
  await request(person.user.identityNumber);
  return { ...person, token: await tokenMailedTo(db, person.email, CHOOSE) };
}

beforeEach(() => db.attempt.deleteMany());

describe("recovering a password", () => {
  test("sets the new one, ends every session, and the one before opens nothing", async () => {
    const { user, email } = await aPerson();
    const before = await enter(user.identityNumber, GOOD_PASSWORD);
    if (!before.ok) throw new Error(before.error);
    await request(user.identityNumber);
    const token = await tokenMailedTo(db, email, CHOOSE);
    expect(await resetStanding(ctx, token)).toEqual({ hasSecondFactor: false });
    expect(await signedIn(ctx, before.value.token)).not.toBeNull();
    expect(await reset(token)).toEqual({ ok: true, value: null });
    expect(await signedIn(ctx, before.value.token)).toBeNull();
    expect((await enter(user.identityNumber, GOOD_PASSWORD)).ok).toBe(false);
    expect((await enter(user.identityNumber, NEW_PASSWORD)).ok).toBe(true);
    expect(await db.securityEvent.count({ where: { userId: user.id, kind: "password_recovered" } })).toBe(1);
  });

  test("is told by mail, whose link undoes it: somebody who reads the mail of another does not go unnoticed", async () => {
    const { email, token } = await requested();
    await reset(token);
    expect((await mailTo(db, email)).at(-1)?.subject).toBe("Su contraseña cambió");
    const undo = await tokenMailedTo(db, email, /^No fui yo/);
    expect(await disownChange(ctx, { token: undo, origin: anOrigin() })).toEqual({ ok: true, value: null });
  });

  test("an unknown document, none, a closed door and a person without address are answered alike", async () => {
    const closed = await aPortalUser(db, { email: "cerrada@correo.example", disabledAt: NOW });
    const withoutAddress = await aPortalUser(db);
    for (const document of ["99999999-9", null, closed.identityNumber, withoutAddress.identityNumber])
      expect(await request(document)).toEqual({ ok: true, value: null });
    expect(await mailTo(db, "cerrada@correo.example")).toEqual([]);
  });

  test("whoever is kept from signing in can still recover", async () => {
    const { user, email } = await aPerson();
    for (let failure = 0; failure <= LIMITS.signInDocument.allowed; failure += 1)
      await enter(user.identityNumber, "otra");
    expect(await enter(user.identityNumber, GOOD_PASSWORD)).toMatchObject({
      error: "sign-in/too-many-attempts",
    });
    await request(user.identityNumber);
    expect(await reset(await tokenMailedTo(db, email, CHOOSE))).toEqual({ ok: true, value: null });
  });

  test("a refused password leaves the link as it was", async () => {
    const { token } = await requested();
    expect(await reset(token, "corta")).toEqual({ ok: false, error: "password/too-short" });
    expect((await reset(token)).ok).toBe(true);
  });
});

describe("the mailed link", () => {
  test("twenty at once change it once", async () => {
    const { token } = await requested();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => reset(token)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(19).fill(useless));
  });

  test("used, superseded, expired, cut short, of whose door was closed: it is useless", async () => {
    const used = await requested();
    await reset(used.token);
    expect(await reset(used.token)).toEqual(useless);

    const superseded = await requested();
    await request(superseded.user.identityNumber);
    expect(await reset(superseded.token)).toEqual(useless);

    const late = await requested();
    expect(await reset(late.token, NEW_PASSWORD, later(HOLDS_MS.recover_password))).toEqual(useless);
    expect(await reset(late.token.slice(1))).toEqual(useless);

    const closed = await requested();
    await db.portalUser.update({ where: { id: closed.user.id }, data: { disabledAt: NOW } });
    expect(await reset(closed.token)).toEqual(useless);
    expect(await resetStanding(ctx, closed.token)).toBeNull();
  });
});
