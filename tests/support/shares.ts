import type { PrismaClient } from "../../lib/platform/generated/client.ts";
import { acceptShare, inviteToSupply } from "../../lib/accounts/commands/share-supply.ts";
import { aLinkedPerson, anOrigin, aPerson, aProvableSupply, mailsTo, type APerson } from "./supplies.ts";

export const invite = (from: APerson, number: string, written: string) =>
  inviteToSupply(from.ctx, number, { written, origin: anOrigin() });

export const accept = (person: APerson, token: string) =>
  acceptShare(person.ctx, { token, origin: anOrigin() });

/** The token of the newest invitation to an address. */
export async function invitationTo(db: PrismaClient, email: string): Promise<string> {
  const token = (await mailsTo(db, email, "/mi-cuenta/suministros/compartido/")).at(-1)?.token;
  if (!token) throw new Error(`no invitation to ${email}`);
  return token;
}

/** A supply, who linked it, and somebody with whom they share it. */
export async function aSharedSupply(db: PrismaClient) {
  const supply = await aProvableSupply(db);
  const owner = await aLinkedPerson(db, supply.printed, { name: "Rosa Inés Barría" });
  const guest = await aPerson(db, { name: "Lucas Barría" });
  await invite(owner, supply.number, guest.email);
  const accepted = await accept(guest, await invitationTo(db, guest.email));
  if (!accepted.ok) throw new Error(accepted.error);
  return { ...supply, owner, guest };
}
