import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { rutCheckDigit } from "../../lib/jurisdiction/cl/rut.ts";
import { RESOURCE_NAMES, type ResourceName } from "../../lib/loading/model.ts";
import { billRows, glosaRows, type BillRows, type Rows } from "./billing-export-bills.ts";
import { seeded } from "../support/seeded.ts";
import { BENCH_FOLDER } from "./workspace.ts";

const BILLS_A_SUPPLY = 36;
export const LINES_A_BILL = 10;
const CHUNK_CHARACTERS = 1024 * 1024;
const NAMES = ["Elena Muñoz", "Iván Ñancupil", "Lucía Peña", "Andrés Güemes", "Rosa Águila", "José Carrión"];

/** Rows of each resource, and how many of them the loader should reject. */
interface Counts {
  rows: Record<string, number>;
  rejected: Record<string, number>;
}

/** A package as a billing system exports it, made with a fixed seed: the same bytes every time. */
export interface BillingExport extends Counts {
  /** Its folder. */
  path: string;
}

type Tables = Exclude<ResourceName, "documentos" | "calendarios">;
const HEADERS: Record<Tables, string> = {
  titulares: "documento,nombre,correo,telefono",
  suministros:
    "suministro,direccion,comuna,region,tarifa,meses_facturacion,capacidad_empalme_kva,transformador,transformador_kva,nivel_tension",
  contratos: "suministro,titular,desde,hasta",
  medidores: "suministro,medidor,instalado,retirado",
  lecturas: "suministro,medidor,periodo,tipo,fecha,lectura_kwh",
  boletas:
    "suministro,periodo,documento,tipo_dte,folio,emision,vencimiento,desde,hasta,consumo_kwh,afecto,exento,iva,total,anulada,reemplaza",
  cargos: "suministro,periodo,documento,linea,glosa,cantidad,unidad,precio_unitario,monto,afecto",
  pagos: "suministro,pago,fecha,monto,documento,medio",
  glosas: "glosa,explicacion",
};
const TABLES = RESOURCE_NAMES.filter((name) => name !== "documentos" && name !== "calendarios");

/** Of the files that make the data: what they made is kept until one of them changes. */
function sourcesStamp(): string {
  const hash = createHash("sha256");
  for (const file of ["billing-export.ts", "billing-export-bills.ts", "../support/seeded.ts"])
    hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest("hex");
}

/** What `make` writes under `name` in the bench's folder, unless it stands there already. */
async function kept<T>(name: string, make: (path: string) => Promise<T>): Promise<T & { path: string }> {
  const path = join(BENCH_FOLDER, name);
  const manifest = `${path}.json`;
  const stamp = sourcesStamp();
  if (existsSync(manifest)) {
    const found = JSON.parse(readFileSync(manifest, "utf8")) as T & { path: string; stamp: string };
    if (found.stamp === stamp && existsSync(path)) return found;
  }
  process.stderr.write(`Escribiendo lo que se carga (${name}) …\n`);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(BENCH_FOLDER, { recursive: true });
  const made = { ...(await make(path)), path };
  writeFileSync(manifest, JSON.stringify({ ...made, stamp }));
  return made;
}

function writeDescriptor(folder: string, names: readonly Tables[]) {
  mkdirSync(folder);
  const resources = names.map((name) => ({ name, path: `${name}.csv` }));
  const descriptor = { name: "bench", empalme: { formato: 1 }, resources };
  writeFileSync(join(folder, "datapackage.json"), JSON.stringify(descriptor));
}

/** Bills with their charges, and what they need to be published. */
const BILLS_ALONE = TABLES.filter((name) => name !== "lecturas" && name !== "pagos");

const writtenTables = (
  folderName: string,
  tables: readonly Tables[],
  bills: number,
): Promise<BillingExport> =>
  kept(folderName, async (folder) => {
    writeDescriptor(folder, tables);
    const counts: Counts = { rows: {}, rejected: {} };
    for (const name of tables) await writeTable(join(folder, `${name}.csv`), name, { bills, counts });
    return counts;
  });

/** The package with so many bills of ten lines, some of them wrong, and as many readings and payments. */
export const billingExport = (bills: number) => writtenTables(`export-${bills}`, TABLES, bills);

/** The same without readings and payments: so many bill lines, and nothing that a peer does not load. */
export const billsExport = (bills: number) => writtenTables(`bills-${bills}`, BILLS_ALONE, bills);

export interface SoundCharges {
  /** A package with nothing but `cargos.csv`. */
  path: string;
  rows: number;
}

/** The charges of the same bills with nothing wrong in them: a peer stops at the first wrong row. */
export const soundCharges = (bills: number): Promise<SoundCharges> =>
  kept(`charges-${bills}`, async (folder) => {
    writeDescriptor(folder, ["cargos"]);
    await writeTable(join(folder, "cargos.csv"), "cargos", { bills, sound: true });
    return { rows: bills * LINES_A_BILL };
  });

interface Writing {
  bills: number;
  sound?: boolean;
  counts?: Counts;
}

async function writeTable(file: string, name: Tables, { bills, sound = false, counts }: Writing) {
  const count = { rows: 0, rejected: 0 };
  const texts = function* () {
    yield `${HEADERS[name]}\n`;
    for (const part of name === "glosas" ? [glosaRows()] : tableRows(name, bills, sound)) {
      count.rows += part.rows;
      count.rejected += part.rejected;
      yield part.text;
    }
  };
  await pipeline(Readable.from(chunked(texts())), createWriteStream(file));
  if (!counts) return;
  counts.rows[name] = count.rows;
  counts.rejected[name] = count.rejected;
}

function* chunked(texts: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const text of texts) {
    chunk += text;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk) yield chunk;
}

/** The rows of a table, supply by supply; every table walks through the same chance, so that they agree. */
function* tableRows(name: Tables, bills: number, sound: boolean): Generator<Rows> {
  for (let supply = 0; supply * BILLS_A_SUPPLY < bills; supply++) {
    const random = seeded(supply + 1);
    if (name === "titulares" || name === "suministros" || name === "contratos" || name === "medidores") {
      yield supplyRow(name, supply, random);
      continue;
    }
    const first = supply * BILLS_A_SUPPLY;
    for (let month = 0; month < BILLS_A_SUPPLY && first + month < bills; month++) {
      const bill: BillRows = billRows({
        number: first + month,
        supply: numberOf(supply),
        month,
        random,
        sound,
      });
      yield bill[name as keyof BillRows];
    }
  }
}

const numberOf = (supply: number) => 100_001 + supply;

/** One holder in 701 has a RUT whose check digit is wrong: out it stays, and the contract with it. */
function supplyRow(name: Tables, supply: number, random: () => number): Rows {
  const number = numberOf(supply);
  const body = String(5_000_000 + supply * 7);
  const wrong = supply % 701 === 5;
  const digit = rutCheckDigit(body);
  const rut = `${body}-${wrong ? (digit === "1" ? "2" : "1") : digit}`;
  const texts: Partial<Record<Tables, string>> = {
    titulares: `${rut},"${NAMES[supply % NAMES.length]}, ${supply}",persona${supply}@correo.example,+56 9 ${String(10_000_000 + supply)}\n`,
    suministros: `${number},Camino a Ñuble km ${(random() * 60).toFixed(1)},Frutillar,Región de Los Lagos,BT1,1,${(5 + random() * 10).toFixed(3)},T-${supply % 900},45,BT\n`,
    contratos: `${number},${rut},2015-03-01,\n`,
    medidores: `${number},M${number},2015-03-01,\n`,
  };
  const rejected = wrong && (name === "titulares" || name === "contratos") ? 1 : 0;
  return { text: texts[name] ?? "", rows: 1, rejected };
}
