import { createHash } from "node:crypto";
import { signedByTestKey, TEST_CERTIFICATE, TEST_PUBLIC_KEY } from "./test-key.ts";

export const SII_NAMESPACE = "http://www.sii.cl/SiiDte";
const DSIG = "http://www.w3.org/2000/09/xmldsig#";
const C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

/** What ISO-8859-1 can write and XML may carry on one line. */
const WRITABLE = /^[\x20-\x7e\xa0-\xff]*$/;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * `<name>content</name>`, or nothing when there is no content to tell.
 *
 * @throws RangeError for characters that ISO-8859-1 does not have.
 */
export function tag(name: string, content: string | number | null | undefined): string {
  if (content === null || content === undefined) return "";
  const text = String(content);
  if (!WRITABLE.test(text)) throw new RangeError(`not in ISO-8859-1: <${name}>`);
  return `<${name}>${text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)}</${name}>`;
}

/** The enveloped XML signature of the element `id`, whose canonical form is `canonical`. */
export function xmlSignature(id: string, canonical: string): string {
  const digest = createHash("sha1").update(canonical, "utf8").digest("base64");
  const signedInfo =
    `<CanonicalizationMethod Algorithm="${C14N}"></CanonicalizationMethod>` +
    `<SignatureMethod Algorithm="${DSIG}rsa-sha1"></SignatureMethod><Reference URI="#${id}">` +
    `<Transforms><Transform Algorithm="${C14N}"></Transform></Transforms>` +
    `<DigestMethod Algorithm="${DSIG}sha1"></DigestMethod>${tag("DigestValue", digest)}</Reference></SignedInfo>`;
  const value = signedByTestKey(Buffer.from(`<SignedInfo xmlns="${DSIG}">${signedInfo}`));
  const key = tag("Modulus", TEST_PUBLIC_KEY.modulus) + tag("Exponent", TEST_PUBLIC_KEY.exponent);
  return (
    `<Signature xmlns="${DSIG}"><SignedInfo>${signedInfo}${tag("SignatureValue", value)}` +
    `<KeyInfo><KeyValue><RSAKeyValue>${key}</RSAKeyValue></KeyValue>` +
    `<X509Data>${tag("X509Certificate", TEST_CERTIFICATE)}</X509Data></KeyInfo></Signature>`
  );
}
