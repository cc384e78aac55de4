import { beforeEach, describe, expect, test } from "vitest";
import { HOLDS_MS } from "../../../lib/registration/mailed-token.ts";
import {
  confirmRegistration,
  register,
  resendConfirmation,
} from "../../../lib/registration/commands/register.ts";
import { signIn } from "../../../lib/registration/commands/sign-in.ts";
import { registrationToConfirm } from "../../../lib/registration/queries.ts";
import { anyone, aPortalUser, contextOf, NOW } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { mailTo, tokenMailedTo } from "../../support/mailbox.ts";
import { anOrigin, aRegistration, GOOD_PASSWORD } from "../../support/registrations.ts";

const { db } = await freshDatabase();
const ctx = contextOf(db, anyone);
const later = (ms: number) => contextOf(db, anyone, new Date(NOW.getTime() + ms));
const CONFIRM = /^Confirmar/;
const done = { ok: true, value: null };
const useless = { ok: false, error: "link/useless" };

const confirm = (token: string, at = ctx) => confirmRegistration(at, { token, origin: anOrigin() });

async function registered() {
  const registration = aRegistration();
  expect(await register(ctx, registration)).toEqual(done);
  return { ...registration, token: await tokenMailedTo(db, registration.email, CONFIRM) };
}

beforeEach(() => db.attempt.deleteMany());

describe("registering", () => {
  test("makes no account until the mailed link is used, and then one that signs in", async () => {
    const { identityNumber, email, password, details, token } = await registered();
    expect(await db.portalUser.findUnique({ where: { identityNumber } })).toBeNull();
    expect(await registrationToConfirm(ctx, token)).toEqual({ email });
    expect(await db.portalUser.findUnique({ where: { identityNumber } })).toBeNull();
    expect(await confirm(token)).toEqual(done);
    expect(await db.portalUser.findUnique({ where: { identityNumber } })).toMatchObject({
      name: "Elisa Quintupil",
      email,
      details,
      staffRole: null,
    });
    const session = await signIn(ctx, { document: identityNumber, password, origin: anOrigin() });
    expect(session).toMatchObject({ ok: true, value: { staffRole: null, halfOpen: false } });
    expect(await db.pendingRegistration.count({ where: { email } })).toBe(0);
  });

  test("a weak password is refused before anything is kept or written", async () => {
    const registration = aRegistration({ password: "elisa quintupil 1968" });
    expect(await register(ctx, registration)).toEqual({ ok: false, error: "password/personal" });
    expect(await mailTo(db, registration.email)).toEqual([]);
    expect(await db.pendingRegistration.count({ where: { email: registration.email } })).toBe(0);
  });

  test("of a document or an address that has an account, who has it is told, and nobody else", async () => {
    const owner = await aPortalUser(db, { email: "duena@correo.example" });
    const sameDocument = aRegistration({ identityNumber: owner.identityNumber });
    const sameAddress = aRegistration({ email: "duena@correo.example" });
    expect(await register(ctx, sameDocument)).toEqual(done);
    expect(await register(ctx, sameAddress)).toEqual(done);
    expect(await mailTo(db, sameDocument.email)).toEqual([]);
    const told = await mailTo(db, "duena@correo.example");
    expect(told.map(({ subject }) => subject)).toEqual([
      "Usted ya tiene una cuenta",
      "Usted ya tiene una cuenta",
    ]);
    expect(JSON.stringify(told)).not.toContain("/registro/confirmar/");
  });

  test("nobody's document is taken by registering with it: whoever confirms first has it", async () => {
    const first = await registered();
    const second = aRegistration({ identityNumber: first.identityNumber });
    expect(await register(ctx, second)).toEqual(done);
    const token = await tokenMailedTo(db, second.email, CONFIRM);
    const outcomes = await Promise.all([confirm(first.token), confirm(token)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.portalUser.count({ where: { identityNumber: first.identityNumber } })).toBe(1);
  });
});

describe("the mailed link", () => {
  test("twenty at once make one account", async () => {
    const { token, identityNumber } = await registered();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => confirm(token)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(19).fill(useless));
    expect(await db.portalUser.count({ where: { identityNumber } })).toBe(1);
  });

  test("used, superseded, expired, cut short, of another kind: it is useless", async () => {
    const used = await registered();
    await confirm(used.token);
    expect(await confirm(used.token)).toEqual(useless);

    const superseded = await registered();
    await resendConfirmation(ctx, { email: superseded.email, origin: anOrigin() });
    expect(await confirm(superseded.token)).toEqual(useless);
    expect(await confirm(await tokenMailedTo(db, superseded.email, CONFIRM))).toEqual(done);

    const expired = await registered();
    expect(await confirm(expired.token, later(HOLDS_MS.confirm_registration))).toEqual(useless);
    expect(await registrationToConfirm(later(HOLDS_MS.confirm_registration), expired.token)).toBeNull();
    expect(await confirm(expired.token.slice(0, -1))).toEqual(useless);
    expect(await confirm("")).toEqual(useless);
    expect(await confirm(expired.token, later(HOLDS_MS.confirm_registration - 1))).toEqual(done);

    const other = await registered();
    await db.mailedToken.updateMany({ data: { purpose: "recover_password" } });
    expect(await confirm(other.token)).toEqual(useless);
  });

  test("is not kept: the table holds its hash, and no password as typed", async () => {
    const { token } = await registered();
    const kept = JSON.stringify([await db.mailedToken.findMany(), await db.pendingRegistration.findMany()]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(GOOD_PASSWORD);
  });
});

describe("sending again", () => {
  test("an address that nobody gave gets nothing, and who has an account is told", async () => {
    await aPortalUser(db, { email: "vecina@correo.example" });
    expect(await resendConfirmation(ctx, { email: "nadie@correo.example", origin: anOrigin() })).toEqual(
      done,
    );
    expect(await mailTo(db, "nadie@correo.example")).toEqual([]);
    expect(await resendConfirmation(ctx, { email: "vecina@correo.example", origin: anOrigin() })).toEqual(
      done,
    );
    expect((await mailTo(db, "vecina@correo.example")).map(({ subject }) => subject)).toEqual([
      "Usted ya tiene una cuenta",
    ]);
  });
});
