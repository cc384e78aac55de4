import { join } from "node:path";
import { notFound } from "next/navigation";
import { demonstrationCompany } from "@/lib/demonstration/companies";
import { folderZip, packageZip } from "@/lib/loading/package-zip";
import { administratorContext } from "@/lib/platform/context";
import { streamResponse } from "@/lib/platform/download";
import { env } from "@/lib/platform/env";

/** The demonstration company's package, to see a filled one; a company at work has its own. */
export async function GET(): Promise<Response> {
  const ctx = await administratorContext();
  const { EMPALME_DEMONSTRATION, EMPALME_DEMO, EMPALME_DATA_DIR } = env();
  if (!EMPALME_DEMONSTRATION) notFound();
  const company = demonstrationCompany(EMPALME_DEMO);
  // As it was loaded; making it anew takes seconds of this process.
  const kept = await folderZip(join(EMPALME_DATA_DIR, company.folder));
  const zip = kept ?? packageZip(company.package(ctx.today()));
  return streamResponse(zip, "application/zip", "paquete-demostracion.zip");
}
