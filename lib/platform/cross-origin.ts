import type { IncomingMessage } from "node:http";
import type { Reach } from "./forwarded.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that may change something comes from a page of ours, or from a program without a browser's cookies.
 *
 * Next lets an action through that carries no Origin: here a browser's request without one must at least say that it
 * comes from the same origin, or carry no cookie to abuse. Source: OWASP ASVS 5.0, 3.5.1.
 */
export function mayChangeThings({ method = "GET", headers }: IncomingMessage, { origins }: Reach): boolean {
  if (SAFE.has(method)) return true;
  if (headers.origin !== undefined) return origins.some(({ origin }) => origin === headers.origin);
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return headers.cookie === undefined;
}
