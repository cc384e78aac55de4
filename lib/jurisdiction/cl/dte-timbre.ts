import { signedByKey } from "./dte-keys.ts";
import { dteRefusal, pesos, type DteRefusalCode } from "./dte-refusals.ts";
import type { Dte, DteRefusal, Ted } from "./dte.ts";
import { parseRut } from "./rut.ts";

/**
 * Why the document's timbre is not to be trusted, or null when it is right: signed with the key of its CAF, within
 * the CAF's folios, and saying what the document says. Needs no access to the SII.
 *
 * It proves that nothing was changed since the timbre was made. Who made it stands on the CAF, whose own signature
 * by the SII (FRMA) is not checked: the SII does not publish that key with the format.
 *
 * Source: SII, Instructivo técnico de factura electrónica, emisión, 28-10-2021, annex on the timbre.
 */
export function verifyTimbre(dte: Dte): DteRefusal | null {
  const { ted, line } = dte;
  if (ted === null) return dteRefusal("timbre/missing", { line, element: "TED" });
  return incomplete(ted, line) ?? notByItsCaf(ted, line) ?? notOfTheDocument(dte, ted);
}

/** What a timbre cannot do without; names may be empty. */
const NEEDED = [
  ...["RE", "TD", "F", "FE", "RR", "MNT", "FRMT"],
  ...["CAF/RE", "CAF/TD", "CAF/D", "CAF/H", "CAF/M", "CAF/E"],
];

function incomplete(ted: Ted, line: number): DteRefusal | null {
  const { caf } = ted;
  const missing = [
    ...[ted.issuerRut, ted.tipo, ted.folio, ted.issuedOn, ted.receiverRut, ted.amount, ted.signature],
    ...[caf.issuerRut, caf.tipo, caf.firstFolio, caf.lastFolio, caf.modulus, caf.exponent],
  ].indexOf("");
  return missing < 0 ? null : dteRefusal("timbre/incomplete", { line, element: NEEDED[missing] ?? "TED" });
}

function notByItsCaf(ted: Ted, line: number): DteRefusal | null {
  const { caf } = ted;
  if (!sameRut(caf.issuerRut, ted.issuerRut))
    return dteRefusal("timbre/caf-issuer", {
      line,
      element: "CAF/RE",
      value: caf.issuerRut,
      expected: ted.issuerRut,
    });
  if (caf.tipo !== ted.tipo)
    return dteRefusal("timbre/caf-type", { line, element: "CAF/TD", value: caf.tipo, expected: ted.tipo });
  const [first, folio, last] = [caf.firstFolio, ted.folio, caf.lastFolio].map(wholeNumber);
  if (
    first === undefined ||
    folio === undefined ||
    last === undefined ||
    !(first <= folio && folio <= last)
  ) {
    const expected = `${caf.firstFolio} a ${caf.lastFolio}`;
    return dteRefusal("timbre/caf-range", { line, element: "F", value: ted.folio, expected });
  }
  return signatureHolds(ted) ? null : dteRefusal("timbre/signature", { line, element: "FRMT" });
}

/** What was signed is the DD without the white space between its tags, entities as written, in ISO-8859-1. */
function signatureHolds({ signed, signature, caf }: Ted): boolean {
  return signedByKey(Buffer.from(signed.replace(/>[ \t\r\n]+</g, "><"), "latin1"), signature, caf);
}

function notOfTheDocument(dte: Dte, ted: Ted): DteRefusal | null {
  const differs = (code: DteRefusalCode, element: string, value: string, expected: string) =>
    dteRefusal(code, { line: dte.line, element, value, expected });

  if (!sameRut(ted.issuerRut, dte.issuerRut))
    return differs("timbre/issuer", "RE", ted.issuerRut, dte.issuerRut);
  if (ted.tipo !== String(dte.tipo)) return differs("timbre/type", "TD", ted.tipo, String(dte.tipo));
  if (wholeNumber(ted.folio) !== dte.folio) return differs("timbre/folio", "F", ted.folio, String(dte.folio));
  if (ted.issuedOn !== dte.issuedOn) return differs("timbre/date", "FE", ted.issuedOn, dte.issuedOn);
  if (!sameRut(ted.receiverRut, dte.receiverRut))
    return differs("timbre/receiver", "RR", ted.receiverRut, dte.receiverRut);
  const amount = wholeNumber(ted.amount);
  if (amount !== dte.total)
    return differs(
      "timbre/amount",
      "MNT",
      amount === undefined ? ted.amount : pesos(amount),
      pesos(dte.total),
    );
  if (dte.receiverName !== null && !isStampOf(ted.receiverName, dte.receiverName))
    return dteRefusal("timbre/receiver-name", { line: dte.line, element: "RSR" });
  const [first] = dte.lines;
  if (first && !isStampOf(ted.firstItem, first.name))
    return differs("timbre/first-item", "IT1", ted.firstItem, first.name);
  return null;
}

const wholeNumber = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);
const sameRut = (one: string, other: string) =>
  one === other || (parseRut(one) ?? one) === (parseRut(other) ?? other);

/** The timbre has room for 40 characters of a name; issuers tidy its blanks before they cut it, after, or never. */
const STAMPED_LENGTH = 40;
const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

function isStampOf(stamp: string, name: string): boolean {
  const cutFirst = tidy(name.trim().slice(0, STAMPED_LENGTH));
  const tidiedFirst = tidy(tidy(name).slice(0, STAMPED_LENGTH));
  return [cutFirst, tidiedFirst].includes(tidy(stamp));
}
