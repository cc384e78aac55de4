import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env.ts";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = "v1.";

/** What a sealed text is for, and whose it is: it opens for the same only. */
export interface SealedFor {
  /** "totp": each purpose has a key of its own. */
  purpose: string;
  /** Identifier of the person: a row copied to another person's place does not open there. */
  owner: string;
}

/** A key for each purpose out of the portal's secret. Source: RFC 5869. */
const keyOf = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync("sha256", secret, "empalme", `sealing ${purpose}`, 32));

/** `text` so that whoever copies the database cannot read it: AES-256-GCM under a key of EMPALME_SECRET. */
export function seal(text: string, { purpose, owner }: SealedFor, secret = env().EMPALME_SECRET): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret, purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return VERSION + sealed.toString("base64url");
}

/** What was sealed; null when it was changed, is another's, or EMPALME_SECRET is no longer the same. */
export function unseal(
  sealed: string,
  { purpose, owner }: SealedFor,
  secret = env().EMPALME_SECRET,
): string | null {
  const bytes = Buffer.from(sealed.slice(VERSION.length), "base64url");
  if (!sealed.startsWith(VERSION) || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, keyOf(secret, purpose), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const opened = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
