import type { CivilDate } from "../../kernel/civil-date.ts";
import type { TipoDte } from "../../jurisdiction/cl/dte.ts";
import { signedByTestKey, TEST_PUBLIC_KEY } from "./test-key.ts";
import { tag } from "./xml.ts";

/** The SII's number for the key of its certification environment. */
const CERTIFICATION = 100;
/** The room that the timbre has for a name. */
const STAMPED_LENGTH = 40;

/** An authorisation to use the folios `firstFolio` to `lastFolio`. */
export interface FolioRange {
  firstFolio: number;
  lastFolio: number;
  authorisedOn: CivilDate;
}

export interface Stamped {
  issuerRut: string;
  issuerName: string;
  tipo: TipoDte;
  folio: number;
  issuedOn: CivilDate;
  receiverRut: string;
  receiverName: string;
  total: number;
  firstItem: string;
}

const inIso88591 = (xml: string) => Buffer.from(xml, "latin1");
const cut = (name: string) => name.slice(0, STAMPED_LENGTH).trim();
const signature = (name: string, over: string) =>
  `<${name} algoritmo="SHA1withRSA">${signedByTestKey(inIso88591(over))}</${name}>`;

const cafs = new Map<string, string>();

/** The CAF that the SII would give, signed by the test key in the SII's place; one serves a whole range. */
function caf({ issuerRut, issuerName, tipo }: Stamped, { firstFolio, lastFolio, authorisedOn }: FolioRange) {
  const { modulus, exponent } = TEST_PUBLIC_KEY;
  const data =
    `<DA>${tag("RE", issuerRut)}${tag("RS", cut(issuerName))}${tag("TD", tipo)}` +
    `<RNG>${tag("D", firstFolio)}${tag("H", lastFolio)}</RNG>${tag("FA", authorisedOn)}` +
    `<RSAPK>${tag("M", modulus)}${tag("E", exponent)}</RSAPK>${tag("IDK", CERTIFICATION)}</DA>`;
  const known = cafs.get(data);
  if (known) return known;
  const made = `<CAF version="1.0">${data}${signature("FRMA", data)}</CAF>`;
  cafs.set(data, made);
  return made;
}

/** The timbre (`TED`) of a document, flat as it is printed. `stampedAt`: AAAA-MM-DDThh:mm:ss in Chile. */
export function timbreOf(document: Stamped, range: FolioRange, stampedAt: string): string {
  const data =
    `<DD>${tag("RE", document.issuerRut)}${tag("TD", document.tipo)}${tag("F", document.folio)}` +
    `${tag("FE", document.issuedOn)}${tag("RR", document.receiverRut)}${tag("RSR", cut(document.receiverName))}` +
    `${tag("MNT", document.total)}${tag("IT1", cut(document.firstItem))}` +
    `${caf(document, range)}${tag("TSTED", stampedAt)}</DD>`;
  return `<TED version="1.0">${data}${signature("FRMT", data)}</TED>`;
}
