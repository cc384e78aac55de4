import { z } from "zod";

/** What no identifier and no name has, and what PostgreSQL takes in no text. */
const CONTROL = /[\p{Cc}\p{Cs}]/gu;

const text = z
  .string()
  .max(200)
  .transform((typed) => typed.replaceAll(CONTROL, " ").trim())
  .catch("");

/** What the forms of `/red` send; what makes no sense is as if it were empty. */
const networkForm = z.object({
  buscar: z.string().trim().catch(""),
  filtro: text.default(""),
  region: text.default(""),
  comuna: text.default(""),
  subestacion: text.default(""),
  alimentador: text.default(""),
  transformador: text.default(""),
  placa_transformador: text.default(""),
  placa_poste: text.default(""),
  cliente: text.default(""),
  vnr: text.default(""),
  poste: text.default(""),
  vano: text.default(""),
  equipo: text.default(""),
});
export type NetworkForm = z.infer<typeof networkForm>;
export const parseNetworkForm = (query: unknown): NetworkForm => networkForm.parse(query);

/** The number of an edition in an address. */
export const editionNumber = (digits: string): number | null =>
  /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : null;
