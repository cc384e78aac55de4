import { notFound } from "next/navigation";
import { losNotrosPackage } from "@/lib/demonstration/los-notros/package";
import { packageZip } from "@/lib/loading/package-zip";
import { administratorContext } from "@/lib/platform/context";
import { streamResponse } from "@/lib/platform/download";
import { env } from "@/lib/platform/env";

/** The demonstration company's package, to see a filled one; a company at work has its own. */
export async function GET(): Promise<Response> {
  await administratorContext();
  if (!env().EMPALME_DEMONSTRATION) notFound();
  return streamResponse(packageZip(losNotrosPackage()), "application/zip", "paquete-demostracion.zip");
}
