import type { Registration } from "../../lib/registration/commands/register.ts";
import type { PersonalDetails } from "../../lib/registration/personal-details.ts";

let counter = 0;

/** A password that the policy lets anybody choose. */
export const GOOD_PASSWORD = "molino lento bajo cuatro sauces";

export const PERSON: PersonalDetails = {
  kind: "person",
  givenNames: "Elisa",
  paternalSurname: "Quintupil",
  maternalSurname: null,
  bornOn: "1968-03-27",
  nationality: null,
  gender: null,
  phone: "64 234 5678",
  street: null,
  houseNumber: null,
  apartment: null,
  comuna: "Río Bueno",
};

/** A place on the network that nothing else came from. */
export const anOrigin = () => {
  counter += 1;
  return {
    address: `2001:db8:${counter.toString(16)}::1`,
    userAgent: "Mozilla/5.0 (Linux; Android 10) Chrome/131.0",
  };
};

/** A registration like no other, of which `given` is so. */
export function aRegistration(given: Partial<Registration> = {}): Registration {
  counter += 1;
  return {
    identityNumber: `${20_000_000 + counter}-1`,
    email: `persona-${counter}@correo.example`,
    password: GOOD_PASSWORD,
    details: PERSON,
    origin: anOrigin(),
    ...given,
  };
}
