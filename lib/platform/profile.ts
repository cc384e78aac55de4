import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { jurisdictionOf } from "../jurisdiction/jurisdictions.ts";
import type { NumberStyle } from "../kernel/format.ts";

const schema = z.strictObject({
  /** Full legal name: "Cooperativa Eléctrica Los Notros Ltda." */
  legalName: z.string().min(1),
  /** What the header says in two lines: "Cooperativa Eléctrica" over "Los Notros". */
  headline: z.strictObject({ small: z.string(), large: z.string().min(1) }),
  /** The company's own tax number, as printed. */
  identityNumber: z.string(),
  country: z.enum(["cl", "co"]),
  timeZone: z.string(),
  locale: z.string(),
  currency: z.string().length(3),
  /** The brand: one hue (degrees) and one chroma of OKLCH; every shade is computed from them. */
  brand: z.strictObject({ hue: z.number().min(0).max(360), chroma: z.number().min(0.03).max(0.12) }),
  emergencyPhone: z.string(),
  contactEmail: z.email(),
  /** Where bills are paid: an address of the company's own or of who collects for it, and in words where else. */
  payment: z.strictObject({
    url: z.url({ protocol: /^https$/ }).optional(),
    places: z.array(z.string().min(1)).min(1),
  }),
  /** Chile: what a tax document's print needs and the document does not say; the SII's office, and where boletas are looked up. */
  sii: z.strictObject({ office: z.string().optional(), boletaSite: z.string().optional() }).default({}),
  /** Fewest customers of a feeder or transformer whose energy and demand are published. */
  network: z
    .strictObject({ minimumCustomers: z.number().int().min(1).max(1000).default(5) })
    .default({ minimumCustomers: 5 }),
  /** A line for the foot of every page, such as "Empresa ficticia de demostración." */
  footnote: z.string().default(""),
});

/** The company that this portal serves: what is printed on every page and how its country writes. */
export type CompanyProfile = z.infer<typeof schema>;

/** Without a profile of its own, the portal shows a fictional company: that of EMPALME_DEMO, or else the Chilean one. */
const demonstrationProfile = () => {
  const company = process.env.EMPALME_DEMO === "co" ? "litoral" : "los-notros";
  return join(process.cwd(), "lib/demonstration", company, "profile.json");
};

/** A company's profile from its JSON. @throws Error that names each part that is missing or wrong */
export function parseProfile(json: string): CompanyProfile {
  const parsed = schema.safeParse(JSON.parse(json));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`Company profile (docs/operador/instalacion.md): ${wrong.join("; ")}`);
}

let read: CompanyProfile | undefined;
/**
 * A file, not a table: pages that say the database is out of reach still carry the company's name and telephone.
 * @throws Error when the file is missing or not a profile.
 */
export function companyProfile(): CompanyProfile {
  return (read ??= parseProfile(
    readFileSync(/* turbopackIgnore: true */ process.env.EMPALME_PROFILE ?? demonstrationProfile(), "utf8"),
  ));
}

export function numberStyle(): NumberStyle {
  const { locale, currency } = companyProfile();
  return { locale, currency };
}

/** The company's own tax number as the country's documents carry it. */
export function companyIdentity(): string {
  const { identityNumber } = companyProfile();
  return companyJurisdiction().parseDocument(identityNumber) ?? identityNumber;
}

export const companyJurisdiction = () => jurisdictionOf(companyProfile().country);
