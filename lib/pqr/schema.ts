import { z } from "zod";
import { parseCivilDate } from "../kernel/civil-date.ts";
import type { SentCase } from "./model.ts";

/** More than any case has; with it the longest evaluation takes milliseconds. */
const MOST_EVENTS = 200;

const text = z.string().max(80);
/** JSON says null for what is not there; here it is absent. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const event = z.object({
  type: text,
  at: text,
  days: maybe(z.number()),
  totalDays: maybe(z.number()),
  denies: maybe(z.boolean()),
  from: maybe(text),
  to: maybe(text),
});

const input = z.object({
  invoiceIssued: maybe(text),
  decisionNotifiedOn: maybe(text),
  outageOn: maybe(text),
  apelacionEnSubsidio: maybe(z.boolean()),
  disciplinaria: maybe(z.boolean()),
});

/** A case as programs send it. Keys that it does not name are left aside: examples carry theirs. */
export const sentCase = z.object({
  jurisdiction: text,
  subdivision: maybe(text),
  timezone: maybe(text),
  caseType: text,
  input: maybe(input),
  events: z.array(event).max(MOST_EVENTS),
  asOf: text,
}) satisfies z.ZodType<SentCase>;

/** Where in a case that is none the trouble is: "events.0.at". */
export const troubleIn = (error: z.ZodError) => error.issues[0]?.path.join(".") ?? "";

const short = z.string().trim().max(40).catch("");

/** What the calculator's address carries; whatever makes no sense is as if it were not there. */
export const calculatorQuery = z.object({
  pais: short.transform((code) => code.toUpperCase()),
  region: short,
  zona: short,
  plazo: z.string().trim().max(80).catch(""),
  dia: short,
  mes: short,
  anio: short,
  hora: short,
});
export type CalculatorQuery = z.infer<typeof calculatorQuery>;

/** The day that three fields name, or null when there is no such day. */
export function dayOf({ dia, mes, anio }: Pick<CalculatorQuery, "dia" | "mes" | "anio">) {
  if (!/^\d{1,2}$/.test(dia) || !/^\d{1,2}$/.test(mes) || !/^\d{4}$/.test(anio)) return null;
  return parseCivilDate(`${anio}-${mes.padStart(2, "0")}-${dia.padStart(2, "0")}`);
}
