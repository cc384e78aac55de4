import type { Jurisdiction } from "../../jurisdiction/jurisdiction.ts";
import { parseCivilDate } from "../../kernel/civil-date.ts";
import { parsePeriod } from "../../kernel/period.ts";
import type { Problem } from "../model.ts";
import { shown } from "../package/shown.ts";

/** What a cell may hold. One object serves the check, the staging table, the published Table Schema and the docs. */
export interface ColumnType {
  /** As the format's page names it. */
  label: string;
  /** PostgreSQL type in staging. */
  sql: string;
  /** Frictionless Table Schema: type and constraints. */
  field: { type: string; constraints?: Record<string, unknown> };
  /**
   * Source of a regular expression without groups that count. A whole cell that it matches is right as it stands: `parse`
   * would give it back unchanged, whatever the country. Most cells of most files are plain, and then need no `parse`.
   */
  plain?: string;
  /** The same for a cell between quotes, where it takes more there: commas. */
  quoted?: string;
  /** A cell without outer blanks, never empty, as staging takes it; or what is wrong with it. */
  parse(text: string, jurisdiction: Jurisdiction): string | Problem;
}

const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** Printable ASCII and the letters and signs of Latin-1, without blanks and without what CSV, COPY or JSON escape: " , \\ */
const LATIN = String.raw`!#-+\-.-[\]-~\xa1-\xac\xae-\xff`;

export const text = (maxLength: number): ColumnType => ({
  label: `texto de hasta ${maxLength} caracteres`,
  sql: "text",
  field: { type: "string", constraints: { maxLength } },
  plain: `[${LATIN}](?:[ ${LATIN}]{0,${maxLength - 2}}[${LATIN}])?`,
  quoted: `[,${LATIN}](?:[ ,${LATIN}]{0,${maxLength - 2}}[,${LATIN}])?`,
  parse(cell) {
    if (CONTROL.test(cell))
      return {
        reason: "El texto trae un salto de línea, una tabulación u otro carácter invisible.",
        remedy: "Deje el texto en una sola línea.",
      };
    const composed = cell.normalize("NFC");
    return composed.length <= maxLength
      ? composed
      : { reason: `El texto pasa de ${maxLength} caracteres.`, remedy: "Acórtelo." };
  },
});

const patterned = (label: string, pattern: RegExp, remedy: string): ColumnType => ({
  label,
  sql: "text",
  field: { type: "string", constraints: { pattern: pattern.source } },
  plain: pattern.source.slice(1, -1).replaceAll(/\((?!\?)/g, "(?:"),
  parse: (cell) =>
    pattern.test(cell)
      ? cell
      : { reason: `«${shown(cell)}» no sirve como ${label.replaceAll("`", "")}.`, remedy },
});

/** Identifiers of the billing system: they become part of addresses, so nothing that an address must escape. */
export const code = patterned(
  "código",
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/,
  "Use hasta 32 letras sin tilde, dígitos, puntos o guiones, sin espacios, comenzando por letra o dígito.",
);
/** Identifiers of the network's assets, as lib/loading/network reads them. */
export const assetCode = patterned(
  "identificador de la red",
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  "Use hasta 64 letras sin tilde, dígitos, puntos o guiones, sin espacios, comenzando por letra o dígito.",
);
/** A file that comes with the package. */
export const documentPath = patterned(
  "archivo de la carpeta `documentos`",
  /^documentos\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}(\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}){0,3}$/,
  "Escriba la ruta dentro del paquete, como documentos/contrato-11261.pdf, sin tildes ni espacios.",
);
export const email = patterned(
  "correo",
  /^[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/,
  "Escriba un solo correo, como nombre@empresa.example, o deje la celda vacía.",
);
export const phone = patterned(
  "teléfono",
  /^\+?[0-9][0-9 ()-]{5,19}$/,
  "Escriba un solo número, como +56 9 1234 5678, o deje la celda vacía.",
);

/** "CO", or with the subdivision "BO-P". */
export const calendar = patterned(
  "calendario",
  /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
  "Escriba el país con dos letras mayúsculas, y su subdivisión si la hay: CO, BO-P.",
);
export const webAddress = patterned(
  "dirección web",
  /^https?:\/\/[A-Za-z0-9][!#-+\--~]{2,290}$/,
  "Escriba la dirección entera, como https://www.ejemplo.example/ley, sin espacios, o deje la celda vacía.",
);

export const identity: ColumnType = {
  label: "documento de identidad",
  sql: "text",
  field: { type: "string" },
  parse(cell, { parseDocument, documentName, documentExample }) {
    const document = parseDocument(cell);
    if (document) return document;
    return {
      reason: `«${shown(cell)}» no es un ${documentName} válido.`,
      remedy: `Revise el número y, si lo lleva, su dígito verificador; por ejemplo ${documentExample}.`,
    };
  },
};

export const date: ColumnType = {
  label: "fecha",
  sql: "date",
  field: { type: "date" },
  // The 29th of February is for `parse`.
  plain:
    "(?:19|20)\\d\\d-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))",
  parse: (cell) =>
    (/^(19|20)/.test(cell) && parseCivilDate(cell)) || {
      reason: `«${shown(cell)}» no es una fecha que exista, escrita AAAA-MM-DD.`,
      remedy: "Escríbala con año, mes y día, como 2020-01-31.",
    },
};

export const period: ColumnType = {
  label: "periodo",
  sql: "char(7)",
  field: { type: "yearmonth" },
  plain: "(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])",
  parse: (cell) =>
    parsePeriod(cell) ?? {
      reason: `«${shown(cell)}» no es un periodo escrito AAAA-MM.`,
      remedy: "Escriba el año y el mes facturado, como 2020-01.",
    },
};

export const integer = (minimum: number, maximum: number): ColumnType => ({
  label: `entero de ${minimum} a ${maximum}`,
  sql: "bigint",
  field: { type: "integer", constraints: { minimum, maximum } },
  ...(minimum === 1 && /^9+$/.test(String(maximum))
    ? { plain: `[1-9]\\d{0,${String(maximum).length - 1}}` }
    : {}),
  parse: (cell) =>
    /^\d{1,15}$/.test(cell) && Number(cell) >= minimum && Number(cell) <= maximum
      ? cell
      : {
          reason: `«${shown(cell)}» no es un número entero de ${minimum} a ${maximum}.`,
          remedy: "Escriba sólo dígitos, sin separador de miles.",
        },
});

/** A decimal number with a point; `whole` and `fraction` digits at most. */
const decimal = (whole: number, fraction: number, signed: boolean): ColumnType => {
  const plain = `${signed ? "-?" : ""}\\d{1,${whole}}(?:\\.\\d{1,${fraction}})?`;
  const shape = new RegExp(`^${plain}$`);
  return {
    label: `número${signed ? "" : ", cero o más,"} de hasta ${fraction} decimales`,
    // As exact as it was written, so that a rejected value is shown as it stands in the file.
    sql: "numeric",
    field: { type: "number", constraints: signed ? {} : { minimum: 0 } },
    plain,
    parse(cell) {
      if (shape.test(cell)) return cell;
      const remedy = `Escriba punto decimal y hasta ${fraction} decimales, sin separador de miles, como 1234.5.`;
      if (cell.includes(",")) return { reason: `«${shown(cell)}» lleva coma.`, remedy };
      if (!signed && shape.test(cell.replace(/^-/, "")))
        return {
          reason: `«${shown(cell)}» es negativo.`,
          remedy: "Aquí sólo caben cero y números positivos.",
        };
      if (/^-?\d{1,3}(\.\d{3})+$/.test(cell))
        return { reason: `«${shown(cell)}» lleva punto de miles.`, remedy };
      return { reason: `«${shown(cell)}» no es un número de hasta ${fraction} decimales.`, remedy };
    },
  };
};
export const amount = decimal(14, 2, true);
export const energy = decimal(13, 3, false);
export const power = decimal(9, 3, false);
export const factor = decimal(12, 6, true);

export const choice = (...values: string[]): ColumnType => ({
  label: values.map((value) => `\`${value}\``).join(", "),
  sql: "text",
  field: { type: "string", constraints: { enum: values } },
  plain: values.join("|"),
  parse: (cell) =>
    values.includes(cell)
      ? cell
      : {
          reason: `«${shown(cell)}» no es uno de los valores posibles.`,
          remedy: `Escriba ${values.slice(0, -1).join(", ")} o ${values.at(-1)}.`,
        },
});
