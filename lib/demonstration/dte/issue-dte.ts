import { isBoleta, type TipoDte } from "../../jurisdiction/cl/dte.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { timbreOf, type FolioRange } from "./timbre.ts";
import { SII_NAMESPACE, tag, xmlSignature } from "./xml.ts";

export interface DteIssuer {
  rut: string;
  name: string;
  giro: string;
  /** The SII's code of the economic activity. */
  acteco: number;
  address: string;
  comuna: string;
}

/** A document to be issued. Amounts are whole pesos without IVA, none negative: the schema knows no other lines. */
export interface DteToIssue {
  tipo: TipoDte;
  folio: number;
  issuedOn: CivilDate;
  dueOn?: CivilDate;
  periodFrom?: CivilDate;
  periodTo?: CivilDate;
  receiver: { rut: string; name: string; address: string; comuna: string; customerNumber?: string };
  lines: readonly { name: string; amount: number; exempt?: boolean }[];
  /** IVA on the lines that are not exempt. */
  tax: number;
  previousBalance?: number;
  /** The document that a credit or debit note corrects; code 1 cancels it, 2 its words, 3 its amounts. */
  reference?: { tipo: TipoDte; folio: number; issuedOn: CivilDate; code: 1 | 2 | 3; reason: string };
}

const declaration = '<?xml version="1.0" encoding="ISO-8859-1"?>\n';

/**
 * The document as a file of its own: stamped and signed with the test key, in ISO-8859-1, valid by the SII's schema.
 *
 * @param stampedAt AAAA-MM-DDThh:mm:ss in Chile
 * @throws RangeError for text that ISO-8859-1 cannot write
 */
export function issueDte(
  document: DteToIssue,
  issuer: DteIssuer,
  range: FolioRange,
  stampedAt: string,
): Buffer {
  return Buffer.from(declaration + dteElement(document, issuer, range, stampedAt), "latin1");
}

/** Several documents of one kind, all boletas or none, in the envelope in which they go to the SII. */
export function issueEnvelope(
  documents: readonly DteToIssue[],
  issuer: DteIssuer,
  range: FolioRange,
  stampedAt: string,
): Buffer {
  const tipos = [...new Set(documents.map(({ tipo }) => tipo))];
  const root = tipos.every(isBoleta) ? "EnvioBOLETA" : "EnvioDTE";
  const counts = tipos.map((tipo) => {
    const count = documents.filter((document) => document.tipo === tipo).length;
    return `<SubTotDTE>${tag("TpoDTE", tipo)}${tag("NroDTE", count)}</SubTotDTE>`;
  });
  // Resolution 0 of the day of enrolment: what the certification environment has in its place.
  const caratula =
    `<Caratula version="1.0">${tag("RutEmisor", issuer.rut)}${tag("RutEnvia", issuer.rut)}` +
    `${tag("RutReceptor", "60803000-K")}${tag("FchResol", range.authorisedOn)}${tag("NroResol", 0)}` +
    `${tag("TmstFirmaEnv", stampedAt)}${counts.join("")}</Caratula>`;
  const set = caratula + documents.map((document) => dteElement(document, issuer, range, stampedAt)).join("");
  // The documents' own declarations of the namespace fall away where the canonical form repeats it.
  const canonical = `<SetDTE xmlns="${SII_NAMESPACE}" ID="SetDoc">${set.replaceAll(`<DTE xmlns="${SII_NAMESPACE}"`, "<DTE")}</SetDTE>`;
  return Buffer.from(
    `${declaration}<${root} xmlns="${SII_NAMESPACE}" version="1.0"><SetDTE ID="SetDoc">${set}</SetDTE>` +
      `${xmlSignature("SetDoc", canonical)}</${root}>`,
    "latin1",
  );
}

function dteElement(document: DteToIssue, issuer: DteIssuer, range: FolioRange, stampedAt: string): string {
  const { tipo, folio, lines } = document;
  const id = `T${tipo}F${folio}`;
  const net = sumOf(lines.filter((line) => !isExempt(document, line)));
  const exempt = sumOf(lines.filter((line) => isExempt(document, line)));
  const total = net + exempt + document.tax;
  const timbre = timbreOf(
    {
      ...document,
      issuerRut: issuer.rut,
      issuerName: issuer.name,
      receiverRut: document.receiver.rut,
      receiverName: document.receiver.name,
      total,
      firstItem: lines[0]?.name ?? "",
    },
    range,
    stampedAt,
  );
  const content =
    `<Encabezado>${idDoc(document)}${emisor(tipo, issuer)}${receptor(document.receiver)}` +
    `${totales(document, { net, exempt, total })}</Encabezado>` +
    `${lines.map((line, at) => detalle(document, line, at + 1)).join("")}${referencia(document)}` +
    `${timbre}${tag("TmstFirma", stampedAt)}</Documento>`;
  return (
    `<DTE xmlns="${SII_NAMESPACE}" version="1.0"><Documento ID="${id}">${content}` +
    `${xmlSignature(id, `<Documento xmlns="${SII_NAMESPACE}" ID="${id}">${content}`)}</DTE>`
  );
}

type Line = DteToIssue["lines"][number];
const isExempt = ({ tipo }: DteToIssue, line: Line) => tipo === 34 || tipo === 41 || line.exempt === true;
const sumOf = (lines: readonly Line[]) => lines.reduce((sum, { amount }) => sum + amount, 0);

/** The same service has another number in a boleta than in an invoice: a periodic one, at home. */
const HOME_SERVICE = { boleta: 2, factura: 1 };

function idDoc({ tipo, folio, issuedOn, dueOn, periodFrom, periodTo }: DteToIssue): string {
  const kind = isBoleta(tipo)
    ? tag("IndServicio", HOME_SERVICE.boleta) + (tipo === 39 ? tag("IndMntNeto", 2) : "")
    : tag("IndServicio", HOME_SERVICE.factura);
  const period = tag("PeriodoDesde", periodFrom) + tag("PeriodoHasta", periodTo);
  const head = tag("TipoDTE", tipo) + tag("Folio", folio) + tag("FchEmis", issuedOn);
  return `<IdDoc>${head}${kind}${period}${tag("FchVenc", dueOn)}</IdDoc>`;
}

function emisor(tipo: TipoDte, { rut, name, giro, acteco, address, comuna }: DteIssuer): string {
  const names = isBoleta(tipo)
    ? tag("RznSocEmisor", name) + tag("GiroEmisor", giro)
    : tag("RznSoc", name) + tag("GiroEmis", giro) + tag("Acteco", acteco);
  const place = tag("DirOrigen", address) + tag("CmnaOrigen", comuna);
  return `<Emisor>${tag("RUTEmisor", rut)}${names}${place}</Emisor>`;
}

function receptor({ rut, customerNumber, name, address, comuna }: DteToIssue["receiver"]): string {
  const who = tag("RUTRecep", rut) + tag("CdgIntRecep", customerNumber) + tag("RznSocRecep", name);
  return `<Receptor>${who}${tag("DirRecep", address)}${tag("CmnaRecep", comuna)}</Receptor>`;
}

function totales(
  { tipo, tax, previousBalance }: DteToIssue,
  { net, exempt, total }: { net: number; exempt: number; total: number },
): string {
  const isTaxed = tipo !== 34 && tipo !== 41;
  const amounts =
    tag("MntNeto", isTaxed ? net : null) +
    tag("MntExe", exempt > 0 || !isTaxed ? exempt : null) +
    tag("TasaIVA", isTaxed && !isBoleta(tipo) ? 19 : null) +
    tag("IVA", isTaxed ? tax : null) +
    tag("MntTotal", total);
  const balance =
    previousBalance === undefined
      ? ""
      : tag("SaldoAnterior", previousBalance) + tag("VlrPagar", total + previousBalance);
  return `<Totales>${amounts}${balance}</Totales>`;
}

function detalle(document: DteToIssue, line: Line, number: number): string {
  const exemption = tag("IndExe", isExempt(document, line) ? 1 : null);
  const item = tag("NmbItem", line.name) + tag("MontoItem", line.amount);
  return `<Detalle>${tag("NroLinDet", number)}${exemption}${item}</Detalle>`;
}

function referencia({ reference }: DteToIssue): string {
  if (!reference) return "";
  const what =
    tag("TpoDocRef", reference.tipo) + tag("FolioRef", reference.folio) + tag("FchRef", reference.issuedOn);
  const why = tag("CodRef", reference.code) + tag("RazonRef", reference.reason);
  return `<Referencia>${tag("NroLinRef", 1)}${what}${why}</Referencia>`;
}
