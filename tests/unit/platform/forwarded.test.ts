import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { clientAddress, publicOrigin, reachOf, settleHeaders } from "../../../lib/platform/forwarded.ts";

test.each<[string | undefined, string, number, string, string]>([
  ["203.0.113.7", "198.51.100.1", 0, "198.51.100.1", "without proxies of ours the header is a lie"],
  ["203.0.113.7", "10.0.0.2", 1, "203.0.113.7", "one proxy: what it saw"],
  ["6.6.6.6, 203.0.113.7", "10.0.0.2", 1, "203.0.113.7", "what stands further left, the client wrote"],
  ["6.6.6.6, 203.0.113.7, 10.0.0.1", "10.0.0.2", 2, "203.0.113.7", "two proxies"],
  [undefined, "10.0.0.2", 1, "10.0.0.2", "the proxy itself asks"],
  ["203.0.113.7", "10.0.0.2", 3, "203.0.113.7", "fewer entries than hops: the oldest there is"],
  ["nonsense", "10.0.0.2", 1, "10.0.0.2", "no address ends the search"],
  ["", "::ffff:198.51.100.1", 0, "198.51.100.1", "IPv4 in IPv6 clothes"],
  ["2001:db8::1", "10.0.0.2", 1, "2001:db8::1", "IPv6"],
])("X-Forwarded-For %j from %s with %i hops is %s (%s)", (header, peer, hops, address) => {
  expect(clientAddress(header, peer, hops)).toBe(address);
});

test("the host is one of ours whatever the client says", () => {
  const demonstration = reachOf("http://localhost:3000", true, 0);
  expect(publicOrigin("127.0.0.1:3000", demonstration).origin).toBe("http://127.0.0.1:3000");
  expect(publicOrigin("evil.example", demonstration).origin).toBe("http://localhost:3000");
  const production = reachOf("https://portal.losnotros.example", false, 1);
  expect(publicOrigin("127.0.0.1:3000", production).origin).toBe("https://portal.losnotros.example");
});

test("what a client says of itself, or in a framework's name, does not reach the application", () => {
  const headers: IncomingMessage["headers"] = {
    host: "evil.example",
    "x-forwarded-for": "6.6.6.6",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "http",
    "x-forwarded-port": "1",
    "x-real-ip": "6.6.6.6",
    forwarded: "for=6.6.6.6",
    "x-middleware-subrequest": "proxy:proxy",
    "x-nonce": "known",
    "content-security-policy": "default-src *",
    "x-empalme-path": "/mesa",
    "x-request-id": "mine",
    cookie: "empalme=a",
    "next-action": "abc",
  };
  const request = { headers, url: "/mi-cuenta?a=1&_rsc=x1", socket: { remoteAddress: "198.51.100.1" } };
  settleHeaders(
    request as IncomingMessage,
    reachOf("https://portal.losnotros.example", false, 0),
    "number-1",
  );
  expect(headers).toEqual({
    host: "portal.losnotros.example",
    "x-forwarded-for": "198.51.100.1",
    "x-forwarded-host": "portal.losnotros.example",
    "x-forwarded-proto": "https",
    "x-empalme-path": "/mi-cuenta?a=1",
    "x-request-id": "number-1",
    cookie: "empalme=a",
    "next-action": "abc",
  });
});
