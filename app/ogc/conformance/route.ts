import { CONFORMANCE, refuseParameters } from "@/lib/network/ogc";
import { openData, openJson, preflight } from "@/lib/platform/open-data";

export const OPTIONS = preflight;

export const GET = (request: Request): Promise<Response> =>
  openData(request, ({ query }) => {
    refuseParameters(query);
    return openJson({ conformsTo: CONFORMANCE });
  });
