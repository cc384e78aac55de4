import { chile } from "../../jurisdiction/cl/chile.ts";
import { chileanHolidays } from "../../jurisdiction/cl/holidays.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { addMonths, periodOf, periodsUntil } from "../../kernel/period.ts";
import type { PackagedFile } from "../../loading/package/template.ts";
import { calendarRows } from "../calendar-rows.ts";
import { packageFiles } from "../package-files.ts";
import type { Billing } from "../simulation/billing.ts";
import { historyOf } from "../simulation/history.ts";
import { companyRows } from "../simulation/rows.ts";
import { chargesOf } from "./charges.ts";
import { documentsOf } from "./documents.ts";
import { BOLETA, FACTURA, folioOf } from "./folios.ts";
import { CHARGES } from "./glosas.ts";
import { history11261 } from "./history-11261.ts";
import { namedSupplies } from "./named-supplies.ts";
import { ordinarySupplies } from "./supplies.ts";
import { bareDocuments, envelopesOf } from "./tax-documents.ts";

/** Months whose tax documents of the ordinary supplies are in the package. */
const MONTHS_OF_ENVELOPES = 12;

/** 11261 has the first. */
const places = new Map([...namedSupplies, ...ordinarySupplies].map(({ number }, at) => [number, at + 1]));

const billing: Billing = {
  jurisdiction: chile,
  charges: chargesOf,
  taxDocument({ number }, isBusiness, { period, copy }) {
    const tipo = isBusiness ? FACTURA : BOLETA;
    return { tipoDte: tipo, folio: folioOf(tipo, period, { place: places.get(number) ?? 0, copy }) };
  },
};

/**
 * The package of the cooperative as its billing system would export it on `today`: everything until the end of the
 * month before. The same bytes on every day of a month; a month later, the same history and one month more.
 */
export function losNotrosPackage(today: CivilDate): PackagedFile[] {
  const last = addMonths(periodOf(today), -1);
  const named = [history11261(), ...namedSupplies.map((plan) => historyOf(plan, last, billing))];
  const ordinary = ordinarySupplies.map((plan) => historyOf(plan, last, billing));
  const documents = documentsOf([...named, ...ordinary]);
  const rows = companyRows([...named, ...ordinary], {
    calendarios: calendarRows(chileanHolidays),
    glosas: Object.values(CHARGES).flatMap(({ glosa, explicacion }) =>
      explicacion === null ? [] : [{ glosa, explicacion }],
    ),
    documentos: documents.rows,
  });
  const envelopes = periodsUntil(last, MONTHS_OF_ENVELOPES).flatMap((month) => envelopesOf(month, ordinary));
  return packageFiles({ name: "los-notros", title: "Cooperativa Eléctrica Los Notros: demostración" }, rows, [
    ...named.flatMap(bareDocuments),
    ...envelopes,
    ...documents.files,
  ]);
}
