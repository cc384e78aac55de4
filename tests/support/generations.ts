import type pg from "pg";
import { rutCheckDigit } from "../../lib/jurisdiction/cl/rut.ts";
import type { PackageFiles } from "./packages.ts";

/** Two states of a company's whole data. Every figure says of which it is, so that a mixture of both is seen at once. */
export type Generation = 1 | 2;
export const otherThan = (generation: Generation): Generation => (generation === 1 ? 2 : 1);

const MONTHS = 36;
const GLOSAS = ["Electricidad", "Transporte", "Administración", "Arriendo de medidor"];

interface Supply {
  number: number;
  rut: string;
}

/** The second generation has some supplies more, which go again with the first. */
const suppliesOf = (generation: Generation, many: number): Supply[] =>
  Array.from({ length: generation === 1 ? many : many + 20 }, (_, at) => {
    const body = String(7_000_000 + at);
    return { number: 5000 + at, rut: `${body}-${rutCheckDigit(body)}` };
  });

const months = Array.from(
  { length: MONTHS },
  (_, at) => `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
);

/** Which supplies' bills are tax documents: companies issue bills with a folio, without one, and both. */
export type Taxed = (supply: number) => boolean;
const everySecond: Taxed = (supply) => supply % 2 === 0;
const tax = (supply: number, month: string, taxed: Taxed) =>
  taxed(supply) ? `39,${supply}${month.replace("-", "")}` : ",";

type Rows = Record<string, { header: string; row: (supply: Supply, month: string) => string }>;

const monthly = (generation: Generation, taxed: Taxed): Rows => ({
  lecturas: {
    header: "suministro,medidor,periodo,tipo,fecha,lectura_kwh",
    row: ({ number }, month) => `${number},M${number},${month},real,${month}-27,${generation}\n`,
  },
  boletas: {
    header:
      "suministro,periodo,documento,tipo_dte,folio,emision,vencimiento,desde,hasta,consumo_kwh,afecto,exento,iva,total,anulada,reemplaza",
    row: ({ number }, month) =>
      `${number},${month},B1,${tax(number, month, taxed)},${month}-28,,${month}-01,${month}-27,${generation},${1000 * generation},0,${190 * generation},${1190 * generation},,\n`,
  },
  cargos: {
    header: "suministro,periodo,documento,linea,glosa,cantidad,unidad,precio_unitario,monto,afecto",
    row: ({ number }, month) =>
      GLOSAS.map((glosa, at) => `${number},${month},B1,${at + 1},${glosa},,,,${250 * generation},SI\n`).join(
        "",
      ),
  },
  pagos: {
    header: "suministro,pago,fecha,monto,documento,medio",
    row: ({ number }, month) => `${number},P${month},${month}-28,${1000 * generation},B1,Caja\n`,
  },
});

const once = (generation: Generation): Rows => ({
  titulares: {
    header: "documento,nombre,correo,telefono",
    row: ({ rut }) => `${rut},Persona ${generation},,\n`,
  },
  suministros: {
    header:
      "suministro,direccion,comuna,region,tarifa,meses_facturacion,capacidad_empalme_kva,transformador,transformador_kva,nivel_tension",
    row: ({ number }) => `${number},Camino ${generation},Frutillar,Los Lagos,BT1,1,10,,,BT\n`,
  },
  contratos: {
    header: "suministro,titular,desde,hasta",
    row: ({ number, rut }) => `${number},${rut},2015-01-01,\n`,
  },
  medidores: {
    header: "suministro,medidor,instalado,retirado",
    row: ({ number }) => `${number},M${number},2015-0${generation}-01,\n`,
  },
});

/** A package that makes the whole data those of a generation, whatever they were. */
export function generationPackage(
  generation: Generation,
  many: number,
  taxed: Taxed = everySecond,
): PackageFiles {
  const supplies = suppliesOf(generation, many);
  const files: PackageFiles = {};
  for (const [name, { header, row }] of Object.entries(once(generation)))
    files[`${name}.csv`] = `${header}\n${supplies.map((supply) => row(supply, "")).join("")}`;
  for (const [name, { header, row }] of Object.entries(monthly(generation, taxed)))
    files[`${name}.csv`] =
      `${header}\n${supplies.flatMap((supply) => months.map((month) => row(supply, month))).join("")}`;
  const resources = Object.keys(files).map((path) => {
    const name = path.replace(".csv", "");
    return { name, path, ...(name === "cargos" ? {} : { completo: true }) };
  });
  const descriptor = { name: "generacion", empalme: { formato: 1 }, resources };
  return { "datapackage.json": JSON.stringify(descriptor), ...files };
}

const TABLES = ["customer", "usage_point", "customer_agreement", "meter", "meter_reading", "bill", "payment"];

/** A digest of all that customers see, without the identifiers that a row is given when it comes. */
export async function digestOf(client: pg.Pool): Promise<string> {
  const parts = TABLES.map(
    (table) =>
      `(SELECT count(*) || ' ' || coalesce(md5(string_agg(r, ' ' ORDER BY r)), '') FROM
         (SELECT (to_jsonb(t) - '{id,customer_id}'::text[])::text AS r FROM ${table} t) rows)`,
  );
  const { rows } = await client.query<{ digest: string }>(
    `SELECT concat_ws(', ', ${parts.join(", ")}) AS digest`,
  );
  return rows[0]?.digest ?? "";
}

/** What a reader sees of which generation, in one look; more than one says that it saw half a load. */
export async function generationsSeen(client: pg.Pool, many: number): Promise<number[]> {
  const { rows } = await client.query<{ seen: number[] }>(
    `SELECT array_agg(DISTINCT g ORDER BY g) AS seen FROM (
       SELECT (amount / 1000)::integer FROM payment
       UNION ALL SELECT (total_amount / 1190)::integer FROM bill
       UNION ALL SELECT register_kwh::integer FROM meter_reading
       UNION ALL SELECT right(address, 1)::integer FROM usage_point
       UNION ALL SELECT CASE WHEN count(*) > ${many} THEN 2 ELSE 1 END FROM usage_point
     ) figures (g)`,
  );
  return rows[0]?.seen ?? [];
}
