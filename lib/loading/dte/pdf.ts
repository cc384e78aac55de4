import type { StagedProblem } from "./rows.ts";
import { inspectFile } from "../package/file-inspection.ts";
import type { PackageFiles } from "../package/package-files.ts";

/** The company's own printed representation of a document: a file beside its XML, with its name. */
export interface CompanyPdf {
  path: string;
  /** Of the file store; null when the file is not taken. */
  key: string | null;
  problem: StagedProblem | null;
}

/** The PDF that comes with the only document of the file at `path`, if one does; `others` are the paths beside it. */
export async function companyPdf(
  pack: PackageFiles,
  path: string,
  others: ReadonlySet<string>,
): Promise<CompanyPdf | null> {
  const stem = path.slice(0, -".xml".length);
  const beside = [".pdf", ".PDF"].map((ending) => stem + ending).find((other) => others.has(other));
  if (beside === undefined) return null;
  const found = await inspectFile(pack, beside);
  const isPdf = found.ok && found.mediaType === "application/pdf";
  if (isPdf) return { path: beside, key: `dtepdf/${found.sha256}`, problem: null };
  const problem = {
    column: "PDF",
    value: beside,
    reason: found.ok ? "El archivo que acompaña al documento no es un PDF." : found.reason,
    remedy: "Reemplácelo por el PDF de la empresa, o quítelo: entonces el portal dibuja el documento.",
  };
  return { path: beside, key: null, problem };
}
