import { formatDate, formatNumber, formatPeriodLabel, UNKNOWN } from "@/lib/kernel/format";
import type { MeterHistory, ReadingRow } from "@/lib/metering/model";
import {
  changeSentences,
  consumptionNote,
  installedSentence,
  kindWords,
  meterWords,
  readingNotes,
} from "../domain/metering-words";
import type { Sheet, SheetBlock } from "./sheet";
import { place, type SheetStyle } from "./sheets";

/** The meters of a supply and its readings, as filtered and ordered by who asks. */
export function meterSheet(
  { company, numbers }: SheetStyle,
  history: MeterHistory,
  rows: readonly ReadingRow[],
): Sheet {
  const { usagePoint, meters, billingMonths } = history;
  const meterBlock: SheetBlock = {
    kind: "facts",
    title: meters.length === 1 ? "El medidor" : "Los medidores",
    facts: meters.map((meter) => ({ term: `N° ${meter.serialNumber}`, value: meterWords(meter) })),
  };
  const table: SheetBlock = {
    kind: "table",
    title: "Lecturas, mes a mes",
    columns: [
      { header: "Mes", share: 2.7 },
      { header: "Medidor", share: 1.8 },
      { header: "Fecha de lectura", share: 4.1 },
      { header: "Tipo", share: 2.5 },
      { header: "Lectura", unit: "kWh", share: 1.5, numeric: true },
      { header: "Consumo", unit: "kWh", share: 2.4, numeric: true },
    ],
    rows: rows.map((row) => [
      formatPeriodLabel(row.period),
      row.serialNumber ?? UNKNOWN,
      row.readOn ? formatDate(row.readOn) : UNKNOWN,
      kindWords(row),
      formatNumber(row.registerKwh, numbers),
      [formatNumber(row.consumptionKwh, numbers), consumptionNote(row, billingMonths)]
        .filter(Boolean)
        .join("\n"),
    ]),
  };
  return {
    company,
    title: "Medidor y lecturas",
    lead: [place(usagePoint), installedSentence(history), ...changeSentences(meters)],
    blocks: [
      ...(meters.length > 0 ? [meterBlock] : []),
      ...(rows.length > 0 ? [table] : []),
      {
        kind: "note",
        text:
          history.rows.length > 0
            ? readingNotes(rows).join(" ")
            : "La empresa no ha cargado lecturas de este suministro.",
      },
    ],
  };
}
