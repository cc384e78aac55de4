import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { chile } from "../../lib/jurisdiction/cl/chile.ts";
import { localFileStore } from "../../lib/platform/file-store.ts";
import type { LoadContext } from "../../lib/loading/commands.ts";
import { RESOURCE_NAMES, type LoadReport, type ResourceName } from "../../lib/loading/model.ts";
import { NOW } from "./builders.ts";

/** Content by path; null leaves the file out. */
export type PackageFiles = Record<string, string | Buffer | null>;

/** A company in Chile; what it stores goes to a folder that is thrown away. */
export const loading = (databaseUrl: string): LoadContext => ({
  databaseUrl,
  jurisdiction: chile,
  companyIdentity: "69507000-4",
  store: localFileStore(temporaryFolder()),
  now: () => NOW,
});

export const descriptor = (names: readonly ResourceName[] = RESOURCE_NAMES) =>
  JSON.stringify({
    name: "prueba",
    empalme: { formato: 1 },
    resources: names.map((name) => ({ name, path: `${name}.csv` })),
  });

/** Two holders, two supplies, a change of holder, a bill with two lines and one without any. */
export const GOOD = {
  titulares: `documento,nombre,correo,telefono
12.345.678-5,Elena Paredes,elena@correo.example,
76.354.771-K,"Lechería Los Tilos, Ltda.",,+56 64 234 5678
`,
  suministros: `suministro,direccion,comuna,region,tarifa,meses_facturacion,capacidad_empalme_kva,transformador,transformador_kva,nivel_tension
100,Camino 1,Frutillar,Los Lagos,BT1,1,10,T-9,15,BT
200,Camino 2,Frutillar,Los Lagos,,2,,,,
`,
  contratos: `suministro,titular,desde,hasta
100,12345678-5,2015-01-01,2019-12-31
100,76354771-K,2020-01-01,
200,12345678-5,2018-05-01,
`,
  medidores: `suministro,medidor,instalado,retirado
100,M1,2015-01-01,
200,M2,2018-05-01,
`,
  lecturas: `suministro,medidor,periodo,tipo,fecha,lectura_kwh
100,M1,2020-01,real,2020-01-29,1500.5
100,M1,2020-02,sin_lectura,,
200,M2,2020-01,estimada,2020-01-30,0
`,
  boletas: `suministro,periodo,documento,tipo_dte,folio,emision,vencimiento,desde,hasta,consumo_kwh,afecto,exento,iva,total,anulada,reemplaza
100,2020-01,B1,39,1001,2020-01-31,2020-02-28,2019-12-30,2020-01-29,286,1000,141,190,1331,,
200,2020-01,B2,,,2020-01-31,,2019-12-01,2020-01-30,,0,0,0,0,,
`,
  cargos: `suministro,periodo,documento,linea,glosa,cantidad,unidad,precio_unitario,monto,afecto
100,2020-01,B1,2,Servicio público,,,,141,NO
100,2020-01,B1,1,Electricidad,286.000,kWh,3.4970,1000,SI
`,
  pagos: `suministro,pago,fecha,monto,documento,medio
100,P1,2020-02-20,1331,B1,caja
`,
  glosas: `glosa,explicacion
Servicio público,Financia la coordinación del sistema eléctrico nacional.
`,
  documentos: `suministro,documento,tipo,titulo,fecha,archivo
`,
  calendarios: `calendario,fecha,clase,nombre,norma,fuente,certeza
`,
} satisfies Record<ResourceName, string>;

/** The good package with `changes`, as files by path. */
export function packageFiles(changes: PackageFiles = {}): PackageFiles {
  const good = Object.entries(GOOD).map(([name, content]): [string, string] => [`${name}.csv`, content]);
  return { "datapackage.json": descriptor(), ...Object.fromEntries(good), ...changes };
}

const folders: string[] = [];
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "empalme-package-"));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes the files into a new folder and returns its path. */
export function aPackage(files: PackageFiles): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export const countOf = ({ counts }: LoadReport, name: ResourceName) =>
  counts.find(({ resource }) => resource === name);
