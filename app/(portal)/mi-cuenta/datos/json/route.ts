import { takenSupplies } from "@/lib/billing/taken-supplies";
import { portalContext } from "@/lib/platform/context";
import { bytesResponse } from "@/lib/platform/download";
import { sessionToken } from "@/lib/platform/session-cookie";
import { openSessions, ownData, securityEvents } from "@/lib/registration/queries";

/** Everything that is held about the person, for another program to read. */
export async function GET(): Promise<Response> {
  const ctx = await portalContext();
  const [account, sessions, events, supplies] = await Promise.all([
    ownData(ctx),
    openSessions(ctx, (await sessionToken()) ?? ""),
    securityEvents(ctx),
    takenSupplies(ctx),
  ]);
  const everything = { takenAt: ctx.now(), account, sessions: sessions.map(withoutKey), events, supplies };
  const bytes = Buffer.from(JSON.stringify(everything, null, 2));
  return bytesResponse(bytes, { type: "application/json", name: "mis-datos.json", how: "attachment" });
}

const withoutKey = <Session extends { id: string }>({ id: _id, ...session }: Session) => session;
