import { describe, expect, test } from "vitest";
import { disownLink } from "../../../lib/accounts/commands/disown-link.ts";
import { nameSupply, revokeShare } from "../../../lib/accounts/commands/leave-supply.ts";
import { heldLinks, supplyAccess } from "../../../lib/accounts/queries.ts";
import { keptMails } from "../../../lib/registration/queries.ts";
import { anyone, contextOf, NOW } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { aSharedSupply, invite } from "../../support/shares.ts";
import { aLinkedPerson, anOrigin, aProvableSupply, later, mailsTo } from "../../support/supplies.ts";

const { db } = await freshDatabase();

const aShare = () => aSharedSupply(db);

describe("what is held about a person", () => {
  test("tells every link with its shares and invitations, also those that ended, and of nobody else's", async () => {
    const { number, owner, guest } = await aShare();
    const other = await aShare();
    await nameSupply(owner.ctx, number, "Casa de la abuela");
    await invite(owner, number, "tercera@correo.example");
    const own = { usagePointNumber: number, linkedAt: NOW };

    expect(await heldLinks(owner.ctx)).toEqual({
      links: [
        {
          ...own,
          alias: "Casa de la abuela",
          endedAt: null,
          sharedBy: null,
          shares: [{ with: "Lucas Barría", linkedAt: NOW, endedAt: null }],
          invitations: [{ email: "tercera@correo.example", expiresAt: later(7) }],
        },
      ],
      putOut: [],
    });
    const share = (await supplyAccess(owner.ctx, number))?.shares[0]?.id ?? "";
    await revokeShare(owner.ctx, number, { share, origin: anOrigin() });
    const seen = {
      ...own,
      alias: null,
      sharedBy: "Rosa Inés Barría",
      endedAt: NOW,
      shares: [],
      invitations: [],
    };
    expect(await heldLinks(guest.ctx)).toEqual({ links: [seen], putOut: [] });
    expect((await heldLinks(other.owner.ctx)).links.map((link) => link.usagePointNumber)).toEqual([
      other.number,
    ]);
  });

  test("tells the supplies that they were put out of", async () => {
    const supply = await aProvableSupply(db);
    const stranger = await aLinkedPerson(db, supply.printed);
    const { token } = (await mailsTo(db, supply.holderEmail)).at(-1) ?? {};
    await disownLink(contextOf(db, anyone), { token: token ?? "", origin: anOrigin() });
    expect(await heldLinks(stranger.ctx)).toMatchObject({
      links: [{ usagePointNumber: supply.number, endedAt: NOW }],
      putOut: [{ usagePointNumber: supply.number, disownedAt: NOW }],
    });
  });

  test("tells the mails to their address, and none to another's", async () => {
    const { guest, owner } = await aShare();
    const subjects = (mails: { subject: string }[]) => mails.map(({ subject }) => subject);
    const [toGuest, toOwner] = [await keptMails(guest.ctx), await keptMails(owner.ctx)];
    expect(subjects(toGuest)).toEqual(subjects(await mailsTo(db, guest.email)).toReversed());
    expect(subjects(toOwner)).toEqual(subjects(await mailsTo(db, owner.email)).toReversed());
    expect([toGuest, toOwner].every((mails) => mails.length > 0)).toBe(true);
    expect(JSON.stringify(toGuest)).not.toContain("compartido/");
  });
});
