import { z } from "zod";

/** As on a bill, with whatever people put between the digits. */
const written = (missing: string) =>
  z.string().trim().min(1, missing).max(60, "Revise lo que escribió: es demasiado largo.");

/** What the form for linking a supply sends: three data of one bill, `bill` as the country calls it. */
export const linkSupplySchema = (bill: string) =>
  z.object({
    cliente: written(`Escriba el número de cliente que aparece en la ${bill}.`),
    medidor: written(
      `Escriba el número de medidor que aparece en la ${bill}; si no nombra ninguno, el folio.`,
    ),
    total: written(`Escriba el total de una de las tres últimas ${bill}s.`),
  });

/** What a person calls a supply; nothing takes the name away. */
export const nameSchema = z.object({
  numero: z.string(),
  nombre: z
    .string()
    .trim()
    .max(40, "Acorte el nombre: puede tener hasta 40 caracteres.")
    .regex(/^\P{Cc}*$/u, "Escriba el nombre en una línea."),
});

export const inviteSchema = z.object({
  numero: z.string(),
  correo: z.string().trim().min(1, "Escriba el correo de la otra persona.").max(300, "Revise el correo."),
});

export const supplySchema = z.object({ numero: z.string() });
export const shareSchema = z.object({ numero: z.string(), vinculo: z.uuid() });
export const invitationSchema = z.object({ numero: z.string(), correo: z.string() });
