/** Where in a file the facts stand that the portal reads, by path under its `Documento`. */
const FIELDS = [
  "Encabezado/IdDoc/TipoDTE",
  "Encabezado/IdDoc/Folio",
  "Encabezado/IdDoc/FchEmis",
  "Encabezado/IdDoc/FchVenc",
  "Encabezado/IdDoc/PeriodoDesde",
  "Encabezado/IdDoc/PeriodoHasta",
  "Encabezado/IdDoc/IndMntNeto",
  "Encabezado/IdDoc/MntBruto",
  "Encabezado/Emisor/RUTEmisor",
  "Encabezado/Receptor/RUTRecep",
  "Encabezado/Receptor/CdgIntRecep",
  "Encabezado/Receptor/RznSocRecep",
  "Encabezado/Totales/MntNeto",
  "Encabezado/Totales/MntExe",
  "Encabezado/Totales/IVA",
  "Encabezado/Totales/MntTotal",
  "Encabezado/Totales/MontoNF",
  "Encabezado/Totales/SaldoAnterior",
  "Encabezado/Totales/VlrPagar",
  "Detalle/NmbItem",
  "Detalle/IndExe",
  "Detalle/MontoItem",
  "TED/DD/RE",
  "TED/DD/TD",
  "TED/DD/F",
  "TED/DD/FE",
  "TED/DD/RR",
  "TED/DD/RSR",
  "TED/DD/MNT",
  "TED/DD/IT1",
  "TED/DD/CAF/DA/RE",
  "TED/DD/CAF/DA/TD",
  "TED/DD/CAF/DA/RNG/D",
  "TED/DD/CAF/DA/RNG/H",
  "TED/DD/CAF/DA/RSAPK/M",
  "TED/DD/CAF/DA/RSAPK/E",
  "TED/DD/CAF/DA/IDK",
  "TED/FRMT",
] as const;
export type Field = (typeof FIELDS)[number];

/** Elements whose mere presence changes how the amounts add up. */
const ADJUSTMENTS = [
  "DscRcgGlobal",
  "Encabezado/Totales/IVAProp",
  "Encabezado/Totales/IVATerc",
  "Encabezado/Totales/ImptoReten",
  "Encabezado/Totales/IVANoRet",
  "Encabezado/Totales/CredEC",
  "Encabezado/Totales/GrntDep",
  "Encabezado/Totales/Comisiones",
];

/** Elements of which the reader marks where they begin and end. */
const PARTS = ["Detalle", "TED", "TED/DD"] as const;
export type Part = (typeof PARTS)[number] | "DTE" | "Documento" | "Signature";

/** What the envelope says for all its documents. */
const RESOLUTION = ["FchResol", "NroResol"] as const;
export type EnvelopeField = (typeof RESOLUTION)[number];

/** An element that the reader knows by its place; names are told without their namespace. */
export interface Element {
  children: Map<string, Element>;
  field?: Field;
  part?: Part;
  envelopeField?: EnvelopeField;
  isAdjustment?: boolean;
}

const element = (): Element => ({ children: new Map() });

/** The element at `path` below `from`, made on the way where it is new. */
function at(from: Element, path: string): Element {
  return path.split("/").reduce((parent, name) => {
    const child = parent.children.get(name) ?? element();
    parent.children.set(name, child);
    return child;
  }, from);
}

function dteElement(): Element {
  const dte: Element = { ...element(), part: "DTE" };
  const documento = at(dte, "Documento");
  documento.part = "Documento";
  at(dte, "Signature").part = "Signature";
  for (const path of PARTS) at(documento, path).part = path;
  for (const path of FIELDS) at(documento, path).field = path;
  for (const path of ADJUSTMENTS) at(documento, path).isAdjustment = true;
  return dte;
}

function fileElement(): Element {
  const file = element();
  const dte = dteElement();
  file.children.set("DTE", dte);
  for (const envelope of ["EnvioDTE", "EnvioBOLETA"]) {
    at(file, `${envelope}/SetDTE`).children.set("DTE", dte);
    for (const name of RESOLUTION) at(file, `${envelope}/SetDTE/Caratula/${name}`).envelopeField = name;
  }
  return file;
}

/** The whole file, above its root element. */
export const FILE = fileElement();
