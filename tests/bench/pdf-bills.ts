import { dteSheet, type DteSheet } from "../../components/pdf/dte-sheet.ts";
import { issueDte, type DteIssuer } from "../../lib/demonstration/dte/issue-dte.ts";
import { printedDte } from "../../lib/jurisdiction/cl/dte-print.ts";
import { iva } from "../../lib/jurisdiction/cl/iva.ts";
import { day } from "../../lib/kernel/civil-date.ts";
import { decimalText } from "../../lib/kernel/decimal.ts";

const ISSUED_ON = day("2020-02-28");
const ISSUER: DteIssuer = {
  rut: "69507000-4",
  name: "Cooperativa Eléctrica Los Notros Ltda.",
  giro: "Distribución de energía eléctrica",
  acteco: 351030,
  address: "Avenida Los Notros 100",
  comuna: "Frutillar",
};
const FOLIOS = { firstFolio: 1, lastFolio: 1_000_000, authorisedOn: day("2020-01-02") };
const ISSUING = {
  office: "Puerto Montt",
  boletaSite: null,
  resolution: { number: 80, date: day("2014-08-22") },
  certification: false,
};

/** A boleta of ten charges, as a customer of Los Notros gets it every month; no two folios print the same. */
export function billSheet(folio: number): DteSheet {
  const energy = 30_000 + folio;
  const taxed = [
    { name: "Administración del servicio", amount: 1_021 },
    { name: "Transporte de electricidad", amount: 4_898 },
    { name: "Electricidad consumida", amount: energy },
    { name: "Electricidad consumida en invierno, sobre el límite", amount: 7_181 },
    { name: "Cargo por compras de potencia", amount: 2_310 },
    { name: "Arriendo de medidor", amount: 652 },
    { name: "Interés por mora", amount: 118 },
    { name: "Reliquidación de tarifas, cuota 3 de 12", amount: 424 },
  ];
  const exempt = [
    { name: "Cargo por servicio público", amount: 141, exempt: true },
    { name: "Envío postal de la boleta", amount: 300, exempt: true },
  ];
  const net = taxed.reduce((sum, { amount }) => sum + amount, 0);
  const file = issueDte(
    {
      tipo: 39,
      folio,
      issuedOn: ISSUED_ON,
      dueOn: day("2020-03-20"),
      periodFrom: day("2020-01-01"),
      periodTo: day("2020-01-31"),
      receiver: {
        rut: "11111111-1",
        name: "Íñigo Peña Ñancupil",
        address: "Camino a Quebrada Honda, km 7, parcela 12",
        comuna: "Frutillar",
        customerNumber: "11261",
      },
      lines: [...taxed, ...exempt],
      tax: Number(iva.of(decimalText(net), ISSUED_ON)),
      previousBalance: 12_400,
    },
    ISSUER,
    FOLIOS,
    "2020-02-28T10:00:00",
  );
  return dteSheet(printedDte(file, "ISO-8859-1"), ISSUING, { locale: "es-CL", currency: "CLP" });
}
