import type { DteRefusalCode } from "./dte-refusals.ts";
import type { DteEncoding } from "./dte-text.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Rut } from "./rut.ts";

/** The electronic tax documents (DTE) that a supply of electricity gives rise to, as they are titled in print. */
export const DTE_TITLES = {
  33: "FACTURA ELECTRÓNICA",
  34: "FACTURA NO AFECTA O EXENTA ELECTRÓNICA",
  39: "BOLETA ELECTRÓNICA",
  41: "BOLETA NO AFECTA O EXENTA ELECTRÓNICA",
  56: "NOTA DE DÉBITO ELECTRÓNICA",
  61: "NOTA DE CRÉDITO ELECTRÓNICA",
} as const;
export type TipoDte = keyof typeof DTE_TITLES;

export const isBoleta = (tipo: TipoDte) => tipo === 39 || tipo === 41;

/** Bytes of the file from `start` up to, not including, `end`. */
export interface ByteRange {
  start: number;
  end: number;
}

/** A line of the document's detail (`Detalle`). */
export interface DteLine {
  name: string;
  /** `IndExe`: "1" exempt, "2" not billed, "6" not billed and negative; null for a taxed line. */
  exemption: string | null;
  /** Whole pesos. */
  amount: number;
}

/** The timbre (`TED`): what it says, as it says it. "" stands for what is missing. */
export interface Ted extends ByteRange {
  issuerRut: string;
  tipo: string;
  folio: string;
  issuedOn: string;
  receiverRut: string;
  receiverName: string;
  amount: string;
  firstItem: string;
  caf: Caf;
  /** `<DD>…</DD>` as it stands in the file, one character a byte of ISO-8859-1: what was signed, spaces apart. */
  signed: string;
  /** FRMT, base64. */
  signature: string;
}

/** The SII's authorisation to use a range of folios, with the public key of who may stamp them. */
export interface Caf {
  issuerRut: string;
  tipo: string;
  firstFolio: string;
  lastFolio: string;
  /** base64 */
  modulus: string;
  exponent: string;
  /** "100" in the SII's certification environment, "300" in production. */
  keyId: string;
}

/** One tax document. All amounts are whole pesos; null is what the document does not say. */
export interface Dte extends ByteRange {
  tipo: TipoDte;
  folio: number;
  issuerRut: Rut;
  issuedOn: CivilDate;
  dueOn: CivilDate | null;
  periodFrom: CivilDate | null;
  periodTo: CivilDate | null;
  /** Normalised; see `namesNobody` for the numbers that stand for an unnamed receiver. */
  receiverRut: string;
  /** Personal: never for a log. */
  receiverName: string | null;
  /** `CdgIntRecep`: the company's own number for the customer. */
  customerNumber: string | null;
  net: number | null;
  exempt: number | null;
  tax: number | null;
  total: number;
  /** `MontoNF`: charged with the document without being part of it; may be negative. */
  notBilled: number | null;
  previousBalance: number | null;
  payable: number | null;
  lines: DteLine[];
  /** Whether the lines carry their IVA: so in a boleta unless it says otherwise. */
  linesAreGross: boolean;
  /** Withheld or additional taxes, or discounts on the whole: the amounts follow other sums than the plain ones. */
  hasAdjustments: boolean;
  ted: Ted | null;
  /** The elements `Documento` and `Signature` as they stand in the file; "" where there is no signature. */
  xml: { documento: string; signature: string };
  /** Line of the file on which the document begins. */
  line: number;
}

/** What a file holds: bare, or in the envelope in which it went to the SII. */
export interface DteFile {
  /** One document without envelope. */
  isBare: boolean;
  encoding: DteEncoding;
  /** The resolution under which the issuer stamps, for the legend in print; number 0 in certification. */
  resolution: { number: number; date: CivilDate } | null;
  documents: DteResult<Dte>[];
}

/** The outcome of reading: a refusal says what is wrong and what to do, in Spanish. */
export type DteResult<T> = { ok: true; value: T } | { ok: false; error: DteRefusal };

export interface DteRefusal {
  code: DteRefusalCode;
  line: number;
  /** The element that is wrong. */
  element: string | null;
  value: string | null;
  reason: string;
  remedy: string;
}

/** Zero, and the SII's numbers for a consumer without name and for a foreigner. */
export const namesNobody = (rut: string) => /^0+(-0)?$|^(66666666-6|55555555-5)$/.test(rut);
