import { formatDate, formatPeriod, UNKNOWN } from "@/lib/kernel/format";
import { monthsBetween } from "@/lib/kernel/period";
import type { InstalledMeter, MeterHistory, ReadingRow, Unmeasured } from "@/lib/metering/model";
import { READING_WORDS } from "./billing-words";

/** What the pages of a meter say in sentences: the same on page, print, PDF and CSV. */

/** "leída en terreno", "estimada", "sin lectura", or that it is not known. */
export const kindWords = ({ quality }: ReadingRow) => (quality ? READING_WORDS[quality] : UNKNOWN);

const UNMEASURED_WORDS: Record<Unmeasured, string | null> = {
  notRead: null,
  notLoaded: null,
  firstReading: "primera lectura de este medidor",
  registerFell: "marca menos que antes",
};

/** What must be said of a consumption, or of why there is none; null where there is nothing to say. */
export function consumptionNote(
  { unmeasured, since, period }: ReadingRow,
  billingMonths: number,
): string | null {
  if (unmeasured) return UNMEASURED_WORDS[unmeasured];
  const isUsual = since === null || monthsBetween(since, period) <= billingMonths;
  return isUsual ? null : `desde ${formatPeriod(since)}`;
}

/** "Medidor N° 5107733, instalado el 20 de marzo de 2014." */
export function installedSentence({ installed }: MeterHistory): string {
  if (!installed) return "La empresa no ha cargado ningún medidor instalado hoy en este suministro.";
  return `Medidor N° ${installed.serialNumber}, instalado el ${formatDate(installed.installedOn)}.`;
}

/** "Instalado el … y retirado el …." */
export const meterWords = ({ installedOn, removedOn }: InstalledMeter) =>
  removedOn
    ? `Instalado el ${formatDate(installedOn)} y retirado el ${formatDate(removedOn)}.`
    : `Instalado el ${formatDate(installedOn)}.`;

/** What was changed for what, and what it does to the consumption; `meters` the newest first. */
export function changeSentences(meters: readonly InstalledMeter[]): string[] {
  return meters.flatMap((meter, at) => {
    const before = meters[at + 1];
    if (!before?.removedOn) return [];
    return [
      `El ${formatDate(before.removedOn)} se retiró el medidor N° ${before.serialNumber}, y el ${formatDate(meter.installedOn)} se instaló el N° ${meter.serialNumber}. Cada medidor lleva su propia cuenta: el consumo no se calcula entre uno y otro.`,
    ];
  });
}

/** The last value that is known, for the head of the page. */
export const lastKnown = (rows: readonly ReadingRow[]) =>
  rows.find(({ registerKwh }) => registerKwh !== null);

/** What the notes beside the figures mean: only of those that are there. */
export function readingNotes(rows: readonly ReadingRow[]): string[] {
  const has = (unmeasured: Unmeasured) => rows.some((row) => row.unmeasured === unmeasured);
  return [
    ...(rows.some(({ quality }) => quality === "estimated")
      ? ["Estimada: nadie pudo leer el medidor y se calculó. La lectura siguiente la corrige."]
      : []),
    ...(has("firstReading")
      ? ["Primera lectura: sin una anterior del mismo medidor no se sabe cuánto avanzó."]
      : []),
    ...(has("registerFell")
      ? [
          "Marca menos que antes: el medidor dio la vuelta y volvió a cero, o se corrigió una lectura. Lo que se le cobró está en los cargos de ese mes.",
        ]
      : []),
    "S/I: sin información. La empresa no ha cargado ese dato; no es un cero.",
  ];
}
