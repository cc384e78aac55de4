import { createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

/** What every authenticator program knows: SHA-1, six digits, thirty seconds. Source: RFC 6238, 4 and 5.2. */
const TOTP_PARAMETERS = { algorithm: "SHA1", digits: 6, period: 30 };
const STEP_MS = TOTP_PARAMETERS.period * 1000;
/** A clock may be a step off, and a code may be typed as its step ends. Source: RFC 6238, 5.2. */
const STEPS_OFF = [0, -1, 1];
/** As RFC 4226, 4 (R6) recommends. */
const SECRET_BYTES = 20;

/** A new secret, in base32 as it is typed. It is kept sealed (lib/platform/sealing.ts) and shown once. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address that an authenticator program reads from a QR code. `person` is what tells two accounts apart in it. */
export function totpAddress(
  secret: string,
  { company, person }: { company: string; person: string },
): string {
  return totp(secret, { issuer: company, label: person }).toString();
}

const totp = (secret: string, names: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...TOTP_PARAMETERS, ...names, secret: Secret.fromBase32(secret) });

/**
 * The time step whose code `code` is, or null: wrong, too old, or used before.
 *
 * No code is good twice (ASVS 5.0, 6.5.1), which is the caller's to see to: keep the step with the person, by an UPDATE
 * that asks for `last step < step` in its WHERE, and take the code only if that changed a row. Then of two requests with
 * one code, one is let in. `lastStep` is the one kept; null before the first code.
 */
export function acceptedStep(
  secret: string,
  code: string,
  { now, lastStep }: { now: Date; lastStep: number | null },
): number | null {
  const token = code.normalize("NFKC").replace(/[\s\p{Cf}-]/gu, "");
  if (!/^\d{6}$/.test(token)) return null;
  const otp = totp(secret);
  const current = Math.floor(now.getTime() / STEP_MS);
  const steps = STEPS_OFF.map((off) => current + off).filter((step) => step > (lastStep ?? -1));
  const step = steps.find((at) => otp.validate({ token, timestamp: at * STEP_MS, window: 0 }) !== null);
  return step ?? null;
}

const RECOVERY_CODES = 10;
/** 15 bytes are 120 bits: from 112 on a plain hash will do, and one look-up finds the code. Source: ASVS 5.0, 6.5.2. */
const RECOVERY_BYTES = 15;
/** Crockford's base32: without I, L, O and U, which are taken for others. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RECOVERY_LENGTH = (RECOVERY_BYTES * 8) / 5;

/** Ten codes, each good once, for whoever has lost the telephone: "7G3K-…", six groups of four. Only hashes are kept. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const bits = BigInt(`0x${randomBytes(RECOVERY_BYTES).toString("hex")}`);
    const signs = Array.from(
      { length: RECOVERY_LENGTH },
      (_, at) => ALPHABET[Number((bits >> BigInt(5 * at)) & 31n)],
    );
    return signs.join("").replace(/(.{4})(?=.)/g, "$1-");
  });
}

/**
 * What is kept of a recovery code, SHA-256 in hex, however it was typed; null when `text` is no such code. To use it,
 * delete its row by person and hash, and take it only if one was there.
 */
export function recoveryCodeHash(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if (plain.length !== RECOVERY_LENGTH || [...plain].some((sign) => !ALPHABET.includes(sign))) return null;
  return createHash("sha256").update(`recovery:${plain}`).digest("hex");
}
