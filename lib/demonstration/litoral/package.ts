import { colombia } from "../../jurisdiction/co/colombia.ts";
import { colombianHolidays } from "../../jurisdiction/co/holidays.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { addMonths, periodOf } from "../../kernel/period.ts";
import type { PackagedFile } from "../../loading/package/template.ts";
import { calendarRows } from "../calendar-rows.ts";
import { packageFiles } from "../package-files.ts";
import { onePagePdf } from "../pdf.ts";
import type { Billing } from "../simulation/billing.ts";
import { historyOf } from "../simulation/history.ts";
import { companyRows } from "../simulation/rows.ts";
import { chargesOf } from "./charges.ts";
import { CHARGES } from "./glosas.ts";
import profile from "./profile.json" with { type: "json" };
import { supplies } from "./supplies.ts";

const billing: Billing = { jurisdiction: colombia, charges: chargesOf, taxDocument: () => null };

const CONTRACT = "documentos/contrato-de-condiciones-uniformes.pdf";
const contract: PackagedFile = {
  path: CONTRACT,
  content: onePagePdf("Contrato de condiciones uniformes", [
    profile.legalName,
    "Contrato de condiciones uniformes para el servicio público de energía eléctrica.",
    "",
    "1. La empresa presta el servicio a cambio de un precio en dinero, según estas condiciones.",
    "2. Rigen por igual para todos los usuarios; cada uno puede pedir una copia.",
    "3. El usuario puede presentar peticiones, quejas y recursos, y la empresa las responde en 15 días hábiles.",
    "4. La empresa lee el medidor cada periodo y factura el consumo que registra.",
    "",
    profile.footnote,
  ]),
};

/** The package of the electrificadora; see that of Los Notros. */
export function litoralPackage(today: CivilDate): PackagedFile[] {
  const last = addMonths(periodOf(today), -1);
  const histories = supplies.map((plan) => historyOf(plan, last, billing));
  const rows = companyRows(histories, {
    calendarios: calendarRows(colombianHolidays),
    glosas: Object.values(CHARGES).map(({ glosa, explicacion }) => ({ glosa, explicacion })),
    documentos: supplies.map(({ number }) => ({
      suministro: number,
      documento: "ccu-1",
      tipo: "contrato",
      titulo: "Contrato de condiciones uniformes",
      fecha: "2018-01-02",
      archivo: CONTRACT,
    })),
  });
  return packageFiles({ name: "litoral", title: "Electrificadora del Litoral: demostración" }, rows, [
    contract,
  ]);
}
