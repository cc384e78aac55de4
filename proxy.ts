import { NextResponse, type NextRequest } from "next/server";
import { pagePolicy } from "./lib/platform/security-headers";

/** Gives every page its nonce. Never authorisation: that is asked where the data is read. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = pagePolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Not what is no page; and not uploads, which passing through here cuts at 10 MB without a word. */
export const config = { matcher: ["/((?!_next/|api/|tiles/|icon.svg|mesa/cargas/archivo).*)"] };
