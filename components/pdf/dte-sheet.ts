import type { PrintedDte, PrintedLine } from "@/lib/jurisdiction/cl/dte-print";
import type { CivilDate } from "@/lib/kernel/civil-date";
import { formatAmount, formatDate, formatNumber, type NumberStyle } from "@/lib/kernel/format";

/** The printed representation of a tax document as plain data, worded and formatted; `DteDocument` draws it. */
export interface DteSheet {
  kind: "dte";
  title: string;
  box: { rut: string; title: string; folio: string; office: string };
  issuer: { name: string; details: string[] };
  facts: { term: string; value: string }[];
  references: string[];
  lines: { name: string; notes: string[]; calculation: string; amount: string }[];
  /** Whether the lines carry their tax; null where nothing is taxed. */
  linesNote: string | null;
  sums: { label: string; value: string; weight: "plain" | "total" }[];
  /** Bytes of the timbre, base64; null where the document has none. */
  timbre: string | null;
  legend: string[];
  /** Said across the head of a document that is none of trade. */
  warning: string | null;
}

/** What a document does not say of itself, and who prints it has to know. */
export interface DteIssuing {
  /** "S.I.I. – Osorno"; null where nobody configured it. */
  office: string | null;
  /** Where boletas can be looked up; null for the SII's own. */
  boletaSite: string | null;
  resolution: { number: number; date: CivilDate } | null;
  /** Stamped in the SII's certification environment. */
  certification: boolean;
}

/** How the document is printed, as the SII's Manual de muestras impresas v4.0 has it. */
export function dteSheet(dte: PrintedDte, issuing: DteIssuing, numbers: NumberStyle): DteSheet {
  return {
    kind: "dte",
    title: `${dte.title} N° ${dte.folio}`,
    box: {
      rut: `R.U.T.: ${dte.issuerRut}`,
      title: dte.title,
      folio: `N° ${dte.folio}`,
      office: issuing.office === null ? "S.I.I." : `S.I.I. – ${issuing.office.toUpperCase()}`,
    },
    issuer: {
      name: dte.issuer.name,
      details: [...(dte.issuer.giro ? [`Giro: ${dte.issuer.giro}`] : []), ...dte.issuer.places],
    },
    facts: factsOf(dte),
    references: dte.references.map(({ what, folio, date, reason }) =>
      [`${what}${folio ? ` N° ${folio}` : ""}${date ? ` del ${formatDate(date)}` : ""}`, reason]
        .filter(Boolean)
        .join(": "),
    ),
    lines: dte.lines.map((line) => lineOf(line, numbers)),
    linesNote: linesNoteOf(dte),
    sums: [
      ...dte.adjustments.map(({ what, reason, value }) => ({
        label: [what, reason].filter(Boolean).join(": "),
        value,
        weight: "plain" as const,
      })),
      ...dte.totals.map(({ label, amount, weight }) => ({
        label,
        value: `$ ${formatAmount(amount, numbers)}`,
        weight,
      })),
    ],
    timbre: dte.timbre?.toString("base64") ?? null,
    legend: legendOf(dte, issuing),
    warning: issuing.certification
      ? "Documento del ambiente de certificación del SII: sin valor tributario."
      : null,
  };
}

function linesNoteOf({ tipo, linesAreGross }: PrintedDte): string | null {
  if (tipo === 34 || tipo === 41) return null;
  return linesAreGross ? "Los montos incluyen IVA." : "Los montos van sin IVA.";
}

function factsOf({ receiver, ...dte }: PrintedDte): DteSheet["facts"] {
  const period =
    dte.periodFrom && dte.periodTo ? `${formatDate(dte.periodFrom)} a ${formatDate(dte.periodTo)}` : null;
  const facts: [term: string, value: string | null][] = [
    ["Fecha de emisión", formatDate(dte.issuedOn)],
    ["Vencimiento", dte.dueOn && formatDate(dte.dueOn)],
    ["Período", period],
    ["Señor(es)", receiver.name],
    ["R.U.T.", receiver.rut],
    ["Giro", receiver.giro],
    ["Dirección", receiver.place],
    ["N° de cliente", receiver.customerNumber],
  ];
  return facts.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]));
}

function lineOf(line: PrintedLine, numbers: NumberStyle): DteSheet["lines"][number] {
  const { quantity, unit, unitPrice, discount, surcharge, exemption, description } = line;
  const counted = quantity && [formatNumber(quantity, numbers), unit].filter(Boolean).join(" ");
  const priced = unitPrice && `$ ${formatNumber(unitPrice, numbers)}`;
  const notes = [
    description,
    exemption,
    discount && `Descuento $ ${formatAmount(discount, numbers)}`,
    surcharge && `Recargo $ ${formatAmount(surcharge, numbers)}`,
  ];
  return {
    name: line.name,
    notes: notes.filter((note) => note !== null),
    calculation: [counted, priced].filter(Boolean).join(" × "),
    amount: formatAmount(line.amount, numbers),
  };
}

/** Under the timbre. A boleta is looked up where its issuer says; nothing is said of a resolution that nobody gave. */
function legendOf({ tipo }: PrintedDte, { resolution, boletaSite }: DteIssuing): string[] {
  const site = (tipo === 39 || tipo === 41) && boletaSite !== null ? boletaSite : "www.sii.cl";
  const authority =
    resolution === null
      ? "Resolución no informada"
      : `Res. ${resolution.number} de ${resolution.date.slice(0, 4)}`;
  return ["Timbre Electrónico SII", `${authority} – Verifique documento: ${site}`];
}
