/** The resources of a package, in the order in which they depend on each other. */
export const RESOURCE_NAMES = [
  "titulares",
  "suministros",
  "contratos",
  "medidores",
  "lecturas",
  "boletas",
  "cargos",
] as const;
export type ResourceName = (typeof RESOURCE_NAMES)[number];

/** What is wrong with a value, and what whoever exported it can do; both in Spanish. */
export interface Problem {
  reason: string;
  remedy: string;
}

/** What became of a resource's rows: read = accepted + rejected, accepted = inserted + updated + unchanged. */
export interface ResourceCount {
  resource: ResourceName;
  file: string;
  read: number;
  accepted: number;
  rejected: number;
  inserted: number;
  updated: number;
  unchanged: number;
}

/** A row that stayed out: one per row, with the first thing found wrong in it. */
export interface Rejection extends Problem {
  file: string;
  /** Line of the file on which the row begins; the header is line 1. */
  line: number;
  column: string | null;
  value: string | null;
}

/** Rejected rows kept with a load; the counts always tell all of them. */
export const REJECTIONS_KEPT = 10_000;

export interface LoadReport {
  source: string;
  status: "published" | "refused";
  /** Checked to the end and taken back: nothing is stored. */
  dryRun: boolean;
  startedAt: string;
  finishedAt: string;
  counts: ResourceCount[];
  /** Why the whole package was refused. */
  refusal: string | null;
  /** At most `REJECTIONS_KEPT`. */
  rejections: Rejection[];
}

/** Trouble with the package as a whole: stops the reading wherever it is, and becomes the report's `refusal`. */
export class PackageRefusal extends Error {}
