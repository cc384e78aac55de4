import type { Jurisdiction } from "@/lib/jurisdiction/jurisdiction";
import { parseCivilDate } from "@/lib/kernel/civil-date";
import { formatDate } from "@/lib/kernel/format";
import type { OwnData } from "@/lib/registration/queries";
import type { PersonalDetails } from "@/lib/registration/personal-details";
import type { FactGroup } from "./usage-point-facts";

const UNTOLD = "No indicado";
const told = (value: string | null) => value ?? UNTOLD;

/** What the portal knows of a person, as label and value, for page and PDF. */
export function ownDataFacts(
  { identityNumber, name, email, details }: OwnData,
  { documentKindOf, documentName, formatDocument, words }: Jurisdiction,
): FactGroup[] {
  const document = {
    term: documentKindOf(identityNumber)?.name ?? documentName,
    value: formatDocument(identityNumber),
  };
  const who = {
    title: "Quién es usted",
    facts: [document, ...(details ? whoFacts(details, formatDocument) : [{ term: "Nombre", value: name }])],
  };
  const reached = [
    { term: "Correo", value: told(email) },
    ...(details ? contactFacts(details, words.comuna) : []),
  ];
  return [who, { title: "Cómo le avisamos", facts: reached }];
}

function whoFacts(details: PersonalDetails, formatDocument: (document: string) => string) {
  if (details.kind === "company")
    return [
      { term: "Nombre o razón social", value: details.companyName },
      { term: "Quién la representa", value: details.representativeName },
      { term: "Documento de quien la representa", value: formatDocument(details.representativeIdentity) },
    ];
  const born = parseCivilDate(details.bornOn ?? "");
  return [
    { term: "Nombres", value: details.givenNames },
    { term: "Apellido paterno", value: details.paternalSurname },
    { term: "Apellido materno", value: told(details.maternalSurname) },
    { term: "Fecha de nacimiento", value: born ? formatDate(born) : UNTOLD },
    { term: "Nacionalidad", value: told(details.nationality) },
    { term: "Género", value: told(details.gender) },
  ];
}

const contactFacts = (
  { phone, street, houseNumber, apartment, comuna }: PersonalDetails,
  comunaName: string,
) => [
  { term: "Fono", value: told(phone) },
  { term: "Calle", value: told(street) },
  { term: "Número", value: told(houseNumber) },
  { term: "Departamento", value: told(apartment) },
  { term: comunaName, value: told(comuna) },
];
