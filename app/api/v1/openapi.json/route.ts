import { LAYER_NAMES } from "@/lib/network/fields";
import { absolute, openJson, preflight } from "@/lib/platform/open-data";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";

export const OPTIONS = preflight;

const layer = { name: "capa", in: "path", required: true, schema: { type: "string", enum: LAYER_NAMES } };
const id = {
  name: "id",
  in: "path",
  required: true,
  schema: { type: "string" },
  description: "Estable entre ediciones",
};
const format = {
  name: "formato",
  in: "query",
  schema: { type: "string", enum: ["excel", "plano"], default: "excel" },
  description: "excel: BOM, punto y coma, coma decimal y S/I; plano: coma, punto decimal y celda vacía",
};
const text = (name: string, description: string) => ({
  name,
  in: "query",
  schema: { type: "string" },
  description,
});
const narrowing = [
  text("buscar", "Palabras del identificador, el nombre o el tipo"),
  text("orden", "Columna por la que se ordena"),
  text("dir", "asc o desc"),
  text("alimentador", "Sólo los de este alimentador"),
  text("subestacion", "Sólo los de esta subestación"),
  text("transformador", "Sólo los vanos de este transformador"),
  text("comuna", "Sólo los de esta comuna"),
  text("poste", "Sólo los de este poste"),
  text("codigo", "Sólo los de este código VNR o de activo"),
  text("edicion", "Número de una edición anterior"),
];
const csv = (summary: string, parameters: object[]) => ({
  get: {
    summary,
    parameters: [...parameters, format],
    responses: {
      "200": { description: summary, content: { "text/csv": {} } },
      "404": { description: "No existe" },
    },
  },
});
const edition = { name: "edicion", in: "path", required: true, schema: { type: "integer" } };

/** OpenAPI 3.0 of what is open to programs besides `/ogc`, which describes itself. */
export const GET = (): Response =>
  openJson({
    openapi: "3.0.3",
    info: {
      title: `Datos abiertos de ${companyProfile().legalName}`,
      version: "1",
      description: `Las capas de la red se leen por OGC API – Features en ${absolute(routes.ogc())}, que se describe en ${absolute(routes.ogcApi())}. Aquí está lo demás. Referencial: no reemplaza un estudio de conexión.`,
      contact: { email: companyProfile().contactEmail },
    },
    servers: [{ url: absolute("") }],
    externalDocs: { url: absolute(routes.ogcApi()), description: "OGC API – Features" },
    paths: {
      "/red/{capa}/csv": csv("Una capa, o la parte que se pide", [layer, ...narrowing]),
      "/red/{capa}/{id}/csv": csv("Un elemento con sus 12 últimas demandas", [layer, id]),
      "/red/vnr/{codigo}/csv": csv("Los recargos de un código VNR", [{ ...id, name: "codigo" }]),
      "/red/descargas/csv": csv("Las ediciones, con sus filas y cambios por capa", []),
      "/red/descargas/{edicion}/cambios/csv": csv("Cada cambio de una edición", [edition]),
      "/red/descargas/{edicion}/advertencias/csv": csv("Cada limitación conocida de una edición", [edition]),
      "/red/sugerencias": {
        get: {
          summary: "Lo que la búsqueda encontraría",
          parameters: [text("buscar", "Lo que se va escribiendo")],
          responses: {
            "200": {
              description: "Sugerencias, la mejor primero",
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    properties: {
                      sugerencias: {
                        type: "array",
                        items: {
                          type: "object",
                          properties: {
                            valor: { type: "string" },
                            nombre: { type: "string", nullable: true },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
      "/api/v1/plazos": {
        post: {
          summary: "Calcula un plazo legal a partir de los hechos de un caso",
          requestBody: { content: { "application/json": { schema: { type: "object" } } } },
          responses: {
            "200": { description: "El plazo y cómo se llegó a él" },
            "400": { description: "Pregunta sin sentido" },
          },
        },
      },
      "/api/health": { get: { summary: "El portal responde", responses: { "200": { description: "Sí" } } } },
      "/api/ready": {
        get: {
          summary: "El portal puede atender",
          responses: {
            "200": { description: "Sí" },
            "503": { description: "No: la base de datos no responde" },
          },
        },
      },
    },
  });
