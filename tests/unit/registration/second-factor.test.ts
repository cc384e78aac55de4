import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  acceptedStep,
  newRecoveryCodes,
  newTotpSecret,
  recoveryCodeHash,
  totpAddress,
} from "../../../lib/registration/second-factor.ts";

/** "12345678901234567890" in base32: the secret of RFC 6238, appendix B. */
const RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

describe("a code of six digits", () => {
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at second %d is the RFC's %s", (seconds, code) => {
    const step = Math.floor(seconds / 30);
    expect(acceptedStep(RFC_SECRET, code, { now: at(seconds), lastStep: null })).toBe(step);
  });

  test.each([
    [-31, null, "two steps before"],
    [-30, 37_037_036, "the step before"],
    [0, 37_037_036, "its own step"],
    [30, 37_037_036, "the step after"],
    [59, 37_037_036, "the last second of it"],
    [60, null, "two steps after"],
  ] as [number, number | null, string][])(
    "%d s from the beginning of its step gives %s (%s)",
    (seconds, step) => {
      const now = at(1_111_111_080 + seconds);
      expect(acceptedStep(RFC_SECRET, "081804", { now, lastStep: null })).toBe(step);
    },
  );

  test("is good once, and none before it is good after it", () => {
    const now = at(1_111_111_109);
    expect(acceptedStep(RFC_SECRET, "081804", { now, lastStep: 37_037_035 })).toBe(37_037_036);
    expect(acceptedStep(RFC_SECRET, "081804", { now, lastStep: 37_037_036 })).toBeNull();
    expect(acceptedStep(RFC_SECRET, "081804", { now, lastStep: 37_037_037 })).toBeNull();
    expect(acceptedStep(RFC_SECRET, "050471", { now, lastStep: 37_037_036 })).toBe(37_037_037);
  });

  test.each(["081 804", "081-804", " 081804\u200b", "０８１８０４"])("may be typed as %j", (code) => {
    expect(acceptedStep(RFC_SECRET, code, { now: at(1_111_111_109), lastStep: null })).toBe(37_037_036);
  });

  test.each(["", "81804", "0818040", "081805", "٠٨١٨٠٤", "08180a", "-81804", "1e5   "])(
    "is not %j",
    (code) => {
      expect(acceptedStep(RFC_SECRET, code, { now: at(1_111_111_109), lastStep: null })).toBeNull();
    },
  );

  test("of one secret is none of another", () => {
    const secrets = Array.from({ length: 50 }, newTotpSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const now = at(1_111_111_109);
    const taken = secrets.filter(
      (secret) => acceptedStep(secret, "081804", { now, lastStep: null }) !== null,
    );
    expect(taken.length).toBeLessThanOrEqual(1);
  });
});

test("the address names company and account, and whatever they are called it stays one address", () => {
  const address = totpAddress(RFC_SECRET, {
    company: "Coop. Los Ñirres & Cía: Ltda.",
    person: "11.111.111-1",
  });
  const url = new URL(address);
  expect([url.protocol, url.host]).toEqual(["otpauth:", "totp"]);
  expect(url.searchParams.get("secret")).toBe(RFC_SECRET);
  expect(url.searchParams.get("issuer")).toBe("Coop. Los Ñirres & Cía: Ltda.");
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    digits: "6",
    period: "30",
    algorithm: "SHA1",
  });
  expect(decodeURIComponent(url.pathname)).toContain("11.111.111-1");
});

describe("recovery codes", () => {
  const codes = newRecoveryCodes();

  test("are ten, of 120 bits each, and never the same", () => {
    expect(codes).toHaveLength(10);
    const many = Array.from({ length: 100 }, newRecoveryCodes).flat();
    expect(new Set(many).size).toBe(1_000);
    for (const code of many) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    // Every sign at every place: no bits are lost on the way.
    for (let place = 0; place < 29; place += 5)
      expect(new Set(many.map((code) => code[place])).size).toBe(32);
  });

  test("are known again however they are typed, and kept as a hash", () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), (code) => {
        const hash = recoveryCodeHash(code);
        expect(hash).toMatch(/^[0-9a-f]{64}$/);
        for (const typed of [
          code.toLowerCase(),
          code.replaceAll("-", ""),
          code.replaceAll("-", " "),
          ` ${code.replaceAll("-", "–")}\u200b`,
          code.replaceAll("0", "O").replaceAll("1", "l"),
        ])
          expect(recoveryCodeHash(typed)).toBe(hash);
      }),
    );
    expect(new Set(codes.map(recoveryCodeHash)).size).toBe(10);
  });

  test.each(["", "ABCD", `${"A".repeat(25)}`, "U".repeat(24), "ñ".repeat(24)])("%j is none", (text) => {
    expect(recoveryCodeHash(text)).toBeNull();
  });
});
