import { parseCivilDate } from "../../kernel/civil-date.ts";
import type { Field, FieldKind } from "../../network/fields.ts";
import type { WarningCode } from "../../network/warnings.ts";
import { shown } from "../package/shown.ts";

/** A value as staging takes it, null where there is none; and what was odd in it. */
export interface ReadValue {
  text: string | null;
  problem?: { code: WarningCode; detail: string };
}

/** Identifiers become part of addresses: nothing that an address must escape. */
export const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const MOST_CHARACTERS = 500;
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u202a-\u202e\u2066-\u2069]/gu;
/** What is left of letters that were read in the wrong encoding. */
const BROKEN = /\ufffd|Ã[\x80-\xbf©³­±¡º§£]|Â[\x80-\xbf]/;

const PARSERS: Record<FieldKind, (text: string) => string | null> = {
  code: (text) => (CODE.test(text) ? text : null),
  text: (text) => text,
  number: (text) => (/^-?\d{1,15}(\.\d{1,15})?(e[+-]?\d{1,2})?$/i.test(text) ? String(Number(text)) : null),
  integer: (text) => (/^-?\d{1,9}(\.0+)?$/.test(text) ? text.replace(/\..*$/, "") : null),
  decimal: (text) => (/^-?\d{1,12}(\.\d{1,12})?$/.test(text) ? text : null),
  boolean: (text) => BOOLEANS[text.toLowerCase()] ?? null,
  date: (text) => parseCivilDate(text.replace(/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/, dayMonthYear)),
  period: (text) => (/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : null),
};

const BOOLEANS: Record<string, string> = {
  true: "t",
  false: "f",
  si: "t",
  sí: "t",
  no: "f",
  "1": "t",
  "0": "f",
};

const dayMonthYear = (_: string, day: string, month: string, year: string) =>
  `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

/** Of these a zero says that nobody knows: there is no conductor that carries nothing, nor transformer of no power. */
const NEVER_ZERO = new Set(["capacidad_a", "potencia_kva", "tension_kv", "tension_primaria_kv"]);

/** What may be withheld of an asset, so that a warning, which is public, never quotes it. */
const NEVER_QUOTED = new Set([
  "energia_kwh",
  "demanda_min_kw",
  "demanda_max_kw",
  "energia_facturada_kwh",
  "energia_anual_kwh",
  "observacion",
]);

/** What a cell of a CSV or a property of a GeoJSON holds. */
export function readValue(field: Field, raw: unknown): ReadValue {
  if (raw === null || raw === undefined) return { text: null };
  if (typeof raw !== "string" && typeof raw !== "number" && typeof raw !== "boolean")
    return unreadable(field, "una lista o un objeto");
  const given = String(raw).trim();
  if (given === "") return { text: null };
  if (field.kind === "text") return readText(field, field.name === "unidad" ? surchargeUnit(given) : given);
  const text = PARSERS[field.kind](given);
  if (text === null || text === "") return unreadable(field, given);
  if (text === "0" && NEVER_ZERO.has(field.name))
    return { text: null, problem: { code: "zero", detail: `${field.name} es 0: se publica como S/I` } };
  return { text };
}

const PERCENTAGE = new Set(["porcentaje", "porcentajes", "por ciento", "porciento", "%"]);
const FRACTION = new Set(["fraccion", "fracciones", "tanto por uno", "por uno"]);
/** The unit of the VNR surcharges, in the format's own word where it is one of its two; else as it came. */
function surchargeUnit(given: string): string {
  const plain = given.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  if (PERCENTAGE.has(plain)) return "porcentaje";
  return FRACTION.has(plain) ? "fraccion" : given;
}

function readText({ name }: Field, given: string): ReadValue {
  const clean = given.replace(INVISIBLE, " ").normalize("NFC").trim();
  const text = clean.slice(0, MOST_CHARACTERS).toWellFormed();
  const problem = (detail: string) => ({ text, problem: { code: "text" as const, detail } });
  if (clean.length > MOST_CHARACTERS)
    return problem(`${name} pasa de ${MOST_CHARACTERS} caracteres: se corta`);
  if (clean !== given.normalize("NFC")) return problem(`${name} trae caracteres invisibles: se quitan`);
  if (BROKEN.test(text)) return problem(`${name} parece de otra codificación${quoted(name, text)}`);
  return { text: text === "" ? null : text };
}

const unreadable = ({ name }: Field, given: string): ReadValue => ({
  text: null,
  problem: { code: "value", detail: `${name} no se entiende${quoted(name, given)}. Se publica como S/I` },
});

const quoted = (name: string, given: string) => (NEVER_QUOTED.has(name) ? "" : `: «${shown(given)}»`);
