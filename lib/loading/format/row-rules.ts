import type { Jurisdiction } from "../../jurisdiction/jurisdiction.ts";
import { day } from "../../kernel/civil-date.ts";
import { Decimal, inHundredths, type DecimalText } from "../../kernel/decimal.ts";
import type { Problem } from "../model.ts";

/** A row whose every cell is right: what staging takes, by column name; null where the cell is empty. */
export type Row = Readonly<Record<string, string | null>>;

/** What can be seen wrong in a row by itself. */
export type RowRule = (row: Row, jurisdiction: Jurisdiction) => (Problem & { column: string }) | null;

/** The last day of a span does not come before its first. */
export const daysInOrder =
  (first: string, last: string): RowRule =>
  (row) => {
    const [from, to] = [row[first], row[last]];
    if (!from || !to || to >= from) return null;
    return {
      column: last,
      reason: `La fecha de «${last}» es anterior a la de «${first}» (${from}).`,
      remedy: "Corrija una de las dos fechas.",
    };
  };

/** A reading that nobody took has no value (S/I is never 0); every other has one. */
export const readingHasValue: RowRule = (row) => {
  if (row["tipo"] !== "sin_lectura")
    return row["lectura_kwh"]
      ? null
      : {
          column: "lectura_kwh",
          reason: `Falta el valor de una lectura de tipo «${row["tipo"]}».`,
          remedy: "Escriba la lectura del medidor, o use el tipo «sin_lectura».",
        };
  const column = ["lectura_kwh", "fecha"].find((name) => row[name]);
  if (!column) return null;
  return {
    column,
    reason: "Una fila «sin_lectura» trae un dato de lectura.",
    remedy: "Deje vacías la fecha y la lectura, o use el tipo «real» o «estimada».",
  };
};

/** A year is reviewed whole: its row stands on its last day. */
export const reviewedOnLastDay: RowRule = (row) => {
  if (row["clase"] !== "revisado" || row["fecha"]?.endsWith("-12-31")) return null;
  return {
    column: "fecha",
    reason: "Una fila «revisado» no está en el 31 de diciembre.",
    remedy: "Escriba el 31 de diciembre del año cuyos feriados están todos.",
  };
};

/** An amount in hundredths of the currency's unit. */
const amount = (row: Row, column: string) => inHundredths(row[column] ?? "0");

/** total = afecto + exento + iva */
const totalAddsUp: RowRule = (row) => {
  const sum = amount(row, "afecto") + amount(row, "exento") + amount(row, "iva");
  if (sum === amount(row, "total")) return null;
  return {
    column: "total",
    reason: `El total no es afecto + exento + iva, que suman ${new Decimal(sum.toString()).div(100).toFixed()}.`,
    remedy: "Revise los montos: el total es el del documento del periodo, sin saldo anterior.",
  };
};

/** iva is what the country's law makes of afecto on the day of issue. */
const taxIsLawful: RowRule = (row, { tax }) => {
  const issuedOn = day(row["emision"] ?? "");
  const lawful = tax.of((row["afecto"] ?? "0") as DecimalText, issuedOn);
  if (lawful === null)
    return {
      column: "emision",
      reason: `No se conoce la tasa de ${tax.name} del ${issuedOn}.`,
      remedy: "Revise la fecha de emisión.",
    };
  if (amount(row, "iva") === inHundredths(lawful)) return null;
  return {
    column: "iva",
    reason: `El ${tax.name} de ${row["afecto"]} es ${lawful}.`,
    remedy: "Revise afecto e iva: la tasa se aplica al total afecto y el resultado se redondea.",
  };
};

/** A tax document has its type and its folio, or the bill has neither. */
const dteIsWhole: RowRule = (row) => {
  if (Boolean(row["tipo_dte"]) === Boolean(row["folio"])) return null;
  return {
    column: row["tipo_dte"] ? "folio" : "tipo_dte",
    reason: "El documento tributario trae sólo uno de tipo_dte y folio.",
    remedy: "Complete los dos o deje vacíos los dos.",
  };
};

const firstOf =
  (...rules: RowRule[]): RowRule =>
  (row, jurisdiction) => {
    for (const rule of rules) {
      const problem = rule(row, jurisdiction);
      if (problem) return problem;
    }
    return null;
  };

const replacesAnother: RowRule = (row) => {
  if (!row["reemplaza"] || row["reemplaza"] !== row["documento"]) return null;
  return {
    column: "reemplaza",
    reason: "La boleta se reemplaza a sí misma.",
    remedy: "Escriba el documento de la boleta anterior, o deje la celda vacía.",
  };
};

export const billIsRight = firstOf(
  daysInOrder("desde", "hasta"),
  totalAddsUp,
  taxIsLawful,
  dteIsWhole,
  replacesAnother,
);
