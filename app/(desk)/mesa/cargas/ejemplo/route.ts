import { demonstrationPackage } from "@/lib/demonstration/companies";
import { packageZip } from "@/lib/loading/package-zip";
import { administratorContext } from "@/lib/platform/context";
import { streamResponse } from "@/lib/platform/download";
import { companyProfile } from "@/lib/platform/profile";

/** The package of the country's demonstration company, to see a filled one. */
export async function GET(): Promise<Response> {
  const ctx = await administratorContext();
  const files = demonstrationPackage(ctx.today(), companyProfile().country);
  return streamResponse(packageZip(files), "application/zip", "paquete-demostracion.zip");
}
