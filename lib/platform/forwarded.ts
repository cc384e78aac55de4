import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { CLIENT_ADDRESS, REQUEST_ID, REQUEST_PATH } from "./request-headers.ts";

/** Where the portal is reached, and how many proxies in front of it are ours. */
export interface Reach {
  /** Origins that are the portal; the first is APP_URL's, which stands for every host we do not know. */
  origins: readonly URL[];
  /** Proxies whose X-Forwarded-For entries are believed. */
  hops: number;
}

/**
 * The origins by which the portal is reached: that of `appUrl`, and for a demonstration on this machine the other name
 * of the loopback, which people type as well.
 */
export function reachOf(appUrl: string, demonstration: boolean, hops: number): Reach {
  const app = new URL(appUrl);
  if (!demonstration) return { origins: [app], hops };
  const twins = ["localhost", "127.0.0.1"].filter((name) => name !== app.hostname);
  const twinOf = (hostname: string) => Object.assign(new URL(app), { hostname });
  return { origins: [app, ...twins.map(twinOf)], hops };
}

const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/, "");

/**
 * Network address of whoever asked: what our outermost proxy saw. Entries further left come from the client, who may
 * write anything there; an entry that is no address ends the search at the one before it.
 */
export function clientAddress(forwardedFor: string | undefined, peer: string, hops: number): string {
  const entries = (forwardedFor ?? "").split(",").map(plain);
  let address = plain(peer);
  for (let hop = 0; hop < hops; hop++) {
    const entry = entries.pop();
    if (!entry || !isIP(entry)) break;
    address = entry;
  }
  return address;
}

/** The origin that the browser sees: the one its Host names, if it is ours. */
export function publicOrigin(host: string | undefined, { origins }: Reach): URL {
  const [app, ...others] = origins;
  if (!app) throw new Error("a portal has an origin");
  return others.find((origin) => origin.host === host) ?? app;
}

/** Names by which a framework talks to itself, or a proxy to us: from outside they are lies. */
const NOT_FOR_CLIENTS =
  /^(x-(forwarded|real|middleware|invoke|matched|now|vercel|nextjs|next|empalme|original|rewrite)(-|$)|next-resume|forwarded$|x-nonce$|x-request-id$|content-security-policy)/;

/** The path and query asked for, as a person may come back to it: without what the framework's own fetches add. */
function pathAsked(url: string): string {
  const [path = "/", query = ""] = url.split("?", 2);
  const kept = query.split("&").filter((part) => part && !part.startsWith("_rsc="));
  return kept.length ? `${path}?${kept.join("&")}` : path;
}

/** Rewrites the headers of `request` so that the application may believe the ones it reads. */
export function settleHeaders(request: IncomingMessage, reach: Reach, requestId: string): void {
  const { headers } = request;
  const forwardedFor = headers[CLIENT_ADDRESS];
  const address = clientAddress(
    Array.isArray(forwardedFor) ? forwardedFor.join(",") : forwardedFor,
    request.socket.remoteAddress ?? "",
    reach.hops,
  );
  const origin = publicOrigin(headers.host, reach);
  for (const name of Object.keys(headers)) if (NOT_FOR_CLIENTS.test(name)) delete headers[name];
  Object.assign(headers, {
    host: origin.host,
    [CLIENT_ADDRESS]: address,
    "x-forwarded-host": origin.host,
    "x-forwarded-proto": origin.protocol.slice(0, -1),
    [REQUEST_PATH]: pathAsked(request.url ?? "/"),
    [REQUEST_ID]: requestId,
  });
}
