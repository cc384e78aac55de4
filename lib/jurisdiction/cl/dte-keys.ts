import { createPublicKey, hash, verify, type KeyObject } from "node:crypto";

/** A public key as XML carries it, in base64. */
export interface RsaKey {
  modulus: string;
  exponent: string;
}

/** Whether a signature is that of the key over the bytes. */
type Verifier = (signed: Buffer, signature: Buffer) => boolean;

/** Of base64: 4096 bits, with room for line ends. The SII's own keys have 512. */
const LONGEST_KEY = 720;
/** Making a key costs ten times its use, and a CAF or a signer covers thousands of documents. */
const verifiers = new Map<string, { exponent: string; verifier: Verifier }>();
const KEYS_KEPT = 100;

/** Whether `signature` (base64) is that of `key` over `signed`, by SHA-1 as the SII prescribes it. */
export function signedByKey(signed: Buffer, signature: string, key: RsaKey): boolean {
  if (key.modulus.length > LONGEST_KEY || key.exponent.length > LONGEST_KEY) return false;
  try {
    return verifierOf(key)(signed, Buffer.from(signature, "base64"));
  } catch {
    return false; // a key that is none
  }
}

function verifierOf({ modulus, exponent }: RsaKey): Verifier {
  const known = verifiers.get(modulus);
  if (known?.exponent === exponent) return known.verifier;
  const [n, e] = [Buffer.from(modulus, "base64"), Buffer.from(exponent, "base64")];
  const isOfTheSii = n.length <= LARGEST_CUBED && n.length >= SMALLEST_CUBED && e.equals(THREE);
  const verifier = isOfTheSii ? cubed(n) : general(n, e);
  if (verifiers.size === KEYS_KEPT) verifiers.clear();
  // A copy: what was cut out of a file's text keeps the whole of it in memory.
  verifiers.set(Buffer.from(modulus).toString(), { exponent: Buffer.from(exponent).toString(), verifier });
  return verifier;
}

function general(n: Buffer, e: Buffer): Verifier {
  const jwk = { kty: "RSA", n: n.toString("base64url"), e: e.toString("base64url") };
  const key: KeyObject = createPublicKey({ key: jwk, format: "jwk" });
  return (signed, signature) => verify("RSA-SHA1", signed, key, signature);
}

const THREE = Buffer.from([3]);
/** Bytes of a modulus: the padding needs 46, and beyond 1024 bits the general way is as fast. */
const SMALLEST_CUBED = 46;
const LARGEST_CUBED = 128;
/** Of SHA-1, in DER. Source: RFC 8017, 9.2. */
const DIGEST_INFO = "3021300906052b0e03021a05000414";

/**
 * Verifies by a key with the exponent 3, as every CAF has it: two multiplications, which are done here in a third of
 * the time that a call of OpenSSL takes to begin. What comes out has to be, to the last bit, the one padding that
 * RFC 8017 (8.2.2) prescribes for the digest.
 */
function cubed(modulus: Buffer): Verifier {
  const n = BigInt(`0x${modulus.toString("hex")}`);
  const padding = `1${"ff".repeat(modulus.length - 3 - 35)}00${DIGEST_INFO}`;
  return (signed, signature) => {
    if (signature.length !== modulus.length) return false;
    const s = BigInt(`0x${signature.toString("hex")}`);
    return s < n && ((s * s * s) % n).toString(16) === padding + hash("sha1", signed, "hex");
  };
}
