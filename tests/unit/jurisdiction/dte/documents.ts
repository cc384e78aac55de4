import { readFileSync } from "node:fs";
import { join } from "node:path";
import { issueDte, type DteToIssue } from "@/lib/demonstration/dte/issue-dte.ts";
import { readDte } from "@/lib/jurisdiction/cl/dte-reader.ts";
import type { Dte, TipoDte } from "@/lib/jurisdiction/cl/dte.ts";
import { iva } from "@/lib/jurisdiction/cl/iva.ts";
import { day } from "@/lib/kernel/civil-date.ts";
import { decimalText } from "@/lib/kernel/decimal.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/dte");

/** A real document or a schema of the SII, byte for byte. */
export const fixture = (name: string) => readFileSync(join(FIXTURES, name));

/** The real documents, by what is odd about each. */
export const REAL = {
  "windows-1252, CRLF, no namespace": "DTE--60910000-1--33--2336600.xml",
  "accents, a timbre on many lines, a note": "DTE--96670340-7--61--110616.xml",
  "a comment in the document": "DTE--76354771-K--33--170.xml",
  "indented, its timbre on one line": "DTE--76399752-9--33--25568.xml",
};

/** The file with text put in place of other text, which it must hold; both in ISO-8859-1. */
export function changed(file: Buffer, from: string | RegExp, to: string): Buffer {
  const text = file.toString("latin1");
  const result = text.replace(from, to);
  if (result === text) throw new Error(`the file does not hold ${String(from)}`);
  return Buffer.from(result, "latin1");
}

/** The documents of a file that is sound; the refused ones as their code. */
export function documentsOf(file: Buffer): (Dte | string)[] {
  const read = readDte(file);
  if (!read.ok) throw new Error(read.error.reason);
  return read.value.documents.map((document) => (document.ok ? document.value : document.error.code));
}

/** The one document of a file that is sound. */
export function documentOf(file: Buffer): Dte {
  const [document] = documentsOf(file);
  if (typeof document !== "object") throw new Error(document);
  return document;
}

/** Why a whole file, or else its first document, is refused. */
export function refusalOf(file: Uint8Array): string | undefined {
  const read = readDte(file);
  if (!read.ok) return read.error.code;
  const [document] = read.value.documents;
  return document?.ok === false ? document.error.code : undefined;
}

export const NOTROS = {
  rut: "69507000-4",
  name: "Cooperativa Eléctrica Los Notros Ltda.",
  giro: "Distribución de energía eléctrica",
  acteco: 351030,
  address: "Avenida Los Notros 100",
  comuna: "Frutillar",
};
export const FOLIOS = { firstFolio: 1, lastFolio: 100_000, authorisedOn: day("2020-01-02") };
export const STAMPED_AT = "2020-02-28T10:00:00";
export const TIPOS: readonly TipoDte[] = [33, 34, 39, 41, 56, 61];

/** The bill of the manual's January 2020: 46.604 taxed, 441 exempt, 55.900 in all. */
export function aDte(tipo: TipoDte, with_: Partial<DteToIssue> = {}): DteToIssue {
  const isNote = tipo === 56 || tipo === 61;
  const lines = with_.lines ?? [
    { name: "Electricidad consumida", amount: 46_604 },
    { name: "Cargo por servicio público", amount: 441, exempt: true },
  ];
  const taxed = lines.filter(({ exempt }) => !exempt).reduce((sum, { amount }) => sum + amount, 0);
  const issuedOn = with_.issuedOn ?? day("2020-02-28");
  return {
    tipo,
    folio: 77,
    issuedOn,
    dueOn: day("2020-03-20"),
    periodFrom: day("2020-01-01"),
    periodTo: day("2020-01-31"),
    receiver: {
      rut: "11111111-1",
      name: "Íñigo Peña & Hijas <S.A.>",
      address: "Calle Uno 1",
      comuna: "Frutillar",
      customerNumber: "11261",
    },
    tax: tipo === 34 || tipo === 41 ? 0 : Number(iva.of(decimalText(taxed), issuedOn)),
    ...(isNote ? { reference: { tipo: 33, folio: 3, issuedOn, code: 3, reason: "Corrige montos" } } : {}),
    ...with_,
    lines,
  };
}

export const issued = (tipo: TipoDte, with_: Partial<DteToIssue> = {}) =>
  issueDte(aDte(tipo, with_), NOTROS, FOLIOS, STAMPED_AT);
