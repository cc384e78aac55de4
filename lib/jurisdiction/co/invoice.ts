/**
 * What an invoice has to say, letter by letter.
 *
 * Source: contract of uniform conditions, clause 14. The clause has no letter o.
 *
 * @law co/ley-142 art. 148 (an invoice says enough for whoever pays it to check it)
 */
export const CLAUSE_14 = {
  a: "Empresa",
  b: "Suscriptor e inmueble",
  c: "Estrato o clase de uso",
  d: "Período y consumo",
  e: "Lectura anterior",
  f: "Lectura actual",
  g: "Causa de la falta de lectura",
  h: "Pago oportuno, suspensión y valor total",
  i: "Consumo de los últimos períodos",
  j: "Cargos",
  k: "Deudas atrasadas",
  l: "Intereses de mora y su tasa",
  m: "Subsidios y su base",
  n: "Contribución de solidaridad y su porcentaje",
  p: "Reconexión o reinstalación",
  q: "Otros cargos",
  r: "Indicadores de calidad",
  s: "Costo unitario de prestación",
} as const;
export type Letter = keyof typeof CLAUSE_14;

/** Lines that a letter asks for apart, by the words with which companies print them. */
const NAMED: [Letter, RegExp][] = [
  ["l", /\b(intereses?|mora)\b/],
  ["m", /\bsubsidio/],
  ["n", /\bcontribucion/],
  ["p", /\b(reconexion|reinstalacion)/],
];

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The letter of the clause under which a line stands, besides among the charges (j); null for the other charges. */
export const letterOf = (description: string): Letter | null =>
  NAMED.find(([, words]) => words.test(folded(description)))?.[0] ?? null;

/** Periods whose consumption the invoice repeats (letter i): six that are monthly, three that are longer. */
export const PERIODS_REPEATED = { monthly: 6, longer: 3 } as const;
