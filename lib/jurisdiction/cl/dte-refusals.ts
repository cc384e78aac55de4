import { decimalText } from "../../kernel/decimal.ts";
import { formatMoney } from "../../kernel/format.ts";
import type { DteRefusal } from "./dte.ts";

/** What there is to say of a refusal: where, and the values that the sentence compares. */
interface Facts {
  line: number;
  element?: string;
  value?: string;
  expected?: string;
}
type Words = (facts: {
  element: string;
  value: string;
  expected: string;
}) => [reason: string, remedy: string];

const ASK_AGAIN = "Pida otra vez el XML original al sistema que emite los documentos y no lo edite.";
const NOT_ITS_TIMBRE = "El timbre no corresponde al documento:";

/** What the administrator reads for each refusal: what is so, and what to do. */
const WORDS = {
  "dte/too-large": () => [
    "El archivo pasa de 16 MiB.",
    "Divídalo en envíos más pequeños, o en un archivo por documento.",
  ],
  "dte/encoding": ({ value }) => [
    `Los caracteres del archivo no están en la codificación que declara (${value}).`,
    "Use ISO-8859-1, windows-1252 o UTF-8, declarada en la primera línea, y no abra ni guarde el archivo con un editor.",
  ],
  "dte/doctype": () => [
    "El archivo trae una declaración DOCTYPE, que un documento tributario no usa.",
    ASK_AGAIN,
  ],
  "dte/malformed": () => [
    "El archivo no es un XML bien formado: está cortado o dañado en esta línea.",
    ASK_AGAIN,
  ],
  "dte/too-deep": () => ["El archivo anida más de 100 elementos, más que ningún documento.", ASK_AGAIN],
  "dte/not-a-dte": ({ value }) => [
    `El archivo empieza con «${value}» y no con DTE, EnvioDTE o EnvioBOLETA.`,
    "Deje en la carpeta dte sólo documentos tributarios electrónicos.",
  ],
  "dte/no-documents": () => ["El envío no trae ningún documento.", ASK_AGAIN],
  "dte/too-many-documents": () => [
    "El envío trae más de 2.000 documentos, el máximo del SII.",
    "Divídalo en envíos más pequeños, o en un archivo por documento.",
  ],
  "dte/missing-element": ({ element }) => [`Al documento le falta ${element}.`, ASK_AGAIN],
  "dte/repeated-element": ({ element }) => [`El documento trae ${element} más de una vez.`, ASK_AGAIN],
  "dte/invalid-value": ({ element }) => [`El valor de ${element} no es válido.`, ASK_AGAIN],
  "dte/unknown-type": ({ value }) => [
    `El portal no publica documentos de tipo ${value}.`,
    "Cargue sólo los tipos 33, 34, 39, 41, 56 y 61.",
  ],
  "dte/issuer": ({ value, expected }) => [
    `El emisor del documento es ${value} y la empresa es ${expected}.`,
    "Deje en la carpeta dte sólo documentos que emitió la empresa, o corrija su RUT en el perfil.",
  ],
  "timbre/missing": () => ["El documento no trae timbre electrónico (TED).", ASK_AGAIN],
  "timbre/incomplete": ({ element }) => [`Al timbre electrónico le falta ${element}.`, ASK_AGAIN],
  "timbre/caf-issuer": ({ value, expected }) => [
    `El CAF del timbre es del emisor ${value} y el timbre es de ${expected}.`,
    ASK_AGAIN,
  ],
  "timbre/caf-type": ({ value, expected }) => [
    `El CAF del timbre autoriza documentos de tipo ${value} y el timbre es de tipo ${expected}.`,
    ASK_AGAIN,
  ],
  "timbre/caf-range": ({ value, expected }) => [
    `El folio ${value} no está en el rango que autoriza el CAF del timbre (${expected}).`,
    ASK_AGAIN,
  ],
  "timbre/signature": () => [
    "La firma del timbre no corresponde a sus datos: se cambió alguno, o el CAF es otro.",
    ASK_AGAIN,
  ],
  "timbre/issuer": ({ value, expected }) => [
    `${NOT_ITS_TIMBRE} el emisor es ${value} en el timbre y ${expected} en el documento.`,
    ASK_AGAIN,
  ],
  "timbre/type": ({ value, expected }) => [
    `${NOT_ITS_TIMBRE} el tipo es ${value} en el timbre y ${expected} en el documento.`,
    ASK_AGAIN,
  ],
  "timbre/folio": ({ value, expected }) => [
    `${NOT_ITS_TIMBRE} el folio es ${value} en el timbre y ${expected} en el documento.`,
    ASK_AGAIN,
  ],
  "timbre/date": ({ value, expected }) => [
    `${NOT_ITS_TIMBRE} la fecha de emisión es ${value} en el timbre y ${expected} en el documento.`,
    ASK_AGAIN,
  ],
  "timbre/receiver": ({ value, expected }) => [
    `${NOT_ITS_TIMBRE} el RUT del receptor es ${value} en el timbre y ${expected} en el documento.`,
    ASK_AGAIN,
  ],
  "timbre/receiver-name": () => [
    `${NOT_ITS_TIMBRE} el nombre del receptor no es el mismo en los dos.`,
    ASK_AGAIN,
  ],
  "timbre/amount": ({ value, expected }) => [
    `${NOT_ITS_TIMBRE} el timbre dice ${value} y el documento ${expected}.`,
    ASK_AGAIN,
  ],
  "timbre/first-item": () => [`${NOT_ITS_TIMBRE} el primer ítem no es el mismo en los dos.`, ASK_AGAIN],
  "amounts/total": ({ value, expected }) => [
    `El total del documento es ${value}, y neto, exento e IVA suman ${expected}.`,
    "Revise el documento en el sistema que lo emite.",
  ],
  "amounts/lines": ({ value, expected }) => [
    `Las líneas del detalle suman ${value}, y los totales del documento dicen ${expected}.`,
    "Revise el documento en el sistema que lo emite.",
  ],
  "amounts/payable": ({ value, expected }) => [
    `El valor a pagar es ${value}, y el total, lo no facturable y el saldo anterior suman ${expected}.`,
    "Revise el documento en el sistema que lo emite.",
  ],
} satisfies Record<string, Words>;

export type DteRefusalCode = keyof typeof WORDS;

export function dteRefusal(code: DteRefusalCode, { line, element, value, expected }: Facts): DteRefusal {
  const words: Words = WORDS[code];
  const [reason, remedy] = words({ element: element ?? "", value: value ?? "", expected: expected ?? "" });
  return { code, line, element: element ?? null, value: value ?? null, reason, remedy };
}

/** "$ 10.642": an amount as the sentences tell it. */
export const pesos = (amount: number) =>
  formatMoney(decimalText(amount), { locale: "es-CL", currency: "CLP" });

/** Stops the reading wherever it is; never leaves the reader, which hands its refusal back as a value. */
export class DteStop extends Error {
  readonly refusal: DteRefusal;
  constructor(code: DteRefusalCode, facts: Facts) {
    super(code);
    this.refusal = dteRefusal(code, facts);
  }
}
