import { parseCivilDate, type CivilDate } from "../../kernel/civil-date.ts";
import { parseDecimal, type DecimalText } from "../../kernel/decimal.ts";
import { readDte } from "./dte-reader.ts";
import { decodeXml, withWindowsCharacters, type DteEncoding } from "./dte-text.ts";
import { dteTree, elementsAt, textAt, type DteElement } from "./dte-tree.ts";
import { DTE_TITLES, namesNobody, type Dte, type TipoDte } from "./dte.ts";
import { formatRut } from "./rut.ts";

/** What the printed representation of a document shows. Amounts are whole pesos; null is what the document does not say. */
export interface PrintedDte {
  tipo: TipoDte;
  title: string;
  folio: number;
  /** With dots, as the box prints it. */
  issuerRut: string;
  issuer: { name: string; giro: string | null; places: string[] };
  issuedOn: CivilDate;
  dueOn: CivilDate | null;
  periodFrom: CivilDate | null;
  periodTo: CivilDate | null;
  receiver: {
    name: string | null;
    /** Null for a consumer without name. */
    rut: string | null;
    giro: string | null;
    place: string | null;
    customerNumber: string | null;
  };
  references: { what: string; folio: string | null; date: CivilDate | null; reason: string | null }[];
  lines: PrintedLine[];
  /** Descuentos y recargos on the whole document. */
  adjustments: { what: "Descuento" | "Recargo"; reason: string | null; value: string }[];
  linesAreGross: boolean;
  totals: { label: string; amount: DecimalText; weight: "plain" | "total" }[];
  /** The timbre, flat, byte by byte as its barcode carries it (ISO-8859-1); null where the document has none. */
  timbre: Buffer | null;
}

export interface PrintedLine {
  name: string;
  description: string | null;
  quantity: DecimalText | null;
  unit: string | null;
  unitPrice: DecimalText | null;
  /** "Exento", "No facturable", or null for a taxed line. */
  exemption: string | null;
  discount: DecimalText | null;
  surcharge: DecimalText | null;
  amount: DecimalText | null;
}

/**
 * What is printed of a document that was accepted, from the bytes that were kept of it.
 *
 * Source: SII, Formato de documentos tributarios electrónicos v2.2 and Manual de muestras impresas v4.0.
 * @throws Error when the bytes are not a document, which accepted ones are
 */
export function printedDte(bytes: Buffer, encoding: DteEncoding): PrintedDte {
  const file = declared(bytes, encoding);
  const read = readDte(file);
  const [document] = read.ok ? read.value.documents : [];
  if (!document?.ok) throw new Error("the bytes that were kept are no tax document");
  const dte = document.value;
  const { text } = withWindowsCharacters(decodeXml(file));
  const root = elementsAt(dteTree(text), "DTE/Documento")[0];
  if (!root) throw new Error("the bytes that were kept hold no bare document");
  return {
    tipo: dte.tipo,
    title: DTE_TITLES[dte.tipo],
    folio: dte.folio,
    issuerRut: formatRut(dte.issuerRut),
    issuer: issuerOf(root),
    issuedOn: dte.issuedOn,
    dueOn: dte.dueOn,
    periodFrom: dte.periodFrom,
    periodTo: dte.periodTo,
    receiver: receiverOf(root, dte),
    references: elementsAt(root, "Referencia").map(referenceOf),
    lines: elementsAt(root, "Detalle").map(lineOf),
    adjustments: elementsAt(root, "DscRcgGlobal").map(adjustmentOf),
    linesAreGross: dte.linesAreGross,
    totals: totalsOf(root, dte),
    timbre: dte.ted && flat(file.subarray(dte.ted.start, dte.ted.end), encoding),
  };
}

/** A document that was taken out of its envelope says no longer how it is written. */
const declared = (bytes: Buffer, encoding: DteEncoding) =>
  /^(?:\xef\xbb\xbf)?<\?xml\s/.test(bytes.toString("latin1", 0, 20))
    ? bytes
    : Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>`), bytes]);

/** As it was signed: without the white space between its tags, in ISO-8859-1 however the file is written. */
function flat(ted: Buffer, encoding: DteEncoding): Buffer {
  const text = ted.toString(encoding === "UTF-8" ? "utf8" : "latin1");
  return Buffer.from(text.replace(/>[ \t\r\n]+</g, "><"), "latin1");
}

const joined = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(", ") || null;

function issuerOf(root: DteElement): PrintedDte["issuer"] {
  const text = (...names: string[]) => textAt(root, ...names.map((name) => `Encabezado/Emisor/${name}`));
  const head = joined(text("DirOrigen"), text("CmnaOrigen"), text("CiudadOrigen"));
  const branch = text("Sucursal");
  return {
    name: text("RznSoc", "RznSocEmisor") ?? "",
    giro: text("GiroEmis", "GiroEmisor"),
    places: [...(head ? [head] : []), ...(branch ? [`Sucursal: ${branch}`] : [])],
  };
}

function receiverOf(root: DteElement, dte: Dte): PrintedDte["receiver"] {
  const text = (name: string) => textAt(root, `Encabezado/Receptor/${name}`);
  return {
    name: text("RznSocRecep"),
    rut: namesNobody(dte.receiverRut) ? null : formatRut(dte.receiverRut),
    giro: text("GiroRecep"),
    place: joined(text("DirRecep"), text("CmnaRecep"), text("CiudadRecep")),
    customerNumber: dte.customerNumber,
  };
}

/** Documents that another can refer to and that are not tax documents themselves have letters, or numbers from 801. */
const REFERRED: Record<string, string> = {
  ...DTE_TITLES,
  30: "FACTURA",
  50: "GUÍA DE DESPACHO",
  52: "GUÍA DE DESPACHO ELECTRÓNICA",
  801: "ORDEN DE COMPRA",
  802: "NOTA DE PEDIDO",
  803: "CONTRATO",
};
const CORRECTIONS: Record<string, string> = {
  1: "Anula el documento",
  2: "Corrige el texto",
  3: "Corrige los montos",
};

function referenceOf(reference: DteElement): PrintedDte["references"][number] {
  const type = textAt(reference, "TpoDocRef") ?? "";
  const correction = CORRECTIONS[textAt(reference, "CodRef") ?? ""] ?? null;
  return {
    what: REFERRED[type] ?? `Documento ${type}`,
    folio: textAt(reference, "FolioRef"),
    date: parseCivilDate(textAt(reference, "FchRef") ?? ""),
    reason: joined(correction, textAt(reference, "RazonRef")),
  };
}

const EXEMPTIONS: Record<string, string> = {
  1: "Exento",
  2: "No facturable",
  3: "Garantía",
  4: "No es venta",
  5: "Por rebajar",
  6: "No facturable negativo",
};

function lineOf(detail: DteElement): PrintedLine {
  const number = (name: string) => parseDecimal(textAt(detail, name) ?? "");
  return {
    name: textAt(detail, "NmbItem") ?? "",
    description: textAt(detail, "DscItem"),
    quantity: number("QtyItem"),
    unit: textAt(detail, "UnmdItem"),
    unitPrice: number("PrcItem"),
    exemption: EXEMPTIONS[textAt(detail, "IndExe") ?? ""] ?? null,
    discount: number("DescuentoMonto"),
    surcharge: number("RecargoMonto"),
    amount: number("MontoItem"),
  };
}

function adjustmentOf(adjustment: DteElement): PrintedDte["adjustments"][number] {
  const value = textAt(adjustment, "ValorDR") ?? "";
  return {
    what: textAt(adjustment, "TpoMov") === "R" ? "Recargo" : "Descuento",
    reason: textAt(adjustment, "GlosaDR"),
    value: textAt(adjustment, "TpoValor") === "%" ? `${value.replace(".", ",")} %` : value,
  };
}

/** The sums that a document may have, in the order in which it adds them up. */
function totalsOf(root: DteElement, { tipo }: Dte): PrintedDte["totals"] {
  const text = (name: string) => textAt(root, `Encabezado/Totales/${name}`);
  const rate = text("TasaIVA")?.replace(/\.0*$/, "");
  const labels: [name: string, label: string][] = [
    ["MntNeto", "Monto neto"],
    ["MntExe", "Monto exento"],
    ["IVA", rate ? `IVA ${rate.replace(".", ",")} %` : "IVA"],
    ["MntTotal", tipo === 61 ? "Total de la nota" : "Total"],
    ["MontoNF", "Monto no facturable"],
    ["MontoPeriodo", "Monto del período"],
    ["TotalPeriodo", "Total del período"],
    ["SaldoAnterior", "Saldo anterior"],
    ["VlrPagar", "Valor a pagar"],
  ];
  const withheld = elementsAt(root, "Encabezado/Totales/ImptoReten").map((tax) => ({
    label: `Impuesto ${textAt(tax, "TipoImp") ?? ""}`,
    amount: parseDecimal(textAt(tax, "MontoImp") ?? ""),
    weight: "plain" as const,
  }));
  const sums = labels.map(([name, label]) => ({
    label,
    amount: parseDecimal(text(name) ?? ""),
    weight: name === "MntTotal" ? ("total" as const) : ("plain" as const),
  }));
  const total = sums.findIndex(({ weight }) => weight === "total");
  return [...sums.slice(0, total), ...withheld, ...sums.slice(total)].flatMap(({ amount, ...sum }) =>
    amount === null ? [] : [{ ...sum, amount }],
  );
}
