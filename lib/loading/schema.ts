import { z } from "zod";
import { listKind, type Listing } from "../kernel/listing.ts";
import type { ReceiveError } from "./package/receive-package.ts";

/** A load's number, as its address and its forms carry it. */
export const loadId = z.uuid();

/** What the forms that decide about a load send; who approves says which check they saw. */
export const decisionSchema = z.object({ carga: loadId });
export const approvalSchema = z.object({ carga: loadId, comprobada: z.coerce.date() });

/** How an address names what was wrong with a file that was sent. */
export const UPLOAD_PROBLEMS = {
  "sin-archivo": "package/missing",
  vacio: "package/empty",
  grande: "package/too-large",
  "no-es-zip": "package/not-a-zip",
  incompleto: "package/cut-short",
} as const satisfies Record<string, ReceiveError>;
export type UploadProblem = keyof typeof UPLOAD_PROBLEMS;

const PROBLEM_NAMES = Object.keys(UPLOAD_PROBLEMS) as UploadProblem[];
export const uploadProblem = z.enum(PROBLEM_NAMES).nullable().catch(null);
export const problemNamed = (error: ReceiveError) =>
  PROBLEM_NAMES.find((name) => UPLOAD_PROBLEMS[name] === error) ?? "incompleto";

/** The list of loads, newest first. */
export const loadListing = listKind(["fecha", "paquete", "estado"], [25, 100]);
export type LoadListing = Listing<(typeof loadListing.columns)[number]>;
