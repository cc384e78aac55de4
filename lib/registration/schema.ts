import { z } from "zod";

/** What the sign-in form sends. The password is checked exactly as typed, and bounded so that hashing stays cheap. */
export const signInSchema = z.object({
  documento: z
    .string()
    .trim()
    .min(1, "Escriba su número de documento.")
    .max(40, "Revise el número: es demasiado largo."),
  contrasena: z
    .string()
    .min(1, "Escriba su contraseña.")
    .max(256, "Revise la contraseña: es demasiado larga."),
  volver: z.string().max(500).default(""),
});
