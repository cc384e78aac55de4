import { describe, expect, test } from "vitest";
import { jurisdictionOf } from "../../../lib/jurisdiction/jurisdictions.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import { parseMailAddress } from "../../../lib/platform/mail/address.ts";
import { registrationSchema } from "../../../lib/registration/schema.ts";

const setting = {
  kinds: jurisdictionOf("cl").documentKinds,
  today: day("2026-11-26"),
  address: parseMailAddress,
};

const PERSON = {
  documento: "12.345.678-5",
  nombres: "  Rosa   Elena ",
  apellidoPaterno: "Huenchumilla",
  apellidoMaterno: "",
  nacimientoDia: "27",
  nacimientoMes: "3",
  nacimientoAno: "1968",
  nacionalidad: "",
  genero: "",
  email: " Rosa.H@CORREO.example ",
  fono: "9 8765 4321",
  calle: "",
  numero: "",
  departamento: "",
  comuna: "Río Bueno",
  contrasena: "molino lento bajo cuatro sauces",
  confirmacion: "molino lento bajo cuatro sauces",
};

function read(answers: Record<string, string>, given: Partial<typeof setting> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(answers)) form.set(name, value);
  return registrationSchema(form, { ...setting, ...given }).safeParse(Object.fromEntries(form));
}

const mistakes = (answers: Record<string, string>, given: Partial<typeof setting> = {}) =>
  read(answers, given).error?.issues.map(({ path }) => path[0]) ?? [];

describe("a person's answers", () => {
  test("are tidied and normalised, and what was left out is nothing", () => {
    expect(read(PERSON).data).toEqual({
      identityNumber: "12345678-5",
      email: "rosa.h@correo.example",
      password: "molino lento bajo cuatro sauces",
      details: {
        kind: "person",
        givenNames: "Rosa Elena",
        paternalSurname: "Huenchumilla",
        maternalSurname: null,
        bornOn: "1968-03-27",
        nationality: null,
        gender: null,
        phone: "9 8765 4321",
        street: null,
        houseNumber: null,
        apartment: null,
        comuna: "Río Bueno",
      },
    });
  });

  test("every mistake is said at once", () => {
    const wrong = {
      ...PERSON,
      documento: "12.345.678-9",
      email: "rosa@",
      confirmacion: "otra",
      nombres: " ",
    };
    expect(mistakes({ ...wrong, nacimientoDia: "31", nacimientoMes: "2" }).sort()).toEqual([
      "confirmacion",
      "documento",
      "email",
      "nacimiento",
      "nombres",
    ]);
  });

  test.each([
    ["27", "3", "1968", []],
    ["", "", "", []],
    ["２７", "０３", "１９６８", []],
    ["27", "", "1968", ["nacimiento"]],
    ["29", "2", "2027", ["nacimiento"]],
    ["27", "11", "2026", ["nacimiento"]],
    ["26", "11", "2026", []],
    ["31", "12", "1899", ["nacimiento"]],
    ["a", "b", "c", ["nacimiento"]],
  ])("born on %s %s %s", (nacimientoDia, nacimientoMes, nacimientoAno, expected) => {
    expect(mistakes({ ...PERSON, nacimientoDia, nacimientoMes, nacimientoAno })).toEqual(expected);
  });

  test("the password is taken as typed, blanks and all", () => {
    const contrasena = "  molino lento bajo cuatro ";
    expect(read({ ...PERSON, contrasena, confirmacion: contrasena }).data?.password).toBe(contrasena);
  });

  test("where a country has several documents, the kind that was asked for reads it", () => {
    const { documentKinds } = jurisdictionOf("co");
    const [cedula, nit] = documentKinds;
    const given = { kinds: documentKinds };
    expect(read({ ...PERSON, tipo: "CC", documento: cedula?.example ?? "" }, given).success).toBe(true);
    const company = { ...PERSON, como: "empresa", razonSocial: "X", representante: "Y" };
    const answers = { ...company, tipo: "NIT", documento: nit?.example ?? "", tipoRepresentante: "CC" };
    const read1 = read({ ...answers, documentoRepresentante: cedula?.example ?? "" }, given);
    expect(read1.data?.identityNumber).toBe(nit?.parse(nit.example));
    expect(mistakes({ ...answers, documentoRepresentante: "x" }, given)).toEqual(["documentoRepresentante"]);
  });
});

test("a company registers with its own document and whoever represents it", () => {
  const answers = {
    ...PERSON,
    como: "empresa",
    documento: "76.123.456-0",
    razonSocial: "Panadería El Trigal Ltda.",
    representante: "Rosa Huenchumilla",
    documentoRepresentante: "12.345.678-5",
  };
  expect(read(answers).data).toMatchObject({
    identityNumber: "76123456-0",
    details: {
      kind: "company",
      companyName: "Panadería El Trigal Ltda.",
      representativeIdentity: "12345678-5",
      representativeName: "Rosa Huenchumilla",
    },
  });
  expect(mistakes({ ...answers, razonSocial: "", representante: "" }).sort()).toEqual([
    "razonSocial",
    "representante",
  ]);
});
