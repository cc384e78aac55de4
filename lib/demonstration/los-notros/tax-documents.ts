import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Period } from "../../kernel/period.ts";
import type { TipoDte } from "../../jurisdiction/cl/dte.ts";
import { parseRut } from "../../jurisdiction/cl/rut.ts";
import { issueDte, issueEnvelope, type DteIssuer, type DteToIssue } from "../dte/issue-dte.ts";
import type { PackagedFile } from "../../loading/package/template.ts";
import { onePagePdf } from "../pdf.ts";
import type { Bill } from "../simulation/bill.ts";
import { holderIn, type SupplyHistory } from "../simulation/history.ts";
import { BOLETA, FACTURA, folioRange, type IssuedTipo } from "./folios.ts";
import profile from "./profile.json" with { type: "json" };

const ISSUER: DteIssuer = {
  rut: parseRut(profile.identityNumber) ?? "",
  name: profile.legalName,
  giro: "Distribución de energía eléctrica",
  acteco: 351_030,
  address: "Avenida Los Notros 100",
  comuna: "Río Bueno",
};

/** The bill that the company printed itself. */
const PRINTED = { supply: "131311", period: "2020-07" };

interface IssuedBill {
  bill: Bill;
  document: DteToIssue;
}

/** Documents have no negative lines: a bill with a credit keeps its folio, and its file stays with the company. */
const canBeIssued = ({ folio, charges, total }: Bill) =>
  folio !== null && charges.every(({ monto }) => monto >= 0) && Number(total) > 0;

function issued({ plan, agreements, bills }: SupplyHistory): IssuedBill[] {
  return bills.filter(canBeIssued).map((bill) => {
    const { nombre, documento } = holderIn(agreements, bill.period, plan);
    const { direccion: address, comuna } = plan.place;
    const document = {
      tipo: bill.tipoDte as TipoDte,
      folio: bill.folio ?? 0,
      issuedOn: bill.issuedOn,
      dueOn: bill.dueOn,
      periodFrom: bill.from,
      periodTo: bill.to,
      receiver: { rut: documento, name: nombre, address, comuna, customerNumber: plan.number },
      lines: bill.charges
        .filter(({ monto }) => monto > 0)
        .map(({ glosa, monto, afecto }) => ({ name: glosa, amount: monto, exempt: !afecto })),
      tax: Number(bill.tax),
    };
    return { bill, document };
  });
}

const stampedAt = (date: CivilDate) => `${date}T18:30:00`;

/** A file of its own for each bill of `history`. */
export function bareDocuments(history: SupplyHistory): PackagedFile[] {
  return issued(history).flatMap(({ bill, document }) => {
    const range = folioRange(bill.tipoDte as IssuedTipo, bill.period);
    const path = `dte/${bill.tipoDte}-${bill.folio}`;
    const isPrinted = bill.supply === PRINTED.supply && bill.period === PRINTED.period;
    return [
      { path: `${path}.xml`, content: issueDte(document, ISSUER, range, stampedAt(bill.issuedOn)) },
      ...(isPrinted ? [{ path: `${path}.pdf`, content: printed(bill, document) }] : []),
    ];
  });
}

/** The documents of `month`: an envelope for the boletas and one for the invoices, as they went to the SII. */
export function envelopesOf(month: Period, histories: readonly SupplyHistory[]): PackagedFile[] {
  const ofMonth = histories.flatMap((history) =>
    issued({ ...history, bills: history.bills.filter(({ period }) => period === month) }),
  );
  return [
    { tipo: BOLETA, name: "boletas" },
    { tipo: FACTURA, name: "facturas" },
  ].flatMap(({ tipo, name }) => {
    const documents = ofMonth.map(({ document }) => document).filter((document) => document.tipo === tipo);
    const newest = documents
      .map(({ issuedOn }) => issuedOn)
      .sort()
      .at(-1);
    if (!newest) return [];
    const range = folioRange(tipo as IssuedTipo, month);
    return [
      {
        path: `dte/${name}-${month}.xml`,
        content: issueEnvelope(documents, ISSUER, range, stampedAt(newest)),
      },
    ];
  });
}

const pesos = (amount: number | string) => `$ ${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;

function printed({ total, tax, charges, folio }: Bill, { receiver, issuedOn }: DteToIssue): Buffer {
  return onePagePdf(`${ISSUER.name}: boleta electrónica N° ${folio}`, [
    `Cliente ${receiver.customerNumber}, ${receiver.name}, RUT ${receiver.rut}`,
    `Emitida el ${issuedOn}. Representación impresa de la empresa.`,
    "",
    ...charges.map(({ glosa, monto }) => `${glosa}: ${pesos(monto)}`),
    `IVA: ${pesos(tax)}`,
    `Total: ${pesos(total)}`,
  ]);
}
