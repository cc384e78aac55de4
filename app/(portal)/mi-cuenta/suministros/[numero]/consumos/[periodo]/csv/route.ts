import type { BillDetail } from "@/lib/billing/model";
import type { DecimalText } from "@/lib/kernel/decimal";
import { portalContext } from "@/lib/platform/context";
import { csvResponse } from "@/lib/platform/download";
import { companyJurisdiction } from "@/lib/platform/profile";
import { chargesOf } from "../charges";

type Route = RouteContext<"/mi-cuenta/suministros/[numero]/consumos/[periodo]/csv">;

interface CsvLine {
  document: string;
  description: string;
  quantity?: DecimalText | null;
  unit?: string | null;
  unitPrice?: DecimalText | null;
  taxable?: string;
  amount: DecimalText;
}

/** A bill as lines: each charge, and then what they add up to. */
function csvLines(bill: BillDetail, taxName: string): CsvLine[] {
  const { document } = bill;
  return [
    ...bill.lineItems.map((item) => ({ ...item, document, taxable: item.taxable ? "SI" : "NO" })),
    { document, description: "Suma afecta", amount: bill.taxableAmount },
    { document, description: "Suma no afecta", amount: bill.exemptAmount },
    { document, description: "Neto", amount: bill.netAmount },
    { document, description: taxName, amount: bill.taxAmount },
    { document, description: "Total", amount: bill.totalAmount },
  ];
}

export async function GET(request: Request, { params }: Route): Promise<Response> {
  const { numero, periodo } = await params;
  const charges = await chargesOf(await portalContext(), numero, periodo);
  const { name } = companyJurisdiction().tax;
  return csvResponse<CsvLine>(
    request,
    [
      { header: "Documento", kind: "text", value: (line) => line.document },
      { header: "Cargo", kind: "text", value: (line) => line.description },
      { header: "Cantidad", kind: "number", value: (line) => line.quantity ?? "" },
      { header: "Unidad", kind: "text", value: (line) => line.unit ?? "" },
      { header: "Precio unitario", kind: "number", value: (line) => line.unitPrice ?? "" },
      { header: `Afecto a ${name}`, kind: "text", value: (line) => line.taxable ?? "" },
      { header: "Monto", kind: "number", value: (line) => line.amount },
    ],
    charges && charges.bills.flatMap((bill) => csvLines(bill, name)),
    `cargos-${numero}-${periodo}`,
  );
}
