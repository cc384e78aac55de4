import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { mayChangeThings } from "../../../lib/platform/cross-origin.ts";
import { reachOf } from "../../../lib/platform/forwarded.ts";

const OURS = "http://localhost:3000";
const demonstration = reachOf(OURS, true, 0);
const cookie = { cookie: "empalme=a" };

test.each<[string, IncomingMessage["headers"], boolean, string]>([
  ["GET", { origin: "https://evil.example", ...cookie }, true, "reading changes nothing"],
  ["POST", { origin: OURS, ...cookie }, true, "our own form"],
  ["POST", { origin: "http://127.0.0.1:3000", ...cookie }, true, "the loopback's other name"],
  ["POST", { origin: "http://localhost:3001", ...cookie }, false, "another port is another origin"],
  ["POST", { origin: "https://evil.example" }, false, "another site, even without a cookie"],
  ["POST", { origin: "null", ...cookie }, false, "a sandboxed frame"],
  [
    "POST",
    { "sec-fetch-site": "same-origin", ...cookie },
    true,
    "a browser that sends no Origin but says so",
  ],
  ["POST", { "sec-fetch-site": "same-site", ...cookie }, false, "a neighbour's domain"],
  ["POST", cookie, false, "nothing said, and a cookie to abuse"],
  ["POST", {}, true, "a program without a cookie"],
  ["DELETE", { origin: "https://evil.example" }, false, "any method that may change things"],
])("%s %j: %s (%s)", (method, headers, allowed) => {
  expect(mayChangeThings({ method, headers } as IncomingMessage, demonstration)).toBe(allowed);
});

test("in production the loopback is another site", () => {
  const production = reachOf("https://portal.losnotros.example", false, 1);
  const request = { method: "POST", headers: { origin: "http://127.0.0.1:3000" } } as IncomingMessage;
  expect(mayChangeThings(request, production)).toBe(false);
});
