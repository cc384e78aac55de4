import { refuseParameters } from "@/lib/network/ogc";
import { openData, openJson, preflight } from "@/lib/platform/open-data";
import { OPENAPI } from "../collection";
import { featuresDescription } from "./description";

export const OPTIONS = preflight;

export const GET = (request: Request): Promise<Response> =>
  openData(request, ({ edition, query }) => {
    refuseParameters(query);
    return openJson(featuresDescription(edition), { type: OPENAPI });
  });
