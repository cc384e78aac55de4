import { randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeZip } from "../support/zip.ts";

/** A zip of these files, as a form sends it. */
export function zipOf(files: Record<string, string>, name = "octubre.zip") {
  const path = join(tmpdir(), `empalme-${randomBytes(8).toString("hex")}.zip`);
  writeZip(
    path,
    Object.entries(files).map(([entry, content]) => ({ name: entry, content })),
  );
  const buffer = readFileSync(path);
  rmSync(path);
  return { name, mimeType: "application/zip", buffer };
}

const descriptor = (...names: string[]) =>
  JSON.stringify({
    name: "prueba",
    empalme: { formato: 1 },
    resources: names.map((name) => ({ name, path: `${name}.csv` })),
  });

/** Two supplies that nobody else's test knows, with a bill; one more line than is right. */
export function smallPackage(first: number): Record<string, string> {
  const [one, two] = [String(first), String(first + 1)];
  return {
    "datapackage.json": descriptor("suministros", "boletas", "cargos"),
    "suministros.csv": `suministro,direccion,comuna,region,tarifa,meses_facturacion,capacidad_empalme_kva,transformador,transformador_kva,nivel_tension
${one},Camino 1,Frutillar,Los Lagos,BT1,1,10,,,BT
${two},Camino 2,Frutillar,Los Lagos,BT1,1,10,,,BT
=1+1,Camino 3,Frutillar,Los Lagos,BT1,1,10,,,BT
`,
    "boletas.csv": `suministro,periodo,documento,tipo_dte,folio,emision,vencimiento,desde,hasta,consumo_kwh,afecto,exento,iva,total,anulada,reemplaza
${one},2020-01,B1,,,2020-01-31,2020-02-28,2019-12-30,2020-01-29,286.5,1000,141,190,1331,,
`,
    "cargos.csv": `suministro,periodo,documento,linea,glosa,cantidad,unidad,precio_unitario,monto,afecto
${one},2020-01,B1,1,Electricidad,286.5,kWh,3.4904,1000,SI
${one},2020-01,B1,2,Servicio público,,,,141,NO
`,
  };
}
