import { z } from "zod";
import type { CivilDate } from "../kernel/civil-date.ts";

/** What a person tells of themselves: no more than is needed to know whom one writes to. Empty texts are not kept. */
const contact = {
  phone: z.string().nullable(),
  street: z.string().nullable(),
  houseNumber: z.string().nullable(),
  apartment: z.string().nullable(),
  comuna: z.string().nullable(),
};

const person = z.object({
  kind: z.literal("person"),
  givenNames: z.string(),
  paternalSurname: z.string(),
  maternalSurname: z.string().nullable(),
  bornOn: z.string().nullable(),
  nationality: z.string().nullable(),
  gender: z.string().nullable(),
  ...contact,
});

const company = z.object({
  kind: z.literal("company"),
  companyName: z.string(),
  /** Who acts for it: a natural person's document, normalised, and name. */
  representativeIdentity: z.string(),
  representativeName: z.string(),
  ...contact,
});

/** As it is kept in `PortalUser.details`. */
const personalDetails = z.discriminatedUnion("kind", [person, company]);
export type PersonalDetails = z.infer<typeof personalDetails>;
export type Contact = Pick<PersonalDetails, keyof typeof contact>;
export type BirthDate = CivilDate;

/** What is kept of somebody, or null for people that the company made. @throws Error when it is nothing of ours */
export const parseDetails = (stored: unknown): PersonalDetails | null =>
  stored === null ? null : personalDetails.parse(stored);

/** "Ana María Rojas Pérez", "Panadería El Trigal Ltda." */
export const wholeName = (details: PersonalDetails): string =>
  details.kind === "company"
    ? details.companyName
    : [details.givenNames, details.paternalSurname, details.maternalSurname].filter(Boolean).join(" ");

/** What a password of theirs must not be made of. */
export const namesOf = (details: PersonalDetails | null): string[] =>
  details === null
    ? []
    : (Object.values(details).filter((value) => value !== null && value !== details.kind) as string[]);
