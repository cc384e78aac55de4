import { domainToASCII } from "node:url";

/** Of RFC 5321, 4.5.3.1, in octets. */
const LONGEST_LOCAL = 64;
const LONGEST_ADDRESS = 254;

/** A dot-atom of RFC 5322, with the letters beyond ASCII that RFC 6531 adds; nothing that a header or SMTP would read. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*[a-z0-9]$/;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

const octets = (text: string) => Buffer.byteLength(text);

/**
 * `text` as the one address that it names, its domain in lower case and in ASCII ("señal.example" as
 * "xn--seal-hqa.example"); null when it is none. The part before the @ stays as written: only its server may say that
 * capitals do not matter.
 */
export function parseMailAddress(text: string): string | null {
  const trimmed = text.normalize("NFC").trim();
  const at = trimmed.lastIndexOf("@");
  const local = trimmed.slice(0, Math.max(at, 0));
  const domain = domainToASCII(trimmed.slice(at + 1));
  if (
    !LOCAL.test(local) ||
    octets(local) > LONGEST_LOCAL ||
    octets(local) + 1 + domain.length > LONGEST_ADDRESS
  )
    return null;
  if (!DOMAIN.test(domain) || !domain.split(".").every((label) => LABEL.test(label))) return null;
  return `${local}@${domain}`;
}
