import { createPublicKey, verify, type KeyObject } from "node:crypto";

/** A public key as XML carries it: base64, perhaps on several lines. */
export interface RsaKey {
  modulus: string;
  exponent: string;
}

/** Of base64: 4096 bits, with room for line ends. The SII's own keys have 512. */
const LONGEST_KEY = 720;
/** Making a key costs ten times its use, and a CAF or a signer covers thousands of documents. */
const publicKeys = new Map<string, KeyObject>();
const KEYS_KEPT = 100;

/** Whether `signature` (base64) is that of `key` over `signed`, by SHA-1 as the SII prescribes it. */
export function signedByKey(signed: Buffer, signature: string, key: RsaKey): boolean {
  if (key.modulus.length > LONGEST_KEY || key.exponent.length > LONGEST_KEY) return false;
  try {
    return verify("RSA-SHA1", signed, publicKeyOf(key), Buffer.from(signature, "base64"));
  } catch {
    return false; // a key that is none
  }
}

function publicKeyOf({ modulus, exponent }: RsaKey): KeyObject {
  const id = `${modulus} ${exponent}`;
  const known = publicKeys.get(id);
  if (known) return known;
  const [n = "", e = ""] = [modulus, exponent].map((text) =>
    Buffer.from(text, "base64").toString("base64url"),
  );
  const key = createPublicKey({ key: { kty: "RSA", n, e }, format: "jwk" });
  if (publicKeys.size === KEYS_KEPT) publicKeys.clear();
  publicKeys.set(id, key);
  return key;
}
