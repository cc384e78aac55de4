import { expect, test } from "vitest";
import { register, resendConfirmation } from "../../../lib/registration/commands/register.ts";
import { requestRecovery } from "../../../lib/registration/commands/recovery.ts";
import { signIn } from "../../../lib/registration/commands/sign-in.ts";
import { hashPassword } from "../../../lib/registration/password.ts";
import { anyone, aPortalUser, contextOf } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { mediansApart } from "../../support/interleaved.ts";
import { anOrigin, aRegistration, GOOD_PASSWORD } from "../../support/registrations.ts";

const { db } = await freshDatabase();
const ctx = contextOf(db, anyone);
const owner = await aPortalUser(db, {
  email: "duena@correo.example",
  passwordHash: await hashPassword(GOOD_PASSWORD),
});
const forget = () => db.attempt.deleteMany();

/** How far apart known and unknown may be: less than anybody can measure over a network. Source: issue of the accounts. */
const ALIKE = 1.15;

test(
  "signing in takes as long with a known document as with an unknown one",
  { timeout: 180_000 },
  async () => {
    const enter = (document: string) => signIn(ctx, { document, password: "otra", origin: anOrigin() });
    const tries = [() => enter(owner.identityNumber), () => enter("99999999-9")];
    expect(await mediansApart(tries, { before: forget, atMost: ALIKE })).toBeLessThan(ALIKE);
  },
);

test(
  "registering takes as long with a known document or address as with none",
  { timeout: 180_000 },
  async () => {
    const tries = [
      () => register(ctx, aRegistration()),
      () => register(ctx, aRegistration({ identityNumber: owner.identityNumber })),
      () => register(ctx, aRegistration({ email: "duena@correo.example" })),
    ];
    expect(await mediansApart(tries, { before: forget, atMost: ALIKE })).toBeLessThan(ALIKE);
  },
);

test("asking for the confirmation again takes as long whoever asks", { timeout: 180_000 }, async () => {
  const waiting = aRegistration();
  await register(ctx, waiting);
  const again = (email: string) => resendConfirmation(ctx, { email, origin: anOrigin() });
  const tries = [
    () => again("nadie@correo.example"),
    () => again("duena@correo.example"),
    () => again(waiting.email),
  ];
  expect(await mediansApart(tries, { before: forget, atMost: ALIKE })).toBeLessThan(ALIKE);
});

test(
  "recovering takes as long with a known document as with an unknown one",
  { timeout: 180_000 },
  async () => {
    const recover = (document: string | null) => requestRecovery(ctx, { document, origin: anOrigin() });
    const tries = [() => recover(owner.identityNumber), () => recover("99999999-9"), () => recover(null)];
    expect(await mediansApart(tries, { before: forget, atMost: ALIKE })).toBeLessThan(ALIKE);
  },
);
