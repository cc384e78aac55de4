import { readFileSync } from "node:fs";
import { samplePackage, type SampleEdition } from "../../lib/demonstration/network/sample.ts";
import { loadPackage, type LoadContext } from "../../lib/loading/commands.ts";
import type { LoadReport } from "../../lib/loading/model.ts";
import { aPackage, loading, type PackageFiles } from "./packages.ts";

/** Loads a network of these files into the database at `url`. */
export function loadNetwork(
  url: string,
  files: PackageFiles,
  edition: object = {},
  ctx: Partial<LoadContext> = {},
): Promise<LoadReport> {
  const resources = Object.keys(files).map((path) => ({ name: path.replace(/\..*$/, ""), path }));
  const said = {
    fecha: "2024-12-31",
    fuente: "GIS",
    licencia: "CC BY 4.0",
    atribucion: "La empresa",
    ...edition,
  };
  const descriptor = { name: "red", empalme: { formato: 1 }, edicion: said, resources };
  return loadPackage(
    { ...loading(url), ...ctx },
    aPackage({ "datapackage.json": JSON.stringify(descriptor), ...files }),
  );
}

/** The package of the real network, unmoved, as files by path. */
export const samplePackageFiles = (edition: SampleEdition): PackageFiles =>
  Object.fromEntries(samplePackage(edition, { isMoved: false }).map(({ path, content }) => [path, content]));

export const loadSample = (url: string, edition: SampleEdition): Promise<LoadReport> =>
  loadPackage(loading(url), aPackage(samplePackageFiles(edition)));

/** The answer key of an edition of the sample. */
export const expectedOf = (edition: SampleEdition) =>
  JSON.parse(readFileSync(`tests/fixtures/network/${edition}.expected.json`, "utf8")) as Record<
    string,
    unknown
  >;
