import { deadlineSheet } from "@/components/pdf/deadline-sheet";
import { publicContext } from "@/lib/platform/context";
import { pdfResponse } from "@/lib/platform/download";
import { env } from "@/lib/platform/env";
import { routes } from "@/lib/platform/routes";
import { sheetStyle } from "../../../_components/sheet-style";
import { calculated } from "../calculator";

export async function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const { query, calculation } = await calculated(publicContext(), params);
  if (calculation.kind !== "reckoned") return pdfResponse(null, "plazo");
  const address = new URL(routes.deadlinesAsked(query), env().APP_URL).toString();
  const { reckoned } = calculation;
  return pdfResponse(deadlineSheet(sheetStyle(), reckoned, address), `plazo-${reckoned.startedOn}`);
}
