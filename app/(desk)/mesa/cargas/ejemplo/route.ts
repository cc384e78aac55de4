import { join } from "node:path";
import { demonstrationCompany } from "@/lib/demonstration/companies";
import { folderZip, packageZip } from "@/lib/loading/package/package-zip";
import { administratorContext } from "@/lib/platform/context";
import { streamResponse } from "@/lib/platform/download";
import { env } from "@/lib/platform/env";
import { companyProfile } from "@/lib/platform/profile";

/** The package of the country's demonstration company, to see a filled one. */
export async function GET(): Promise<Response> {
  const ctx = await administratorContext();
  const company = demonstrationCompany(companyProfile().country);
  // A demonstration keeps it as it was loaded; making it anew takes this process some seconds.
  const kept = await folderZip(join(env().EMPALME_DATA_DIR, company.folder));
  const zip = kept ?? packageZip(company.package(ctx.today()));
  return streamResponse(zip, "application/zip", "paquete-demostracion.zip");
}
