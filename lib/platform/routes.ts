import type { Period } from "../kernel/period.ts";

/** Every address of the portal, in one place; with `typedRoutes` an address without a page fails the build. */
export const routes = {
  home: () => "/" as const,
  signIn: () => "/ingresar" as const,
  signInThen: (path: string) => `/ingresar?volver=${encodeURIComponent(path)}` as const,
  signOut: () => "/salir" as const,

  desktop: () => "/mi-cuenta" as const,
  usagePoint: (number: string) => `/mi-cuenta/suministros/${number}` as const,
  history: (number: string) => `/mi-cuenta/suministros/${number}/consumos` as const,
  charges: (number: string, period: Period) => `/mi-cuenta/suministros/${number}/consumos/${period}` as const,

  desk: () => "/mesa" as const,

  /** Ordinary pages that need no database; bin/web.ts answers a failed request with them. */
  errors: {
    notFound: "/errores/no-encontrado",
    forbidden: "/errores/prohibido",
    failure: "/errores/falla",
    unavailable: "/errores/fuera-de-servicio",
  } as const,
};

/** The same content as a document: every printable page has a PDF, every table a CSV. */
export const asPdf = <Path extends string>(path: Path) => `${path}/pdf` as const;
export const asCsv = <Path extends string>(path: Path) => `${path}/csv` as const;
