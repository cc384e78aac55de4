import "server-only";
import { headers } from "next/headers";
import type { Origin } from "../registration/security-events.ts";
import { CLIENT_ADDRESS } from "./request-headers.ts";

/** Where the request that is being answered came from. */
export async function requestOrigin(): Promise<Origin> {
  const sent = await headers();
  return { address: sent.get(CLIENT_ADDRESS) ?? "", userAgent: sent.get("user-agent") ?? "" };
}
