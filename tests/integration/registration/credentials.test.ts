import { beforeEach, describe, expect, test } from "vitest";
import { confirmEmail, requestEmailChange } from "../../../lib/registration/commands/change-email.ts";
import { changePassword } from "../../../lib/registration/commands/change-password.ts";
import { closeAccount } from "../../../lib/registration/commands/close-account.ts";
import { disownChange } from "../../../lib/registration/commands/disown-change.ts";
import { endOtherSessions, endSession } from "../../../lib/registration/commands/end-sessions.ts";
import { resetPassword } from "../../../lib/registration/commands/recovery.ts";
import { signIn } from "../../../lib/registration/commands/sign-in.ts";
import { hashPassword } from "../../../lib/registration/password.ts";
import { openSessions, securityEvents, signedIn } from "../../../lib/registration/queries.ts";
import { anyone, aPortalUser, asCustomer, contextOf } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { mailTo, tokenMailedTo } from "../../support/mailbox.ts";
import { anOrigin, GOOD_PASSWORD, PERSON } from "../../support/registrations.ts";

const { db } = await freshDatabase();
const open = contextOf(db, anyone);
const NEW_PASSWORD = "ventana de ulmo junto al estero";
const passwordHash = await hashPassword(GOOD_PASSWORD);
const done = { ok: true, value: null };
const useless = { ok: false, error: "link/useless" };
const NOT_ME = /^No fui yo/;

let counter = 0;
async function aPerson() {
  counter += 1;
  const email = `persona-${counter}@correo.example`;
  const user = await aPortalUser(db, { email, passwordHash, details: PERSON });
  return { user, email, ctx: contextOf(db, asCustomer(user)) };
}

const enter = (document: string, password = GOOD_PASSWORD) =>
  signIn(open, { document, password, origin: anOrigin() });

async function aSession(document: string): Promise<string> {
  const session = await enter(document);
  if (!session.ok) throw new Error(session.error);
  return session.value.token;
}

beforeEach(() => db.attempt.deleteMany());

describe("changing the password", () => {
  test("ends every other session, keeps this one, and tells by mail with a way back", async () => {
    const { user, email, ctx } = await aPerson();
    const [here, there] = [await aSession(user.identityNumber), await aSession(user.identityNumber)];
    const change = { current: GOOD_PASSWORD, password: NEW_PASSWORD, token: here, origin: anOrigin() };
    expect(await changePassword(ctx, change)).toEqual(done);
    expect(await signedIn(open, here)).not.toBeNull();
    expect(await signedIn(open, there)).toBeNull();
    expect((await enter(user.identityNumber)).ok).toBe(false);
    expect((await mailTo(db, email)).map(({ subject }) => subject)).toEqual(["Su contraseña cambió"]);
  });

  test("asks for the present one, limits the tries, and applies the policy", async () => {
    const { ctx } = await aPerson();
    const change = (current: string, password: string) =>
      changePassword(ctx, { current, password, token: "none", origin: anOrigin() });
    expect(await change(GOOD_PASSWORD, "corta")).toMatchObject({ error: "password/too-short" });
    for (let failure = 0; failure < 5; failure += 1)
      expect(await change("otra", NEW_PASSWORD)).toMatchObject({ error: "password/wrong" });
    expect(await change(GOOD_PASSWORD, NEW_PASSWORD)).toMatchObject({ error: "password/too-many-attempts" });
  });
});

describe("changing the address", () => {
  test("happens when the new one answers; the one before is told, and can take it back", async () => {
    const { user, email, ctx } = await aPerson();
    const wanted = "nueva@correo.example";
    expect(await requestEmailChange(ctx, { current: GOOD_PASSWORD, email: wanted })).toEqual(done);
    const addressOf = async () => (await db.portalUser.findUniqueOrThrow({ where: { id: user.id } })).email;
    expect(await addressOf()).toBe(email);
    const token = await tokenMailedTo(db, wanted, /^Confirmar/);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => confirmEmail(open, { token, origin: anOrigin() })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await addressOf()).toBe(wanted);

    const session = await aSession(user.identityNumber);
    const back = await tokenMailedTo(db, email, NOT_ME);
    expect(await disownChange(open, { token: back, origin: anOrigin() })).toEqual(done);
    expect(await addressOf()).toBe(email);
    expect(await signedIn(open, session)).toBeNull();
    expect((await enter(user.identityNumber)).ok).toBe(false);
    expect(await disownChange(open, { token: back, origin: anOrigin() })).toEqual(useless);

    const recovery = await tokenMailedTo(db, email, /^Elegir/);
    const reset = { token: recovery, password: NEW_PASSWORD, origin: anOrigin() };
    expect(await resetPassword(open, reset)).toEqual(done);
    expect((await enter(user.identityNumber, NEW_PASSWORD)).ok).toBe(true);
  });

  test("to another account's address says the same, and tells who has it", async () => {
    const [{ ctx }, other] = [await aPerson(), await aPerson()];
    expect(await requestEmailChange(ctx, { current: GOOD_PASSWORD, email: other.email })).toEqual(done);
    expect((await mailTo(db, other.email)).map(({ subject }) => subject)).toEqual([
      "Este correo ya es de su cuenta",
    ]);
    await expect(tokenMailedTo(db, other.email, /^Confirmar/)).rejects.toThrow();
  });

  test("a link overtaken by a later one, or by somebody who took the address, is useless", async () => {
    const { ctx } = await aPerson();
    const wanted = "disputada@correo.example";
    await requestEmailChange(ctx, { current: GOOD_PASSWORD, email: wanted });
    const first = await tokenMailedTo(db, wanted, /^Confirmar/);
    await requestEmailChange(ctx, { current: GOOD_PASSWORD, email: wanted });
    expect(await confirmEmail(open, { token: first, origin: anOrigin() })).toEqual(useless);
    const second = await tokenMailedTo(db, wanted, /^Confirmar/);
    await aPortalUser(db, { email: wanted });
    expect(await confirmEmail(open, { token: second, origin: anOrigin() })).toEqual(useless);
  });
});

describe("sessions", () => {
  test("are listed with their device, this one first, and end one by one or all but this one", async () => {
    const { user, ctx } = await aPerson();
    const tokens = [];
    for (let round = 0; round < 3; round += 1) tokens.push(await aSession(user.identityNumber));
    const [here = "", there = ""] = tokens;
    const listed = await openSessions(ctx, here);
    expect(listed.map(({ current }) => current)).toEqual([true, false, false]);
    expect(listed[0]?.device).toContain("Android");
    const mine = (await openSessions(ctx, there))[0];
    await endSession(ctx, mine?.id ?? "", anOrigin());
    expect(await signedIn(open, there)).toBeNull();
    await endOtherSessions(ctx, here, anOrigin());
    expect(await openSessions(ctx, here)).toHaveLength(1);
    expect(await signedIn(open, here)).not.toBeNull();
  });

  test("another person's cannot be ended", async () => {
    const [{ ctx }, other] = [await aPerson(), await aPerson()];
    const token = await aSession(other.user.identityNumber);
    const [theirs] = await openSessions(other.ctx, token);
    await endSession(ctx, theirs?.id ?? "", anOrigin());
    expect(await signedIn(open, token)).not.toBeNull();
    expect((await securityEvents(ctx)).map(({ kind }) => kind)).toEqual([]);
  });
});

describe("closing the account", () => {
  test("deletes what the portal keeps of the person and says so; a wrong password deletes nothing", async () => {
    const { user, email, ctx } = await aPerson();
    const token = await aSession(user.identityNumber);
    expect(await closeAccount(ctx, "otra")).toMatchObject({ error: "password/wrong" });
    expect(await signedIn(open, token)).not.toBeNull();
    await requestEmailChange(ctx, { current: GOOD_PASSWORD, email: "otra-mas@correo.example" });
    expect(await closeAccount(ctx, GOOD_PASSWORD)).toEqual(done);
    expect(await signedIn(open, token)).toBeNull();
    expect(await db.portalUser.count({ where: { id: user.id } })).toBe(0);
    expect(await db.securityEvent.count({ where: { userId: user.id } })).toBe(0);
    expect(await db.mailedToken.count({ where: { subjectId: user.id } })).toBe(0);
    expect((await mailTo(db, email)).map(({ subject }) => subject)).toEqual(["Su cuenta se cerró"]);
  });
});
