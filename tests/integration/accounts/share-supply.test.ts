import { describe, expect, test } from "vitest";
import {
  leaveSupply,
  nameSupply,
  revokeShare,
  withdrawInvitation,
} from "../../../lib/accounts/commands/leave-supply.ts";
import { linkSupply } from "../../../lib/accounts/commands/link-supply.ts";
import { invitationFor, supplyAccess, supplyNames } from "../../../lib/accounts/queries.ts";
import { consumptionHistory } from "../../../lib/billing/queries.ts";
import { meterHistory, usagePointInformation, usagePoints } from "../../../lib/metering/queries.ts";
import { LIMITS } from "../../../lib/registration/attempts.ts";
import { asCustomer, contextOf } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { accept, aSharedSupply, invitationTo, invite } from "../../support/shares.ts";
import {
  aLinkedPerson,
  anOrigin,
  aPerson,
  aProvableSupply,
  later,
  mailsTo,
  proofWith,
  type APerson,
} from "../../support/supplies.ts";

const { db } = await freshDatabase();
const USELESS = { ok: false, error: "link/useless" };

const invitation = (email: string) => invitationTo(db, email);
const aShare = () => aSharedSupply(db);
const shareOf = async (person: APerson, number: string) =>
  (await supplyAccess(person.ctx, number))?.shares[0]?.id ?? "";
const sees = async (person: APerson, number: string) => {
  const seen = [
    await consumptionHistory(person.ctx, number),
    await meterHistory(person.ctx, number),
    await usagePointInformation(person.ctx, number),
    await supplyAccess(person.ctx, number),
    (await usagePoints(person.ctx)).find((point) => point.number === number) ?? null,
  ].map((found) => found !== null);
  expect(new Set(seen).size).toBe(1);
  return seen[0];
};

describe("sharing", () => {
  test("lets the other see what one sees, and both know of it", async () => {
    const { owner, guest, number } = await aShare();
    expect(await sees(guest, number)).toBe(true);
    expect(await supplyAccess(owner.ctx, number)).toMatchObject({
      own: true,
      canShare: true,
      sharedBy: null,
      shares: [{ name: "Lucas Barría" }],
      invitations: [],
    });
    expect(await supplyAccess(guest.ctx, number)).toMatchObject({
      own: false,
      canShare: false,
      sharedBy: "Rosa Inés Barría",
      shares: [],
      others: [],
    });
  });

  test("nothing is seen before it is accepted; the invitation is listed and can be taken back", async () => {
    const { printed, number } = await aProvableSupply(db);
    const owner = await aLinkedPerson(db, printed);
    const guest = await aPerson(db);
    await invite(owner, number, ` ${guest.email.toUpperCase()} `);
    expect((await supplyAccess(owner.ctx, number))?.invitations).toMatchObject([{ email: guest.email }]);
    expect(await sees(guest, number)).toBe(false);
    const token = await invitation(guest.email);
    expect(await withdrawInvitation(guest.ctx, number, { email: guest.email, origin: anOrigin() })).toBe(
      false,
    );
    expect(await withdrawInvitation(owner.ctx, number, { email: guest.email, origin: anOrigin() })).toBe(
      true,
    );
    expect(await accept(guest, token)).toEqual(USELESS);
    expect((await supplyAccess(owner.ctx, number))?.invitations).toEqual([]);
  });

  test("answers the same, and does the same, whether or not the address has an account", async () => {
    const { printed, number } = await aProvableSupply(db);
    const owner = await aLinkedPerson(db, printed);
    const known = await aPerson(db);
    expect(await invite(owner, number, known.email)).toEqual(
      await invite(owner, number, "nadie@correo.example"),
    );
    const [one, other] = await Promise.all(
      [known.email, "nadie@correo.example"].map((to) => mailsTo(db, to, "/compartido/")),
    );
    const withoutToken = (mails: typeof one) =>
      mails?.map(({ said, token }) => said.replaceAll(token ?? "", ""));
    expect(withoutToken(one)).toEqual(withoutToken(other));
  });

  test("is for the bearer of the address alone", async () => {
    const { printed, number } = await aProvableSupply(db);
    const owner = await aLinkedPerson(db, printed);
    const guest = await aPerson(db);
    const stranger = await aPerson(db);
    const unnamed = await aPerson(db, { email: null });
    await invite(owner, number, guest.email);
    const token = await invitation(guest.email);
    for (const other of [stranger, unnamed, owner]) {
      expect(await invitationFor(other.ctx, token)).toBeNull();
      expect(await accept(other, token)).toEqual(USELESS);
    }
    expect(await invitationFor(guest.ctx, token)).toMatchObject({ number });
    expect(await accept(guest, token)).toMatchObject({ ok: true });
  });

  test("what is shared is not shared on, nor what one does not see, nor with oneself", async () => {
    const { guest, owner, number } = await aShare();
    expect(await invite(guest, number, "tercero@correo.example")).toBeNull();
    expect(await invite(await aPerson(db), number, "tercero@correo.example")).toBeNull();
    expect(await invite(owner, "no-hay", "tercero@correo.example")).toBeNull();
    expect(await invite(owner, number, owner.email)).toEqual({ ok: false, error: "share/own-address" });
    expect(await invite(owner, number, "nada")).toEqual({ ok: false, error: "share/not-an-address" });
    expect(await mailsTo(db, "tercero@correo.example")).toEqual([]);
  });

  test("a row that says otherwise shows nothing: a share of a share is none", async () => {
    const { guest, number, agreement } = await aShare();
    const third = await aPerson(db);
    const hanging = await db.usagePointLink.findFirstOrThrow({ where: { userId: guest.user.id } });
    await db.usagePointLink.create({
      data: {
        userId: third.user.id,
        usagePointNumber: number,
        agreementId: agreement.id,
        linkedAt: new Date(),
        sharedById: hanging.id,
      },
    });
    expect(await sees(third, number)).toBe(false);
  });

  test("a person invites so many and no more", async () => {
    const { printed, number } = await aProvableSupply(db);
    const owner = await aLinkedPerson(db, printed);
    for (let sent = 1; sent <= LIMITS.sharePerson.allowed; sent += 1)
      expect(await invite(owner, number, `invitado-${sent}@correo.example`)).toMatchObject({ ok: true });
    expect(await invite(owner, number, "uno-mas@correo.example")).toEqual({
      ok: false,
      error: "share/too-many-attempts",
    });
    expect(await mailsTo(db, "uno-mas@correo.example")).toEqual([]);
  });
});

describe("an invitation", () => {
  test("is useless after seven days, used, superseded, or cut short", async () => {
    const { printed, number } = await aProvableSupply(db);
    const owner = await aLinkedPerson(db, printed);
    const guest = await aPerson(db);
    await invite(owner, number, guest.email);
    const first = await invitation(guest.email);
    await invite(owner, number, guest.email);
    const second = await invitation(guest.email);
    const weekOn = { ...guest, ctx: contextOf(db, asCustomer(guest.user), later(7)) };
    for (const [person, token] of [
      [guest, first],
      [weekOn, second],
      [guest, second.slice(1)],
    ] as const) {
      expect(await invitationFor(person.ctx, token)).toBeNull();
      expect(await accept(person, token)).toEqual(USELESS);
    }
    expect(await accept(guest, second)).toMatchObject({ ok: true });
    expect(await accept(guest, second)).toEqual(USELESS);
  });

  test("one to somebody takes none away from another", async () => {
    const { printed, number } = await aProvableSupply(db);
    const owner = await aLinkedPerson(db, printed);
    const [one, other] = [await aPerson(db), await aPerson(db)];
    for (const guest of [one, other]) await invite(owner, number, guest.email);
    for (const guest of [one, other])
      expect(await accept(guest, await invitation(guest.email))).toMatchObject({ ok: true });
  });

  test("20 at once: one success, one link", async () => {
    const { printed, number } = await aProvableSupply(db);
    const owner = await aLinkedPerson(db, printed);
    const guest = await aPerson(db);
    await invite(owner, number, guest.email);
    const token = await invitation(guest.email);
    const results = await Promise.all(Array.from({ length: 20 }, () => accept(guest, token)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.usagePointLink.count({ where: { userId: guest.user.id } })).toBe(1);
  });

  test("accepted while its sender leaves, leaves nothing that sees", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { printed, number } = await aProvableSupply(db);
      const owner = await aLinkedPerson(db, printed);
      const guest = await aPerson(db);
      await invite(owner, number, guest.email);
      const token = await invitation(guest.email);
      await Promise.all([accept(guest, token), leaveSupply(owner.ctx, number, anOrigin())]);
      expect(await sees(guest, number)).toBe(false);
      expect(await db.usagePointLink.count({ where: { userId: guest.user.id, endedAt: null } })).toBe(0);
    }
  });
});

describe("a share ends", () => {
  test.each<[string, (share: Awaited<ReturnType<typeof aShare>>) => Promise<unknown>]>([
    [
      "when who shares revokes it",
      async ({ owner, number }) =>
        revokeShare(owner.ctx, number, { share: await shareOf(owner, number), origin: anOrigin() }),
    ],
    ["when who got it leaves", ({ guest, number }) => leaveSupply(guest.ctx, number, anOrigin())],
    ["with the link of who shares", ({ owner, number }) => leaveSupply(owner.ctx, number, anOrigin())],
    ["with the account of who shares", ({ owner }) => db.portalUser.delete({ where: { id: owner.user.id } })],
    [
      "with the link of who shares, even if nobody had told the share",
      ({ owner }) =>
        db.usagePointLink.updateMany({ where: { userId: owner.user.id }, data: { endedAt: new Date() } }),
    ],
  ])("%s", async (_how, end) => {
    const share = await aShare();
    await end(share);
    expect(await sees(share.guest, share.number)).toBe(false);
  });

  test("by nobody else", async () => {
    const { owner, guest, number } = await aShare();
    const stranger = await aLinkedPerson(db, (await aProvableSupply(db)).printed);
    const share = await shareOf(owner, number);
    for (const person of [stranger, guest])
      expect(await revokeShare(person.ctx, number, { share, origin: anOrigin() })).toBe(false);
    expect(await sees(guest, number)).toBe(true);
  });

  test("is among the events of both", async () => {
    const { owner, guest, number } = await aShare();
    await revokeShare(owner.ctx, number, { share: await shareOf(owner, number), origin: anOrigin() });
    const kinds = async ({ user }: APerson) =>
      (await db.securityEvent.findMany({ where: { userId: user.id }, orderBy: { id: "asc" } })).map(
        ({ kind }) => kind,
      );
    expect(await kinds(owner)).toEqual(["supply_linked", "supply_shared", "share_revoked"]);
    expect(await kinds(guest)).toEqual(["supply_linked", "share_revoked"]);
  });

  test("not for who has proved the supply since: it is theirs, and can be shared", async () => {
    const { owner, guest, number, printed } = await aShare();
    expect(await linkSupply(guest.ctx, proofWith(printed))).toMatchObject({ ok: true });
    await leaveSupply(owner.ctx, number, anOrigin());
    expect(await sees(guest, number)).toBe(true);
    expect(await invite(guest, number, "otra@correo.example")).toMatchObject({ ok: true });
  });

  test("and can begin again", async () => {
    const { owner, guest, number } = await aShare();
    await leaveSupply(guest.ctx, number, anOrigin());
    await invite(owner, number, guest.email);
    expect(await accept(guest, await invitation(guest.email))).toMatchObject({ ok: true });
    expect(await sees(guest, number)).toBe(true);
  });
});

describe("one's own supplies", () => {
  test("have names that nobody else sees", async () => {
    const { owner, guest, number } = await aShare();
    expect(await nameSupply(owner.ctx, number, "Casa")).toBe(true);
    expect(await nameSupply(guest.ctx, number, "Donde los tíos")).toBe(true);
    expect(await nameSupply((await aPerson(db)).ctx, number, "Ajena")).toBe(false);
    expect((await supplyNames(owner.ctx)).get(number)?.alias).toBe("Casa");
    expect((await supplyNames(guest.ctx)).get(number)?.alias).toBe("Donde los tíos");
    await nameSupply(owner.ctx, number, null);
    expect((await supplyNames(owner.ctx)).get(number)?.alias).toBeNull();
  });

  test("are left once; leaving what one does not see does nothing", async () => {
    const { owner, number } = await aShare();
    expect(await leaveSupply((await aPerson(db)).ctx, number, anOrigin())).toBe(false);
    expect(await leaveSupply(owner.ctx, number, anOrigin())).toBe(true);
    expect(await leaveSupply(owner.ctx, number, anOrigin())).toBe(false);
  });

  test("left and linked again are theirs, with one link in force", async () => {
    const { owner, number, printed } = await aShare();
    await leaveSupply(owner.ctx, number, anOrigin());
    expect(await linkSupply(owner.ctx, proofWith(printed))).toMatchObject({ ok: true });
    expect(await db.usagePointLink.count({ where: { userId: owner.user.id, endedAt: null } })).toBe(1);
  });

  test("show who else linked them, by no more of a name than is needed", async () => {
    const { owner, guest, number, printed } = await aShare();
    await aLinkedPerson(db, printed, { name: "Bruno Mardones Ruiz" });
    expect((await supplyAccess(owner.ctx, number))?.others).toMatchObject([{ who: "Bruno M. R." }]);
    expect((await supplyAccess(guest.ctx, number))?.others).toEqual([]);
  });
});
