import { z } from "zod";
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

/** What the address of the list of loads asks for; what makes no sense falls back to the default instead of failing. */
export const loadListing = z.object({
  buscar: z.string().trim().max(80).catch(""),
  orden: z.enum(["fecha", "paquete", "estado"]).catch("fecha"),
  dir: z.enum(["asc", "desc"]).catch("desc"),
  pagina: z.coerce.number().int().min(1).max(10_000).catch(1),
  filas: z.coerce
    .number()
    .refine((rows) => rows === 25 || rows === 100)
    .catch(25),
});
export type LoadListing = z.infer<typeof loadListing>;
export const DEFAULT_LOAD_LISTING: LoadListing = loadListing.parse({});
