import { describe, expect, test } from "vitest";
import { disownLink } from "../../../lib/accounts/commands/disown-link.ts";
import { leaveSupply } from "../../../lib/accounts/commands/leave-supply.ts";
import { linkSupply } from "../../../lib/accounts/commands/link-supply.ts";
import { acceptShare, inviteToSupply } from "../../../lib/accounts/commands/share-supply.ts";
import { linkToDisown } from "../../../lib/accounts/queries.ts";
import { consumptionHistory } from "../../../lib/billing/queries.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import { anAgreement, anyone, aBill, contextOf } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
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
const ctx = contextOf(db, anyone);
const USELESS = { ok: false, error: "link/useless" };
const SHARES = "/mi-cuenta/suministros/compartido/";
const disown = (token: string, at = ctx) => disownLink(at, { token, origin: anOrigin() });

/** The newest token of a "no fui yo" that was sent to `to`. */
async function tokenFor(to: string): Promise<string> {
  const token = (await mailsTo(db, to)).at(-1)?.token;
  if (!token) throw new Error(`no "no fui yo" to ${to}`);
  return token;
}

const shared = async (from: APerson, number: string) => {
  const guest = await aPerson(db);
  await inviteToSupply(from.ctx, number, { written: guest.email, origin: anOrigin() });
  const token = (await mailsTo(db, guest.email, SHARES)).at(-1)?.token ?? "";
  expect(await acceptShare(guest.ctx, { token, origin: anOrigin() })).toMatchObject({ ok: true });
  return guest;
};
const sees = async (person: APerson, number: string) =>
  (await consumptionHistory(person.ctx, number)) !== null;

describe("who is told of a link", () => {
  test("the holder and whoever sees it already, each with their own way to say no; not the one who linked", async () => {
    const { printed, holderEmail, number } = await aProvableSupply(db);
    const first = await aLinkedPerson(db, printed);
    const guest = await shared(first, number);
    const second = await aLinkedPerson(db, printed, { name: "Bruno Mardones Ruiz" });
    const [holder, known] = [
      (await mailsTo(db, holderEmail)).at(-1),
      (await mailsTo(db, first.email)).at(-1),
    ];
    for (const mail of [holder, known]) {
      expect(mail?.subject).toBe(`Se vinculó el suministro ${number}`);
      expect(mail?.said).toContain("Bruno M. R.");
      expect(mail?.said).not.toContain("Mardones");
      expect(mail?.said).toContain("22 de noviembre de 2026, 12:00");
    }
    expect(holder?.token).not.toBe(known?.token);
    expect(await mailsTo(db, second.email)).toEqual([]);
    expect((await mailsTo(db, guest.email)).every(({ token }) => token === null)).toBe(true);
  });

  test("the holder, of their own link too: somebody may have taken their document", async () => {
    const { printed, holderEmail, agreement } = await aProvableSupply(db);
    const { identityNumber } = agreement.customer;
    const stranger = await aLinkedPerson(db, printed);
    await aLinkedPerson(db, printed, { identityNumber });
    expect(await tokenFor(holderEmail)).not.toBe("");
    // Or whoever came first could lock the holder out.
    expect((await mailsTo(db, stranger.email)).map(({ token }) => token)).toEqual([null]);
  });

  test("nobody where the company has no address, or none that is one", async () => {
    const { printed, agreement } = await aProvableSupply(db);
    await db.customer.update({ where: { id: agreement.customerId }, data: { email: "no tiene" } });
    await aLinkedPerson(db, printed);
    expect(await db.outboundMail.count({ where: { recipient: { contains: "no tiene" } } })).toBe(0);
  });
});

describe("«No fui yo»", () => {
  test("opening its page changes nothing, as often as anybody does", async () => {
    const { printed, holderEmail, number } = await aProvableSupply(db);
    const person = await aLinkedPerson(db, printed);
    const token = await tokenFor(holderEmail);
    for (let look = 0; look < 3; look += 1)
      expect(await linkToDisown(ctx, token)).toMatchObject({ number, who: "Carla P. V. M." });
    expect(await sees(person, number)).toBe(true);
  });

  test("ends the link at once with all that hangs from it, and blocks the person, not their guests", async () => {
    const { printed, holderEmail, number } = await aProvableSupply(db);
    const person = await aLinkedPerson(db, printed);
    const token = await tokenFor(holderEmail);
    const guest = await shared(person, number);
    await inviteToSupply(person.ctx, number, { written: "otro@correo.example", origin: anOrigin() });
    const waiting = (await mailsTo(db, "otro@correo.example", SHARES)).at(-1)?.token ?? "";
    expect(await disown(token)).toEqual({ ok: true, value: null });
    expect(await sees(person, number)).toBe(false);
    expect(await sees(guest, number)).toBe(false);
    expect(await linkSupply(person.ctx, proofWith(printed))).toEqual({
      ok: false,
      error: "supply/not-proved",
    });
    const invited = await aPerson(db, { email: "otro@correo.example" });
    expect(await acceptShare(invited.ctx, { token: waiting, origin: anOrigin() })).toEqual(USELESS);
    expect(await linkSupply(guest.ctx, proofWith(printed))).toMatchObject({ ok: true });
  });

  test("blocks whoever opens another account with the same document, and their guest's way back in", async () => {
    const { printed, holderEmail, number } = await aProvableSupply(db);
    const person = await aLinkedPerson(db, printed);
    await disown(await tokenFor(holderEmail));
    const { identityNumber } = person.user;
    await db.portalUser.delete({ where: { id: person.user.id } });
    const again = await aPerson(db, { identityNumber });
    expect(await linkSupply(again.ctx, proofWith(printed))).toEqual({
      ok: false,
      error: "supply/not-proved",
    });
    const other = await aLinkedPerson(db, printed);
    await inviteToSupply(other.ctx, number, { written: again.email, origin: anOrigin() });
    const token = (await mailsTo(db, again.email, SHARES)).at(-1)?.token ?? "";
    expect(await acceptShare(again.ctx, { token, origin: anOrigin() })).toEqual(USELESS);
  });

  test("blocks for this contract: of the next holder's the person may be", async () => {
    const { printed, holderEmail, number, agreement } = await aProvableSupply(db);
    const person = await aLinkedPerson(db, printed);
    await disown(await tokenFor(holderEmail));
    await db.customerAgreement.update({
      where: { id: agreement.id },
      data: { validTo: new Date("2026-10-31") },
    });
    await anAgreement(db, number, { validFrom: day("2026-11-01") });
    const { totalAmount } = await aBill(db, number, { period: "2026-11", taxableAmount: "4321" });
    const theirs = proofWith(printed, { total: totalAmount.toFixed() });
    expect(await linkSupply(person.ctx, theirs)).toMatchObject({ ok: true });
  });

  test("holds after the person left by themselves: it still blocks", async () => {
    const { printed, holderEmail, number } = await aProvableSupply(db);
    const person = await aLinkedPerson(db, printed);
    await leaveSupply(person.ctx, number, anOrigin());
    expect(await disown(await tokenFor(holderEmail))).toMatchObject({ ok: true });
    expect(await linkSupply(person.ctx, proofWith(printed))).toEqual({
      ok: false,
      error: "supply/not-proved",
    });
  });

  test("is among the events of both, and the person is told without a reproach", async () => {
    const { printed, number } = await aProvableSupply(db);
    const first = await aLinkedPerson(db, printed);
    const second = await aLinkedPerson(db, printed);
    await disown(await tokenFor(first.email));
    for (const { user } of [first, second])
      expect(
        await db.securityEvent.count({
          where: { userId: user.id, kind: "link_disowned", usagePointNumber: number },
        }),
      ).toBe(1);
    expect((await mailsTo(db, second.email)).at(-1)?.subject).toBe(`Ya no ve el suministro ${number}`);
    expect(await sees(first, number)).toBe(true);
  });

  test("of a share ends that share, and blocks who got it", async () => {
    const { printed, number, holderEmail } = await aProvableSupply(db);
    const person = await aLinkedPerson(db, printed);
    const guest = await shared(person, number);
    await disown(await tokenFor(holderEmail));
    expect(await sees(guest, number)).toBe(false);
    expect(await sees(person, number)).toBe(true);
    expect(await linkSupply(guest.ctx, proofWith(printed))).toEqual({
      ok: false,
      error: "supply/not-proved",
    });
  });

  test("opens nothing twice, after ten days, cut short, of another kind, or once another has said so", async () => {
    const { printed, holderEmail, number } = await aProvableSupply(db);
    const first = await aLinkedPerson(db, printed);
    const second = await aLinkedPerson(db, printed);
    const [token, others] = [await tokenFor(holderEmail), await tokenFor(first.email)];
    const tenDaysOn = contextOf(db, anyone, later(10));
    for (const [bad, at] of [
      [token, tenDaysOn],
      [token.slice(0, -1), ctx],
      ["", ctx],
      ["x".repeat(5000), ctx],
    ] as const) {
      expect(await linkToDisown(at, bad)).toBeNull();
      expect(await disown(bad, at)).toEqual(USELESS);
    }
    await inviteToSupply(second.ctx, number, { written: "kind@correo.example", origin: anOrigin() });
    expect(await disown((await mailsTo(db, "kind@correo.example", SHARES)).at(-1)?.token ?? "")).toEqual(
      USELESS,
    );
    expect(await sees(second, number)).toBe(true);
    expect(await disown(token, contextOf(db, anyone, new Date(later(10).getTime() - 1)))).toMatchObject({
      ok: true,
    });
    for (const used of [token, others]) {
      expect(await linkToDisown(ctx, used)).toBeNull();
      expect(await disown(used)).toEqual(USELESS);
    }
  });

  test("20 at once: one success", async () => {
    const { printed, holderEmail } = await aProvableSupply(db);
    await aLinkedPerson(db, printed);
    const token = await tokenFor(holderEmail);
    const results = await Promise.all(Array.from({ length: 20 }, () => disown(token)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 19 }, () => USELESS));
  });

  test("said by two at once, each by their own mail: one success", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { printed, holderEmail } = await aProvableSupply(db);
      const first = await aLinkedPerson(db, printed);
      await aLinkedPerson(db, printed);
      const tokens = [await tokenFor(holderEmail), await tokenFor(first.email)];
      const results = await Promise.all(tokens.map((token) => disown(token)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  test("said while the person links again, leaves nothing that sees", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { printed, holderEmail, number } = await aProvableSupply(db);
      const person = await aLinkedPerson(db, printed);
      const token = await tokenFor(holderEmail);
      await leaveSupply(person.ctx, number, anOrigin());
      await Promise.all([disown(token), linkSupply(person.ctx, proofWith(printed))]);
      expect(await sees(person, number)).toBe(false);
    }
  });
});
