import { refuseParameters } from "@/lib/network/ogc";
import { openData, openJson, preflight } from "@/lib/platform/open-data";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { JSON_TYPE, link, OPENAPI } from "./collection";

export const OPTIONS = preflight;

export const GET = (request: Request): Promise<Response> =>
  openData(request, ({ edition, query }) => {
    refuseParameters(query);
    return openJson({
      title: `Red eléctrica de ${companyProfile().legalName}`,
      description: `Edición del ${edition.dataOn}. ${edition.attribution}. Licencia: ${edition.licence}. Referencial: no reemplaza un estudio de conexión.`,
      attribution: edition.attribution,
      links: [
        link("self", routes.ogc(), JSON_TYPE, "Esta página"),
        link("service-desc", routes.ogcApi(), OPENAPI, "Descripción del servicio (OpenAPI 3.0)"),
        link(
          "service-doc",
          routes.networkDownloads(),
          "text/html",
          "Ediciones, licencia y limitaciones conocidas",
        ),
        link("conformance", routes.ogcConformance(), JSON_TYPE, "Lo que cumple de OGC API"),
        link("data", routes.ogcCollections(), JSON_TYPE, "Las capas de la red"),
      ],
    });
  });
