import type { Jurisdiction } from "@/lib/jurisdiction/jurisdiction";
import { UNKNOWN } from "@/lib/kernel/format";
import type { UsagePointInformation } from "@/lib/metering/model";

export interface FactGroup {
  title: string;
  facts: { term: string; value: string }[];
}

const BILLED_EVERY: Record<number, string> = {
  1: "Cada mes",
  2: "Cada dos meses",
  3: "Cada tres meses",
  6: "Cada seis meses",
};
const kva = (value: string | null) => value && `${value.replace(".", ",")} kVA`;

/** What the reference portal's "Información general" shows (Fig. 20), as label and value, for page, PDF and CSV. */
export function usagePointFacts(information: UsagePointInformation, jurisdiction: Jurisdiction): FactGroup[] {
  const { holder } = information;
  const transformer = [
    information.transformerName,
    kva(information.transformerRatedKva),
    information.voltageLevel,
  ].filter((part) => part !== null);
  return [
    {
      title: "Información usuario",
      facts: [
        {
          term: `${jurisdiction.documentName} cliente`,
          value: holder ? jurisdiction.formatDocument(holder.identityNumber) : UNKNOWN,
        },
        { term: "Nombre", value: holder?.name ?? UNKNOWN },
        { term: "Correo", value: holder?.email ?? UNKNOWN },
        { term: "Teléfono", value: holder?.phone ?? UNKNOWN },
        { term: "Dirección", value: information.address },
        { term: "Comuna", value: information.comuna },
        { term: "Región", value: information.region },
      ],
    },
    {
      title: "Información técnica",
      facts: [
        { term: "Capacidad empalme", value: kva(information.serviceCapacityKva) ?? UNKNOWN },
        { term: "Transformador", value: transformer.join(" · ") || UNKNOWN },
        { term: "Tarifa", value: information.pricingStructure ?? UNKNOWN },
        { term: "Facturación", value: BILLED_EVERY[information.billingMonths] ?? UNKNOWN },
        {
          term: "Medidor",
          value: information.meterSerialNumber ? `N° ${information.meterSerialNumber}` : UNKNOWN,
        },
      ],
    },
  ];
}
