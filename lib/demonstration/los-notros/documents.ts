import type { PackagedFile } from "../../loading/package/template.ts";
import { onePagePdf } from "../pdf.ts";
import type { SupplyHistory } from "../simulation/history.ts";
import type { Row } from "../simulation/rows.ts";
import profile from "./profile.json" with { type: "json" };

interface Copy {
  supply: string;
  tipo: "contrato" | "modificacion" | "protocolo_conexion" | "ubicacion";
  titulo: string;
  fecha: string | null;
  says: readonly string[];
}

const CONTRACT =
  "La cooperativa entrega energía eléctrica y el cliente paga su boleta en la fecha de vencimiento.";

/** Fig. 29 of the manual: three copies, and no connection study. */
const generation = (supply: string, fecha: string): Copy[] => [
  {
    supply,
    tipo: "protocolo_conexion",
    titulo: "Copia protocolo de conexión",
    fecha,
    says: ["Equipo de generación fotovoltaico de 3 kW, conectado y probado en presencia del cliente."],
  },
  {
    supply,
    tipo: "ubicacion",
    titulo: "Copia ubicación",
    fecha,
    says: ["El equipo de generación está en el techo de la casa, a 20 metros del empalme."],
  },
];

const FILES: Record<Copy["tipo"], string> = {
  contrato: "contrato",
  modificacion: "modificacion",
  protocolo_conexion: "protocolo",
  ubicacion: "ubicacion",
};

function copiesOf({ plan, tariff, agreements }: SupplyHistory): Copy[] {
  const { number: supply, traits, calm, tariffs } = plan;
  const agreement = agreements.at(-1);
  const since = agreement?.from ?? "";
  const contract: Copy = {
    supply,
    tipo: "contrato",
    titulo: "Copia contrato",
    fecha: since,
    says: [`Titular: ${agreement?.holder.nombre}`, CONTRACT],
  };
  const change: Copy = {
    supply,
    tipo: "modificacion",
    titulo: `Modificación del contrato: tarifa ${tariff}`,
    fecha: null,
    says: [`Las partes acuerdan la opción tarifaria ${tariff}.`],
  };
  return [
    ...(calm || traits.includes("subsidised") ? [contract] : []),
    ...(tariffs.length > 1 && tariff !== tariffs[0] ? [change] : []),
    ...(traits.includes("generates") ? generation(supply, since) : []),
  ];
}

const fileOf = ({ supply, tipo }: Copy) => `documentos/${FILES[tipo]}-${supply}.pdf`;

/** Copies of contracts and of other documents of some supplies: their rows and their files. */
export function documentsOf(histories: readonly SupplyHistory[]): { rows: Row[]; files: PackagedFile[] } {
  const copies = histories.flatMap(copiesOf);
  return {
    rows: copies.map((copy) => ({
      suministro: copy.supply,
      documento: `${copy.tipo}-1`.replace("_", "-"),
      tipo: copy.tipo,
      titulo: copy.titulo,
      fecha: copy.fecha,
      archivo: fileOf(copy),
    })),
    files: copies.map((copy) => ({
      path: fileOf(copy),
      content: onePagePdf(copy.titulo, [
        profile.legalName,
        `Suministro ${copy.supply}${copy.fecha ? `, ${copy.fecha}` : ""}`,
        ...copy.says,
        profile.footnote,
      ]),
    })),
  };
}
