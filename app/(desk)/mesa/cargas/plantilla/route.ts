import { packageZip } from "@/lib/loading/package/package-zip";
import { templatePackage } from "@/lib/loading/package/template";
import { administratorContext } from "@/lib/platform/context";
import { streamResponse } from "@/lib/platform/download";

export async function GET(): Promise<Response> {
  await administratorContext();
  return streamResponse(packageZip(templatePackage()), "application/zip", "plantilla-empalme.zip");
}
