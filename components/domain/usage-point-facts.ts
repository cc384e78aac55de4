import type { Route } from "next";
import type { Jurisdiction } from "@/lib/jurisdiction/jurisdiction";
import type { CivilDate } from "@/lib/kernel/civil-date";
import { formatDate, formatNumber, UNKNOWN, type NumberStyle } from "@/lib/kernel/format";
import type { UsagePointInformation } from "@/lib/metering/model";

export interface FactGroup {
  title: string;
  facts: { term: string; value: string; href?: Route }[];
}

/** Who the supply is billed to and where it is (Fig. 20), as label and value, for page, PDF and CSV. */
export function userFacts(
  { holder, address, comuna, region }: UsagePointInformation,
  billedOn: CivilDate | null,
  { documentKindOf, documentName, formatDocument, words }: Jurisdiction,
): FactGroup {
  return {
    title: "Información Usuario",
    facts: [
      {
        term: `${(holder && documentKindOf(holder.identityNumber)?.name) ?? documentName} cliente`,
        value: holder ? formatDocument(holder.identityNumber) : UNKNOWN,
      },
      { term: "Nombre", value: holder?.name ?? UNKNOWN },
      { term: "Correo", value: holder?.email ?? UNKNOWN },
      { term: "Teléfono", value: holder?.phone ?? UNKNOWN },
      { term: "Dirección", value: address },
      { term: words.comuna, value: comuna },
      { term: words.region, value: region },
      { term: "Fecha de facturación", value: billedOn ? formatDate(billedOn) : UNKNOWN },
    ],
  };
}

const BILLED_EVERY: Record<number, string> = {
  1: "Cada mes",
  2: "Cada dos meses",
  3: "Cada tres meses",
  6: "Cada seis meses",
};

/** What the supply is connected with (Fig. 20); the figures as the company loaded them. `network` is where its transformer is. */
export function technicalFacts(
  information: UsagePointInformation,
  numbers: NumberStyle,
  network: Route | null = null,
): FactGroup {
  const { serviceCapacityKva, transformerName, transformerRatedKva, voltageLevel } = information;
  const { pricingStructure, billingMonths, meterSerialNumber } = information;
  const kva = (value: typeof serviceCapacityKva) =>
    value === null ? UNKNOWN : `${formatNumber(value, numbers)} kVA`;
  return {
    title: "Información Técnica",
    facts: [
      { term: "Capacidad empalme", value: kva(serviceCapacityKva) },
      {
        term: "Transformador",
        value: transformerName ?? information.transformerId ?? UNKNOWN,
        ...(network ? { href: network } : {}),
      },
      { term: "Capacidad del transformador", value: kva(transformerRatedKva) },
      { term: "Tensión del transformador", value: voltageLevel ?? UNKNOWN },
      { term: "Tarifa", value: pricingStructure ?? UNKNOWN },
      { term: "Frecuencia de facturación", value: BILLED_EVERY[billingMonths] ?? UNKNOWN },
      { term: "Medidor", value: meterSerialNumber ? `N° ${meterSerialNumber}` : UNKNOWN },
    ],
  };
}
