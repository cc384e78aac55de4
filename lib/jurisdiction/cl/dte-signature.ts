import { hash } from "node:crypto";
import { signedByKey } from "./dte-keys.ts";
import type { Dte } from "./dte.ts";

const SII = ' xmlns="http://www.sii.cl/SiiDte"';
const XSI = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const DSIG = ' xmlns="http://www.w3.org/2000/09/xmldsig#"';

/** Namespaces in force where issuers sign: in the DTE, in one that never had any, in its envelope. */
const CONTEXTS = [
  { documento: SII, signedInfo: DSIG },
  { documento: "", signedInfo: DSIG },
  { documento: SII + XSI, signedInfo: DSIG + XSI },
] as const;

/**
 * Whether the document's XML signature holds in one of the canonical forms in which issuers sign.
 *
 * Only a yes means something: documents lose their signature on honest ways, as when they are taken out of their
 * envelope or their file is indented, and this knows the forms that occur, not all of Canonical XML. Nor is it
 * asked whose the key is: the certificate is not checked.
 *
 * Source: W3C, XML Signature and Canonical XML 1.0; SII, Instructivo técnico de factura electrónica, emisión.
 */
export function xmlSignatureHolds({ xml: { documento, signature } }: Dte): boolean {
  const [tag, id] = /^<Documento\s+ID\s*=\s*["']([^"'<>]*)["']\s*>/.exec(documento) ?? [];
  const info = between(signature, "<SignedInfo", "</SignedInfo>");
  if (tag === undefined || signedId(info) !== id) return false;
  const digest = bare(between(info, "<DigestValue>", "<"));
  const context = contextOf(documento.slice(tag.length), `ID="${id}"`, digest);
  if (!context) return false;
  const content = info.slice(info.indexOf(">") + 1);
  const signed = Buffer.from(
    `<SignedInfo${context.signedInfo}>${NOT_CANONICAL.test(content) ? canonical(content) : content}</SignedInfo>`,
  );
  return signedByKey(signed, bare(between(signature, "<SignatureValue>", "<")), {
    modulus: bare(between(signature, "<Modulus>", "<")),
    exponent: bare(between(signature, "<Exponent>", "<")),
  });
}

/** What stands after `start` and before the next `end`; "" when there is no such place. */
function between(xml: string, start: string, end: string): string {
  const found = xml.indexOf(start);
  const from = found + start.length;
  return found < 0 ? "" : xml.slice(from, Math.max(from, xml.indexOf(end, from)));
}

/** What the one reference of the signature names. */
function signedId(info: string): string | null {
  const at = info.indexOf("<Reference");
  if (at < 0 || info.includes("<Reference", at + 1)) return null;
  return /\sURI\s*=\s*["']#([^"']*)["']/.exec(info.slice(at, info.indexOf(">", at)))?.[1] ?? null;
}

/** The namespaces with which the document was digested: most are written as they are signed, so that is tried first. */
function contextOf(body: string, attribute: string, digest: string) {
  for (const form of [unixLines, canonical]) {
    const text = form(body);
    const context = CONTEXTS.find(
      ({ documento }) => hash("sha1", `<Documento${documento} ${attribute}>${text}`, "base64") === digest,
    );
    if (context) return context;
  }
  return null;
}

const bare = (base64 = "") => base64.replace(/\s+/g, "");
const unixLines = (xml: string) => (xml.includes("\r") ? xml.replace(/\r\n?/g, "\n") : xml);

/** Signs that an element without text of its own is not yet in canonical form. */
const NOT_CANONICAL = /\/>|'|\s\s|\s>|\r|<!|&/;

/** The rules of Canonical XML that make a difference in documents; not among them are namespaces and CDATA. */
function canonical(xml: string): string {
  return unixLines(xml)
    .replace(/<!--[^]*?-->/g, "")
    .replace(/<([\w:.-]+)(\s[^<>]*|\/)>/g, canonicalTag)
    .replace(/>[^<>&]*[>&][^<]*/g, canonicalText);
}

function canonicalTag(_tag: string, name: string, rest: string): string {
  const attributes = [...rest.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
    .map(([, attribute, double, single]) => ` ${attribute}="${double ?? single}"`)
    .filter((attribute) => attribute !== SII && attribute !== DSIG)
    .sort();
  const tag = `<${name}${attributes.join("")}>`;
  return rest.endsWith("/") ? `${tag}</${name}>` : tag;
}

const canonicalText = (written: string) =>
  ">" +
  written
    .slice(1)
    .replaceAll(">", "&gt;")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replace(/&#(?:(\d{1,7})|x([\da-fA-F]{1,6}));/g, (_reference, decimal?: string, hex?: string) =>
      escaped(decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal)),
    );

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
function escaped(code: number): string {
  const character = String.fromCodePoint(code);
  return ESCAPES[character] ?? character;
}
