import type { Viewer } from "./raw-request.ts";

/** A status, the path that one is sent to, or "ingresar": sent to sign in, and from there back. */
type Expected = number | `/${string}` | "ingresar";
export type Row = Record<Exclude<Viewer, "generator">, Expected>;

const everybody = (expected: Expected): Row => ({
  nobody: expected,
  customer: expected,
  newcomer: expected,
  desk: expected,
  administrator: expected,
});
const uselessLink = everybody("/enlace-sin-uso");
const customers: Row = { ...everybody(403), nobody: "ingresar", customer: 200, newcomer: 200 };
const staff: Row = { ...everybody(200), nobody: "ingresar", customer: 403, newcomer: 403 };
const administrators: Row = { ...staff, desk: 403 };
/** A load that nobody made: for an administrator it does not exist, others do not get as far. */
const nobodysLoad: Row = { ...administrators, administrator: 404 };
const LOAD = "/mesa/cargas/00000000-0000-4000-8000-000000000000";
/** A question that the deadline calculator answers. */
const TERM = "pais=CL&plazo=cl.reposicion_sec&dia=15&mes=9&anio=2026";
/** What belongs to the customer 11.111.111-1: for the other customer it does not exist. */
const owner: Row = { ...customers, newcomer: 404 };
/** Reached by POST only; `cerrar-sesion.spec.ts` sees that it works. */
const postOnly = everybody(405);

/** Who gets what at each page and route handler of app/, by the file that answers. */
export const ROUTES: Record<string, { path: string; row: Row }> = {
  "(public)/page.tsx": { path: "/", row: everybody(200) },
  "(public)/interrupciones/page.tsx": { path: "/interrupciones", row: everybody(200) },
  "(public)/ayuda/page.tsx": { path: "/ayuda", row: everybody(200) },
  "(public)/conoce-tu-boleta/page.tsx": { path: "/conoce-tu-boleta", row: everybody(200) },
  "(public)/conoce-tu-boleta/csv/route.ts": { path: "/conoce-tu-boleta/csv", row: everybody(200) },
  "(public)/red/page.tsx": { path: "/red", row: everybody(200) },
  "(public)/red/sugerencias/route.ts": { path: "/red/sugerencias?buscar=7242", row: everybody(200) },
  "(public)/red/[capa]/page.tsx": { path: "/red/transformadores", row: everybody(200) },
  "(public)/red/[capa]/csv/route.ts": { path: "/red/transformadores/csv", row: everybody(200) },
  "(public)/red/[capa]/pdf/route.ts": { path: "/red/alimentadores/pdf", row: everybody(200) },
  "(public)/red/[capa]/[id]/page.tsx": { path: "/red/transformadores/1_152", row: everybody(200) },
  "(public)/red/[capa]/[id]/csv/route.ts": { path: "/red/transformadores/1_152/csv", row: everybody(200) },
  "(public)/red/[capa]/[id]/pdf/route.ts": { path: "/red/transformadores/1_152/pdf", row: everybody(200) },
  "(public)/red/vnr/[codigo]/page.tsx": { path: "/red/vnr/190.02.02.01.11.01.00", row: everybody(200) },
  "(public)/red/vnr/[codigo]/csv/route.ts": {
    path: "/red/vnr/190.02.02.01.11.01.00/csv",
    row: everybody(200),
  },
  "(public)/red/vnr/[codigo]/pdf/route.ts": {
    path: "/red/vnr/190.02.02.01.11.01.00/pdf",
    row: everybody(200),
  },
  "(public)/red/descargas/page.tsx": { path: "/red/descargas", row: everybody(200) },
  "(public)/red/descargas/csv/route.ts": { path: "/red/descargas/csv", row: everybody(200) },
  "(public)/red/descargas/pdf/route.ts": { path: "/red/descargas/pdf", row: everybody(200) },
  "(public)/red/descargas/[edicion]/cambios/csv/route.ts": {
    path: "/red/descargas/2/cambios/csv",
    row: everybody(200),
  },
  "(public)/red/descargas/[edicion]/advertencias/csv/route.ts": {
    path: "/red/descargas/2/advertencias/csv",
    row: everybody(200),
  },
  "(public)/plazos/page.tsx": { path: "/plazos", row: everybody(200) },
  "(public)/plazos/pdf/route.ts": { path: `/plazos/pdf?${TERM}`, row: everybody(200) },
  "(public)/plazos/ics/route.ts": { path: `/plazos/ics?${TERM}`, row: everybody(200) },
  "(public)/muestras/page.tsx": { path: "/muestras", row: everybody(200) },
  "(auth)/ingresar/page.tsx": {
    path: "/ingresar",
    row: {
      nobody: 200,
      customer: "/mi-cuenta",
      newcomer: "/mi-cuenta",
      desk: "/mesa",
      administrator: "/mesa",
    },
  },
  "(auth)/salir/route.ts": { path: "/salir", row: postOnly },
  "(auth)/ingresar/codigo/page.tsx": { path: "/ingresar/codigo", row: everybody(200) },
  "(auth)/registro/page.tsx": { path: "/registro", row: everybody(200) },
  "(auth)/registro/enviado/page.tsx": { path: "/registro/enviado", row: everybody(200) },
  "(auth)/recuperar/page.tsx": { path: "/recuperar", row: everybody(200) },
  "(auth)/recuperar/enviado/page.tsx": { path: "/recuperar/enviado", row: everybody(200) },
  "(auth)/enlace-sin-uso/page.tsx": { path: "/enlace-sin-uso", row: everybody(200) },
  // Of links that nobody was mailed; `registro.spec.ts` and `seguridad.spec.ts` follow those that were.
  "(auth)/registro/confirmar/[enlace]/page.tsx": { path: "/registro/confirmar/x", row: uselessLink },
  "(auth)/recuperar/clave/[enlace]/page.tsx": { path: "/recuperar/clave/x", row: uselessLink },
  "(auth)/confirmar-correo/[enlace]/page.tsx": { path: "/confirmar-correo/x", row: uselessLink },
  "(auth)/no-fui-yo/[enlace]/page.tsx": { path: "/no-fui-yo/x", row: uselessLink },

  "(auth)/no-fui-yo/suministro/[enlace]/page.tsx": { path: "/no-fui-yo/suministro/x", row: uselessLink },
  "(auth)/no-fui-yo/suministro/listo/page.tsx": { path: "/no-fui-yo/suministro/listo", row: everybody(200) },

  "(portal)/mi-cuenta/page.tsx": { path: "/mi-cuenta", row: customers },
  "(portal)/mi-cuenta/pdf/route.ts": { path: "/mi-cuenta/pdf", row: customers },
  "(portal)/mi-cuenta/csv/route.ts": { path: "/mi-cuenta/csv", row: customers },
  "(portal)/mi-cuenta/datos/page.tsx": { path: "/mi-cuenta/datos", row: customers },
  "(portal)/mi-cuenta/datos/pdf/route.ts": { path: "/mi-cuenta/datos/pdf", row: customers },
  "(portal)/mi-cuenta/datos/json/route.ts": { path: "/mi-cuenta/datos/json", row: customers },
  // The demonstration's people were made by the company: there are no such data of theirs.
  "(portal)/mi-cuenta/datos/contacto/page.tsx": {
    path: "/mi-cuenta/datos/contacto",
    row: { ...customers, customer: 404, newcomer: 404 },
  },
  "(portal)/mi-cuenta/datos/cerrar/page.tsx": { path: "/mi-cuenta/datos/cerrar", row: customers },
  "(portal)/mi-cuenta/seguridad/page.tsx": { path: "/mi-cuenta/seguridad", row: customers },
  "(portal)/mi-cuenta/seguridad/contrasena/page.tsx": {
    path: "/mi-cuenta/seguridad/contrasena",
    row: customers,
  },
  "(portal)/mi-cuenta/seguridad/correo/page.tsx": { path: "/mi-cuenta/seguridad/correo", row: customers },
  "(portal)/mi-cuenta/seguridad/verificacion/page.tsx": {
    path: "/mi-cuenta/seguridad/verificacion",
    row: customers,
  },
  "(portal)/mi-cuenta/seguridad/verificacion/quitar/page.tsx": {
    path: "/mi-cuenta/seguridad/verificacion/quitar",
    row: customers,
  },
  "(portal)/mi-cuenta/seguridad/verificacion/codigos/page.tsx": {
    path: "/mi-cuenta/seguridad/verificacion/codigos",
    row: customers,
  },
  "(portal)/mi-cuenta/suministros/agregar/page.tsx": {
    path: "/mi-cuenta/suministros/agregar",
    row: customers,
  },
  // An invitation that nobody was sent; `compartir.spec.ts` follows one that was.
  "(portal)/mi-cuenta/suministros/compartido/[enlace]/page.tsx": {
    path: "/mi-cuenta/suministros/compartido/x",
    row: { ...customers, customer: "/enlace-sin-uso", newcomer: "/enlace-sin-uso" },
  },
  "(portal)/mi-cuenta/suministros/[numero]/acceso/page.tsx": {
    path: "/mi-cuenta/suministros/11261/acceso",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/acceso/nombre/page.tsx": {
    path: "/mi-cuenta/suministros/11261/acceso/nombre",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/acceso/compartir/page.tsx": {
    path: "/mi-cuenta/suministros/11261/acceso/compartir",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/acceso/quitar/page.tsx": {
    path: "/mi-cuenta/suministros/11261/acceso/quitar",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/page.tsx": {
    path: "/mi-cuenta/suministros/11261",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/pdf/route.ts": {
    path: "/mi-cuenta/suministros/11261/pdf",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/csv/route.ts": {
    path: "/mi-cuenta/suministros/11261/csv",
    row: owner,
  },
  // Chile's bills are DTE: there is no other invoice of them.
  "(portal)/mi-cuenta/suministros/[numero]/consumos/[periodo]/factura/pdf/route.ts": {
    path: "/mi-cuenta/suministros/11261/consumos/2020-01/factura/pdf",
    row: { ...owner, customer: 404 },
  },
  "(portal)/mi-cuenta/suministros/[numero]/dte/[documento]/pdf/route.ts": {
    path: "/mi-cuenta/suministros/11261/dte/39-1046213/pdf",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/dte/[documento]/xml/route.ts": {
    path: "/mi-cuenta/suministros/11261/dte/39-1046213/xml",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/usuario/page.tsx": {
    path: "/mi-cuenta/suministros/11261/usuario",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/usuario/pdf/route.ts": {
    path: "/mi-cuenta/suministros/11261/usuario/pdf",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/usuario/csv/route.ts": {
    path: "/mi-cuenta/suministros/11261/usuario/csv",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/tecnica/page.tsx": {
    path: "/mi-cuenta/suministros/11261/tecnica",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/tecnica/pdf/route.ts": {
    path: "/mi-cuenta/suministros/11261/tecnica/pdf",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/tecnica/csv/route.ts": {
    path: "/mi-cuenta/suministros/11261/tecnica/csv",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/medidor/page.tsx": {
    path: "/mi-cuenta/suministros/11261/medidor",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/medidor/pdf/route.ts": {
    path: "/mi-cuenta/suministros/11261/medidor/pdf",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/medidor/csv/route.ts": {
    path: "/mi-cuenta/suministros/11261/medidor/csv",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/consumos/page.tsx": {
    path: "/mi-cuenta/suministros/11261/consumos",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/consumos/pdf/route.ts": {
    path: "/mi-cuenta/suministros/11261/consumos/pdf",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/consumos/csv/route.ts": {
    path: "/mi-cuenta/suministros/11261/consumos/csv",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/consumos/[periodo]/page.tsx": {
    path: "/mi-cuenta/suministros/11261/consumos/2020-01",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/consumos/[periodo]/pdf/route.ts": {
    path: "/mi-cuenta/suministros/11261/consumos/2020-01/pdf",
    row: owner,
  },
  "(portal)/mi-cuenta/suministros/[numero]/consumos/[periodo]/csv/route.ts": {
    path: "/mi-cuenta/suministros/11261/consumos/2020-01/csv",
    row: owner,
  },

  "(desk)/mesa/page.tsx": { path: "/mesa", row: staff },
  "(desk)/mesa/cargas/page.tsx": { path: "/mesa/cargas", row: administrators },
  "(desk)/mesa/cargas/csv/route.ts": { path: "/mesa/cargas/csv", row: administrators },
  // Whoever lands here after signing in again is led to the form; `cargas.spec.ts` sees the POST.
  "(desk)/mesa/cargas/archivo/route.ts": {
    path: "/mesa/cargas/archivo",
    row: { ...administrators, administrator: 303 },
  },
  "(desk)/mesa/cargas/formato/page.tsx": { path: "/mesa/cargas/formato", row: administrators },
  "(desk)/mesa/cargas/plantilla/route.ts": { path: "/mesa/cargas/plantilla", row: administrators },
  "(desk)/mesa/cargas/ejemplo/route.ts": { path: "/mesa/cargas/ejemplo", row: administrators },
  "(desk)/mesa/cargas/esquema/[recurso]/route.ts": {
    path: "/mesa/cargas/esquema/boletas",
    row: administrators,
  },
  "(desk)/mesa/cargas/[carga]/page.tsx": { path: LOAD, row: nobodysLoad },
  "(desk)/mesa/cargas/[carga]/csv/route.ts": { path: `${LOAD}/csv`, row: nobodysLoad },
  "(desk)/mesa/cargas/[carga]/rechazadas/csv/route.ts": {
    path: `${LOAD}/rechazadas/csv`,
    row: nobodysLoad,
  },
  "(desk)/mesa/cargas/[carga]/cambios/csv/route.ts": { path: `${LOAD}/cambios/csv`, row: nobodysLoad },

  "ogc/route.ts": { path: "/ogc", row: everybody(200) },
  "ogc/api/route.ts": { path: "/ogc/api", row: everybody(200) },
  "ogc/conformance/route.ts": { path: "/ogc/conformance", row: everybody(200) },
  "ogc/collections/route.ts": { path: "/ogc/collections", row: everybody(200) },
  "ogc/collections/[coleccion]/route.ts": { path: "/ogc/collections/postes", row: everybody(200) },
  "ogc/collections/[coleccion]/schema/route.ts": {
    path: "/ogc/collections/postes/schema",
    row: everybody(200),
  },
  "ogc/collections/[coleccion]/schema/geojson/route.ts": {
    path: "/ogc/collections/postes/schema/geojson",
    row: everybody(200),
  },
  "ogc/collections/[coleccion]/queryables/route.ts": {
    path: "/ogc/collections/postes/queryables",
    row: everybody(200),
  },
  "ogc/collections/[coleccion]/items/route.ts": {
    path: "/ogc/collections/postes/items?limit=1",
    row: everybody(200),
  },
  "ogc/collections/[coleccion]/items/[elemento]/route.ts": {
    path: "/ogc/collections/postes/items/7242",
    row: everybody(200),
  },
  "api/v1/openapi.json/route.ts": { path: "/api/v1/openapi.json", row: everybody(200) },
  "api/health/route.ts": { path: "/api/health", row: everybody(200) },
  "api/ready/route.ts": { path: "/api/ready", row: everybody(200) },
  // Reached by POST only; `plazos.spec.ts` sees what it answers.
  "api/v1/plazos/route.ts": { path: "/api/v1/plazos", row: postOnly },
  "icon.svg": { path: "/icon.svg", row: everybody(200) },

  // They stand for a failure and are no place to go to.
  "errores/no-encontrado/page.tsx": { path: "/errores/no-encontrado", row: everybody(404) },
  "errores/prohibido/page.tsx": { path: "/errores/prohibido", row: everybody(404) },
  "errores/falla/page.tsx": { path: "/errores/falla", row: everybody(404) },
  "errores/fuera-de-servicio/page.tsx": { path: "/errores/fuera-de-servicio", row: everybody(404) },
};

/** Paths of what belongs to one customer. */
export const ownPaths = Object.values(ROUTES)
  .filter(({ row }) => row === owner)
  .map(({ path }) => path);
