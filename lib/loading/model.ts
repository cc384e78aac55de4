import type { NetworkResourceName } from "./package/network-descriptor.ts";

/** The resources of a package that are tables, in the order in which they depend on each other. */
export const RESOURCE_NAMES = [
  "titulares",
  "suministros",
  "contratos",
  "medidores",
  "lecturas",
  "boletas",
  "cargos",
  "pagos",
  "glosas",
  "documentos",
  "calendarios",
] as const;
export type ResourceName = (typeof RESOURCE_NAMES)[number];

/** The tax documents of a package lie in this folder, one file each or many in an envelope. */
export const DTE = "dte";

/** What is wrong with a value, and what whoever exported it can do; both in Spanish. */
export interface Problem {
  reason: string;
  remedy: string;
}

/** The sum of a column, to compare with the billing system's own: of all rows, and of those that were accepted. */
export interface ControlTotal {
  column: string;
  read: string;
  accepted: string;
}

/** What became of a resource's rows: read = accepted + rejected, accepted = inserted + updated + unchanged. */
export interface ResourceCount {
  resource: ResourceName | NetworkResourceName | typeof DTE;
  /** Its file; the folder of the tax documents. */
  file: string;
  read: number;
  accepted: number;
  rejected: number;
  inserted: number;
  updated: number;
  unchanged: number;
  /** Rows of the portal that a complete resource no longer has. */
  deleted: number;
  totals: ControlTotal[];
}

/** A row that stayed out: one per row, with the first thing found wrong in it. */
export interface Rejection extends Problem {
  file: string;
  /** Line of the file on which the row begins; the header is line 1. */
  line: number;
  column: string | null;
  value: string | null;
}

/** Rejected rows that a report carries; all of them are kept with the load. */
export const REJECTIONS_REPORTED = 1_000;

export interface LoadReport {
  /** Null for a dry run of the command line, which leaves no trace. */
  id: string | null;
  source: string;
  status: "published" | "refused";
  /** Checked to the end, nothing published. */
  dryRun: boolean;
  startedAt: string;
  finishedAt: string;
  counts: ResourceCount[];
  /** Why the whole package was refused. */
  refusal: string | null;
  /** What is not wrong but worth knowing. */
  notices: string[];
  /** At most `REJECTIONS_REPORTED`. */
  rejections: Rejection[];
}

export const LOAD_PHASES = ["esperando turno", "leyendo", "comparando", "publicando"] as const;

/** How far a load has come: bytes read of all bytes while it reads. */
export interface LoadProgress {
  phase: (typeof LOAD_PHASES)[number];
  /** The file that is being read. */
  file: string | null;
  done: number;
  total: number;
}

/** Trouble with the package as a whole: stops the reading wherever it is, and becomes the report's `refusal`. */
export class PackageRefusal extends Error {}
