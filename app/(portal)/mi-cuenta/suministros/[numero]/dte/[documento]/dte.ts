import type { DteReference, HeldDte } from "@/lib/billing/model";
import { billDte } from "@/lib/billing/queries";
import type { Context, CustomerActor } from "@/lib/kernel/context";
import { companyFiles } from "@/lib/platform/company-files";
import { env } from "@/lib/platform/env";

/** The tax document that an address names ("39-1046213"); null: not theirs, not there, or no document at all. */
export async function dteAt(
  ctx: Context<CustomerActor>,
  { numero, documento }: { numero: string; documento: string },
): Promise<HeldDte | null> {
  const reference = referenceOf(documento);
  return reference && billDte(ctx, numero, reference);
}

function referenceOf(documento: string): DteReference | null {
  const [, tipo, folio] = /^([1-9]\d{1,2})-([1-9]\d{0,14})$/.exec(documento) ?? [];
  return tipo && folio ? { tipo: Number(tipo), folio } : null;
}

const store = () => companyFiles(env().EMPALME_DATA_DIR);

/** The document byte for byte as it was loaded. */
export const bytesOf = ({ fileKey, startByte, endByte }: HeldDte) =>
  store().readPart(fileKey, { start: startByte, end: endByte });

/** The company's own print of it, where it gave one. */
export const companyPdf = async ({ pdfKey }: HeldDte) => (pdfKey === null ? null : store().read(pdfKey));
