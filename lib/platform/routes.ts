import type { Route } from "next";
import { chargeAnchor } from "../billing/charge-anchor.ts";
import type { LayerName } from "../network/fields.ts";
import type { Period } from "../kernel/period.ts";

/** With `typedRoutes` an address without a page or route handler fails the type check. */
const address = <Path extends string>(path: Route<Path>) => path as Route;

/** The forms in which a page can be taken along; every printable page has a PDF, every table a CSV. */
export type FileType = "pdf" | "csv";

/** Parts of the manual that pages lead to. */
export type HelpSection =
  | "ingresar"
  | "cuenta"
  | "escritorio"
  | "agregar"
  | "acceso"
  | "general"
  | "tecnica"
  | "medidor"
  | "consumos"
  | "cargos"
  | "documento"
  | "red"
  | "guardar"
  | "plazos"
  | "problemas";

/** What somebody did just before they are asked to sign in. */
export type JustDone = "cuenta" | "contrasena" | "correo" | "cierre" | "no-fui-yo";

/** What a person just changed of their security. */
export type AccessChange = "nombre" | "invitacion" | "retiro";
export type SecurityChange = "contrasena" | "correo" | "sin-codigo" | "sesion" | "sesiones";

/** What the deadline calculator is asked, by the names of its address. */
type DeadlineQuery = Readonly<Record<string, string>>;
/** What was left empty is left out, so that the same question has one address. */
const asked = (query: DeadlineQuery) =>
  new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "")).toString();

/** Every address of the portal, in one place. */
export const routes = {
  home: () => address("/"),
  outages: () => address("/interrupciones"),
  help: () => address("/ayuda"),
  helpOn: (section: HelpSection) => address(`/ayuda#${section}`),
  chargesExplained: () => address("/conoce-tu-boleta"),
  chargesExplainedFile: (type: "csv") => address(`/conoce-tu-boleta/${type}`),
  /** What the company says of one charge, among those that hold the same words. */
  chargeExplained: (description: string) =>
    address(`/conoce-tu-boleta?buscar=${encodeURIComponent(description)}#${chargeAnchor(description)}`),

  network: () => address("/red"),
  /** The search and the filters of the network, as a form would send them. */
  networkSearch: (query: Record<string, string>) => address(`/red?${new URLSearchParams(query)}`),
  networkSuggestions: () => address("/red/sugerencias"),
  networkLayer: (layer: LayerName) => address(`/red/${layer}`),
  /** A layer narrowed: the transformers of a feeder, the spans of a transformer … */
  networkList: (layer: LayerName, query: Record<string, string>) =>
    address(`/red/${layer}?${new URLSearchParams(query)}`),
  networkLayerFile: (layer: LayerName, type: FileType) => address(`/red/${layer}/${type}`),
  olderLayerFile: (layer: LayerName, edition: number, type: FileType) =>
    address(`/red/${layer}/${type}?edicion=${edition}`),
  asset: (layer: LayerName, id: string) => address(`/red/${layer}/${encodeURIComponent(id)}`),
  assetFile: (layer: LayerName, id: string, type: FileType) =>
    address(`/red/${layer}/${encodeURIComponent(id)}/${type}`),
  vnr: (code: string) => address(`/red/vnr/${encodeURIComponent(code)}`),
  vnrFile: (code: string, type: FileType) => address(`/red/vnr/${encodeURIComponent(code)}/${type}`),
  networkDownloads: () => address("/red/descargas"),
  networkDownloadsFile: (type: FileType) => address(`/red/descargas/${type}`),
  editionChangesFile: (edition: number, type: "csv") => address(`/red/descargas/${edition}/cambios/${type}`),
  editionWarningsFile: (edition: number, type: "csv") =>
    address(`/red/descargas/${edition}/advertencias/${type}`),
  ogc: () => address("/ogc"),
  ogcConformance: () => address("/ogc/conformance"),
  ogcApi: () => address("/ogc/api"),
  ogcCollections: () => address("/ogc/collections"),
  ogcCollection: (layer: LayerName) => address(`/ogc/collections/${layer}`),
  ogcSchema: (layer: LayerName) => address(`/ogc/collections/${layer}/schema`),
  ogcFeatureSchema: (layer: LayerName) => address(`/ogc/collections/${layer}/schema/geojson`),
  ogcQueryables: (layer: LayerName) => address(`/ogc/collections/${layer}/queryables`),
  ogcItems: (layer: LayerName) => address(`/ogc/collections/${layer}/items`),
  ogcItem: (layer: LayerName, id: string) =>
    address(`/ogc/collections/${layer}/items/${encodeURIComponent(id)}`),
  apiDescription: () => address("/api/v1/openapi.json"),

  deadlines: () => address("/plazos"),
  deadlinesOf: (country: string) => address(`/plazos?pais=${country}`),
  deadlinesAsked: (query: DeadlineQuery) => address(`/plazos?${asked(query)}`),
  deadlinesFile: (type: "pdf" | "ics", query: DeadlineQuery) => address(`/plazos/${type}?${asked(query)}`),
  signIn: () => address("/ingresar"),
  signInThen: (path: string) => address(`/ingresar?volver=${encodeURIComponent(path)}`),
  /** The second factor, once the password was right. */
  signInCode: (path: string) => address(`/ingresar/codigo?volver=${encodeURIComponent(path)}`),
  /** The sign-in page that says what was just done. */
  signInAfter: (done: JustDone) => address(`/ingresar?listo=${done}`),
  signOut: () => address("/salir"),

  registration: () => address("/registro"),
  companyRegistration: () => address("/registro?como=empresa"),
  registrationSent: () => address("/registro/enviado"),
  registrationSentAgain: () => address("/registro/enviado?otra=si"),
  recovery: () => address("/recuperar"),
  recoverySent: () => address("/recuperar/enviado"),
  /** Pages of mailed links; opening them changes nothing. */
  confirmRegistration: (token: string) => address(`/registro/confirmar/${token}`),
  resetPassword: (token: string) => address(`/recuperar/clave/${token}`),
  confirmEmail: (token: string) => address(`/confirmar-correo/${token}`),
  disownChange: (token: string) => address(`/no-fui-yo/${token}`),
  disownLink: (token: string) => address(`/no-fui-yo/suministro/${token}`),
  linkDisowned: () => address("/no-fui-yo/suministro/listo"),
  acceptShare: (token: string) => address(`/mi-cuenta/suministros/compartido/${token}`),
  /** Where every mailed link that opens nothing leads. */
  uselessLink: () => address("/enlace-sin-uso"),

  desktop: () => address("/mi-cuenta"),
  desktopFile: (type: FileType) => address(`/mi-cuenta/${type}`),
  ownData: () => address("/mi-cuenta/datos"),
  ownDataChanged: () => address("/mi-cuenta/datos?listo=contacto"),
  contact: () => address("/mi-cuenta/datos/contacto"),
  ownDataFile: (type: "pdf" | "json") => address(`/mi-cuenta/datos/${type}`),
  closeAccount: () => address("/mi-cuenta/datos/cerrar"),
  security: () => address("/mi-cuenta/seguridad"),
  /** The page that says what was just changed. */
  securityAfter: (done: SecurityChange) => address(`/mi-cuenta/seguridad?listo=${done}`),
  changePassword: () => address("/mi-cuenta/seguridad/contrasena"),
  changePasswordAfterDisowning: () => address("/mi-cuenta/seguridad/contrasena?por=no-fui-yo"),
  changeEmail: () => address("/mi-cuenta/seguridad/correo"),
  addSecondFactor: () => address("/mi-cuenta/seguridad/verificacion"),
  removeSecondFactor: () => address("/mi-cuenta/seguridad/verificacion/quitar"),
  renewRecoveryCodes: () => address("/mi-cuenta/seguridad/verificacion/codigos"),
  addSupply: () => address("/mi-cuenta/suministros/agregar"),
  access: (number: string) => address(`/mi-cuenta/suministros/${number}/acceso`),
  nameSupply: (number: string) => address(`/mi-cuenta/suministros/${number}/acceso/nombre`),
  shareSupply: (number: string) => address(`/mi-cuenta/suministros/${number}/acceso/compartir`),
  leaveSupply: (number: string) => address(`/mi-cuenta/suministros/${number}/acceso/quitar`),
  /** The page of who sees a supply, which says what was just done. */
  accessAfter: (number: string, done: AccessChange) =>
    address(`/mi-cuenta/suministros/${number}/acceso?listo=${done}`),
  /** A supply that was just linked, and the desktop after one was taken off it. */
  usagePointLinked: (number: string) => address(`/mi-cuenta/suministros/${number}?listo=vinculado`),
  desktopAfterLeaving: () => address("/mi-cuenta?listo=quitado"),
  usagePoint: (number: string) => address(`/mi-cuenta/suministros/${number}`),
  usagePointFile: (number: string, type: FileType) => address(`/mi-cuenta/suministros/${number}/${type}`),
  userInformation: (number: string) => address(`/mi-cuenta/suministros/${number}/usuario`),
  userInformationFile: (number: string, type: FileType) =>
    address(`/mi-cuenta/suministros/${number}/usuario/${type}`),
  technicalInformation: (number: string) => address(`/mi-cuenta/suministros/${number}/tecnica`),
  technicalInformationFile: (number: string, type: FileType) =>
    address(`/mi-cuenta/suministros/${number}/tecnica/${type}`),
  meter: (number: string) => address(`/mi-cuenta/suministros/${number}/medidor`),
  meterFile: (number: string, type: FileType) => address(`/mi-cuenta/suministros/${number}/medidor/${type}`),
  history: (number: string) => address(`/mi-cuenta/suministros/${number}/consumos`),
  /** The drawing of the history that shows what was used, or what was charged. */
  historyPart: (number: string, part: "consumo" | "cargos") =>
    address(`/mi-cuenta/suministros/${number}/consumos#${part}`),
  historyFile: (number: string, type: FileType) =>
    address(`/mi-cuenta/suministros/${number}/consumos/${type}`),
  charges: (number: string, period: Period) => address(`/mi-cuenta/suministros/${number}/consumos/${period}`),
  chargesFile: (number: string, period: Period, type: FileType) =>
    address(`/mi-cuenta/suministros/${number}/consumos/${period}/${type}`),
  /** The invoice of a country whose bills are no DTE; a period may have been billed again, hence the document. */
  invoice: (number: string, period: Period, document: string) =>
    address(
      `/mi-cuenta/suministros/${number}/consumos/${period}/factura/pdf?documento=${encodeURIComponent(document)}`,
    ),
  /** A tax document of the supply: its print, or as it was received. */
  dteFile: (number: string, { tipo, folio }: { tipo: number; folio: string }, type: "pdf" | "xml") =>
    address(`/mi-cuenta/suministros/${number}/dte/${tipo}-${folio}/${type}`),

  desk: () => address("/mesa"),
  loads: () => address("/mesa/cargas"),
  loadsFile: (type: "csv") => address(`/mesa/cargas/${type}`),
  /** The form again, with what was wrong with the file. */
  loadsWith: (problem: string) => address(`/mesa/cargas?problema=${problem}`),
  uploadPackage: () => address("/mesa/cargas/archivo"),
  load: (id: string) => address(`/mesa/cargas/${id}`),
  loadFile: (id: string, type: "csv") => address(`/mesa/cargas/${id}/${type}`),
  rejectedRowsFile: (id: string, type: "csv") => address(`/mesa/cargas/${id}/rechazadas/${type}`),
  loadChangesFile: (id: string, type: "csv") => address(`/mesa/cargas/${id}/cambios/${type}`),
  loadFormat: () => address("/mesa/cargas/formato"),
  loadTemplate: () => address("/mesa/cargas/plantilla"),
  loadExample: () => address("/mesa/cargas/ejemplo"),
  tableSchema: (resource: string) => address(`/mesa/cargas/esquema/${resource}`),

  /** Ordinary pages that need no database; the web server answers a failed request with them. */
  errors: {
    notFound: "/errores/no-encontrado",
    forbidden: "/errores/prohibido",
    failure: "/errores/falla",
    unavailable: "/errores/fuera-de-servicio",
  },
} as const;
