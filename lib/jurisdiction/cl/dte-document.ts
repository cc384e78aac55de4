import { parseCivilDate } from "../../kernel/civil-date.ts";
import type { Field, Part } from "./dte-elements.ts";
import type { Contents, PartsOfDte } from "./dte-parts.ts";
import { DteStop } from "./dte-refusals.ts";
import { DTE_TITLES, isBoleta, namesNobody, type Dte, type DteLine, type Ted, type TipoDte } from "./dte.ts";
import { parseRut } from "./rut.ts";

/** The document that its parts make. @throws DteStop when they make none. */
export function dteOf(parts: PartsOfDte): Dte {
  const { contents, line } = parts;
  if (parts.repeated) throw new DteStop("dte/repeated-element", { line, element: nameOf(parts.repeated) });
  const from = new Reading(contents, line);
  const tipo = tipoOf(from, line);
  return {
    ...parts.dte,
    tipo,
    folio: from.parsed("Encabezado/IdDoc/Folio", parseFolio),
    issuerRut: from.parsed("Encabezado/Emisor/RUTEmisor", parseRut),
    issuedOn: from.parsed("Encabezado/IdDoc/FchEmis", parseCivilDate),
    dueOn: from.parsedIfAny("Encabezado/IdDoc/FchVenc", parseCivilDate),
    periodFrom: from.parsedIfAny("Encabezado/IdDoc/PeriodoDesde", parseCivilDate),
    periodTo: from.parsedIfAny("Encabezado/IdDoc/PeriodoHasta", parseCivilDate),
    receiverRut: from.parsed("Encabezado/Receptor/RUTRecep", parseReceiver),
    receiverName: from.text("Encabezado/Receptor/RznSocRecep"),
    customerNumber: from.text("Encabezado/Receptor/CdgIntRecep"),
    net: from.parsedIfAny("Encabezado/Totales/MntNeto", parsePesos),
    exempt: from.parsedIfAny("Encabezado/Totales/MntExe", parsePesos),
    tax: from.parsedIfAny("Encabezado/Totales/IVA", parsePesos),
    total: from.parsed("Encabezado/Totales/MntTotal", parsePesos),
    notBilled: from.parsedIfAny("Encabezado/Totales/MontoNF", parsePesos),
    previousBalance: from.parsedIfAny("Encabezado/Totales/SaldoAnterior", parsePesos),
    payable: from.parsedIfAny("Encabezado/Totales/VlrPagar", parsePesos),
    lines: parts.lines.map((detail) => lineOf(new Reading(detail, line))),
    linesAreGross: isBoleta(tipo)
      ? contents.get("Encabezado/IdDoc/IndMntNeto") !== "2"
      : contents.get("Encabezado/IdDoc/MntBruto") === "1",
    hasAdjustments: parts.hasAdjustments,
    ted: parts.hasTed ? tedOf(parts) : null,
    xml: { documento: parts.documento, signature: parts.signature },
    line,
  };
}

/** Takes facts out of what was read; stops at the first that is missing or wrong. */
class Reading {
  readonly #contents: Contents;
  readonly #line: number;

  constructor(contents: Contents, line: number) {
    this.#contents = contents;
    this.#line = line;
  }

  /** An element that is there but empty says nothing. */
  text(field: Field): string | null {
    return this.#contents.get(field) || null;
  }

  parsedIfAny<T>(field: Field, parse: (text: string) => T | null): T | null {
    return this.text(field) === null ? null : this.parsed(field, parse);
  }

  parsed<T>(field: Field, parse: (text: string) => T | null): T {
    const facts = { line: this.#line, element: nameOf(field) };
    const text = this.text(field);
    if (text === null) throw new DteStop("dte/missing-element", facts);
    const value = parse(text);
    if (value === null) throw new DteStop("dte/invalid-value", { ...facts, value: text });
    return value;
  }
}

function tipoOf(from: Reading, line: number): TipoDte {
  const text = from.parsed("Encabezado/IdDoc/TipoDTE", (tipo) => tipo);
  if (text in DTE_TITLES) return Number(text) as TipoDte;
  throw new DteStop("dte/unknown-type", { line, element: "TipoDTE", value: text });
}

function lineOf(from: Reading): DteLine {
  return {
    name: from.parsed("Detalle/NmbItem", (name) => name),
    exemption: from.text("Detalle/IndExe"),
    amount: from.parsed("Detalle/MontoItem", parsePesos),
  };
}

function tedOf({ contents, ted, signed }: PartsOfDte): Ted {
  const text = (field: Field) => contents.get(field) ?? "";
  return {
    ...ted,
    issuerRut: text("TED/DD/RE"),
    tipo: text("TED/DD/TD"),
    folio: text("TED/DD/F"),
    issuedOn: text("TED/DD/FE"),
    receiverRut: text("TED/DD/RR"),
    receiverName: text("TED/DD/RSR"),
    amount: text("TED/DD/MNT"),
    firstItem: text("TED/DD/IT1"),
    caf: {
      issuerRut: text("TED/DD/CAF/DA/RE"),
      tipo: text("TED/DD/CAF/DA/TD"),
      firstFolio: text("TED/DD/CAF/DA/RNG/D"),
      lastFolio: text("TED/DD/CAF/DA/RNG/H"),
      modulus: text("TED/DD/CAF/DA/RSAPK/M"),
      exponent: text("TED/DD/CAF/DA/RSAPK/E"),
      keyId: text("TED/DD/CAF/DA/IDK"),
    },
    signed,
    signature: text("TED/FRMT"),
  };
}

const nameOf = (field: Field | Part) => field.slice(field.lastIndexOf("/") + 1);
const parsePesos = (text: string) => (/^-?\d{1,15}$/.test(text) ? Number(text) : null);
const parseFolio = (text: string) => (/^\d{1,10}$/.test(text) && Number(text) > 0 ? Number(text) : null);
const parseReceiver = (text: string) => parseRut(text) ?? (namesNobody(text) ? text : null);
