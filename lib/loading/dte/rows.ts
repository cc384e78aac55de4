import { hash } from "node:crypto";
import { checkAmounts } from "../../jurisdiction/cl/dte-amounts.ts";
import { readDte } from "../../jurisdiction/cl/dte-reader.ts";
import { dteRefusal } from "../../jurisdiction/cl/dte-refusals.ts";
import { xmlSignatureHolds } from "../../jurisdiction/cl/dte-signature.ts";
import { verifyTimbre } from "../../jurisdiction/cl/dte-timbre.ts";
import type { Dte, DteFile, DteRefusal } from "../../jurisdiction/cl/dte.ts";
import type { Problem } from "../model.ts";

/** The columns that a document's row of `staging.dte` has from its file, and their types. */
export const DTE_COLUMNS = {
  line: "integer NOT NULL",
  issuer_rut: "text",
  tipo: "integer",
  folio: "bigint",
  issued_on: "date",
  receiver_rut: "text",
  total_amount: "numeric(16,2)",
  sha256: "text",
  start_byte: "integer",
  end_byte: "integer",
  encoding: "text",
  certification: "boolean",
  resolution_number: "integer",
  resolution_on: "date",
  signature: "dte_signature",
  problem: "jsonb",
} as const;
export type DteRow = { line: number } & Partial<
  Record<keyof typeof DTE_COLUMNS, string | number | boolean | null>
>;

/** What is wrong with a staged row, as its `problem` says it. */
export interface StagedProblem extends Problem {
  column: string | null;
  value: string | null;
}

const KEPT_VALUE_CHARACTERS = 200;
/** The SII's certification environment. */
const CERTIFICATION_KEY = "100";

/** The rows that a file of the folder `dte` makes: one a document, or one that says why the file cannot be read. */
export function dteRows(bytes: Uint8Array, companyIdentity: string): DteRow[] {
  const file = readDte(bytes);
  if (!file.ok) return [rejected(file.error)];
  return file.value.documents.map((document) => {
    if (!document.ok) return rejected(document.error);
    const dte = document.value;
    const refusal = notTheCompanys(dte, companyIdentity) ?? checkAmounts(dte) ?? verifyTimbre(dte);
    return { ...rowOf(bytes, file.value, dte), ...(refusal ? rejected(refusal) : {}) };
  });
}

/** The row of a file that is larger than any is. */
export const tooLargeRow = (): DteRow => rejected(dteRefusal("dte/too-large", { line: 1 }));

function notTheCompanys({ issuerRut, line }: Dte, companyIdentity: string): DteRefusal | null {
  if (issuerRut === companyIdentity) return null;
  return dteRefusal("dte/issuer", {
    line,
    element: "RUTEmisor",
    value: issuerRut,
    expected: companyIdentity,
  });
}

function rowOf(bytes: Uint8Array, file: DteFile, dte: Dte): DteRow {
  // A document by itself is kept with its declaration: what is handed out later is the file that was loaded.
  const [start, end] = file.isBare ? [0, bytes.length] : [dte.start, dte.end];
  return {
    line: dte.line,
    issuer_rut: dte.issuerRut,
    tipo: dte.tipo,
    folio: dte.folio,
    issued_on: dte.issuedOn,
    receiver_rut: dte.receiverRut,
    total_amount: dte.total,
    sha256: hash("sha256", bytes.subarray(start, end)),
    start_byte: start,
    end_byte: end,
    encoding: file.encoding,
    certification: dte.ted?.caf.keyId === CERTIFICATION_KEY,
    resolution_number: file.resolution?.number ?? null,
    resolution_on: file.resolution?.date ?? null,
    signature: xmlSignatureHolds(dte) ? "verified" : "unconfirmed",
  };
}

function rejected({ line, element, value, reason, remedy }: DteRefusal): DteRow {
  const problem: StagedProblem = {
    column: element,
    value: value?.slice(0, KEPT_VALUE_CHARACTERS).toWellFormed() ?? null,
    reason,
    remedy,
  };
  return { line, problem: JSON.stringify(problem) };
}
