import { layers } from "@/lib/network/layers";
import { CRSS, refuseParameters } from "@/lib/network/ogc";
import { openData, openJson, preflight } from "@/lib/platform/open-data";
import { routes } from "@/lib/platform/routes";
import { collectionOf, JSON_TYPE, link } from "../collection";

export const OPTIONS = preflight;

export const GET = (request: Request): Promise<Response> =>
  openData(request, ({ edition, query }) => {
    refuseParameters(query);
    return openJson({
      links: [link("self", routes.ogcCollections(), JSON_TYPE, "Las capas de la red")],
      crs: CRSS,
      collections: layers.map((layer) => collectionOf(layer, edition)),
    });
  });
