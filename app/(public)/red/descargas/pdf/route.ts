import { editionsSheet } from "@/components/pdf/network-sheets";
import { editions } from "@/lib/network/queries/editions";
import { publicContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { networkStyle } from "../../style";

export async function GET(): Promise<Response> {
  return pdfResponse(editionsSheet(networkStyle(), await editions(publicContext())), "ediciones-de-la-red");
}
