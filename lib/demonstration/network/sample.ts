import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { PackagedFile } from "../../loading/package/template.ts";
import { moved, type SampleCollection } from "./move.ts";

export const SAMPLE_EDITIONS = ["mux-2021", "mux-2024"] as const;
/** The real network of a small-town utility, as of the end of a year. */
export type SampleEdition = (typeof SAMPLE_EDITIONS)[number];

const folderOf = (edition: SampleEdition) => join(process.cwd(), "lib/demonstration/network", edition);
const yearOf = (edition: SampleEdition) => edition.slice(-4);

/** The bytes of one of the sample's files. */
export const sampleFile = (edition: SampleEdition, name: string): Buffer =>
  gunzipSync(readFileSync(/* turbopackIgnore: true */ join(folderOf(edition), `${name}.gz`)));

const sampleNames = (edition: SampleEdition) =>
  readdirSync(/* turbopackIgnore: true */ folderOf(edition))
    .filter((name) => name.endsWith(".gz"))
    .map((name) => name.slice(0, -3))
    .sort();

/** What must be said of the sample wherever it is shown or shipped. */
const said = (edition: SampleEdition, note: string) => ({
  fecha: `${yearOf(edition)}-12-31`,
  fuente: `ANEEL, Base de Dados Geográfica da Distribuidora (BDGD), Mux Energia (401), ${yearOf(edition)}`,
  licencia: "Open Database License (ODbL) v1.0",
  atribucion: `Fonte: ANEEL, Base de Dados Geográfica da Distribuidora (BDGD), Mux Energia (401), ${yearOf(edition)}`,
  nota: `${note} La demanda mínima y máxima es derivada, no medida: energía mensual real por las curvas típicas de ANEEL. El poste de un transformador es el que comparte su punto de conexión. Los códigos de activo son los del regulador de Brasil (TUC y UAR): no hay códigos VNR de Chile.`,
  unidad_demanda: "kW",
});

const AS_IT_IS = "Red real de Tapejara e Ibiaçá, Brasil.";
const MOVED =
  "Muestra trasladada: es la red real de Tapejara e Ibiaçá, Brasil, puesta en la Región de Los Ríos sin cambiar sus medidas; La Unión y Río Bueno llevan aquí el lugar de aquellas.";

/** The package of an edition: unmoved, or as the demonstration shows it. */
export function samplePackage(edition: SampleEdition, { isMoved }: { isMoved: boolean }): PackagedFile[] {
  const names = sampleNames(edition);
  const descriptor = {
    name: edition,
    title: `Red de muestra, ${yearOf(edition)}`,
    empalme: { formato: 1 },
    edicion: said(edition, isMoved ? MOVED : AS_IT_IS),
    resources: names.map((name) => ({ name: name.replace(/\..*$/, ""), path: name })),
  };
  return [
    { path: "datapackage.json", content: `${JSON.stringify(descriptor, null, 2)}\n` },
    ...names.map((path) => ({ path, content: contentOf(edition, path, isMoved) })),
  ];
}

function contentOf(edition: SampleEdition, name: string, isMoved: boolean): string | Buffer {
  const bytes = sampleFile(edition, name);
  if (!isMoved || !name.endsWith(".geojson")) return bytes;
  return JSON.stringify(moved(JSON.parse(bytes.toString("utf8")) as SampleCollection));
}
