import type { Person } from "../company.ts";

export const CUSTOMER = {
  identityNumber: "11111111-1",
  name: "Rosa Inés Barría Oyarzún",
  email: "rosa.barria@correo.example",
};
export const GENERATOR = {
  identityNumber: "22222222-2",
  name: "Hernán Alvarado Krause",
  email: "hernan.alvarado@correo.example",
};
export const NEWCOMER = {
  identityNumber: "33333333-3",
  name: "Camila Vera Huenumán",
  email: "camila.vera@correo.example",
};

export const people: readonly Person[] = [
  { ...CUSTOMER, role: "cliente", staffRole: null, supplies: ["11261", "11262"] },
  {
    ...GENERATOR,
    role: "cliente con generación",
    staffRole: null,
    supplies: ["131311", "131312", "131313", "131314"],
  },
  { ...NEWCOMER, role: "cliente sin suministros", staffRole: null, supplies: [], toLink: "20005" },
  {
    identityNumber: "44444444-4",
    name: "Patricia Soto Lagos",
    email: "patricia.soto@los-notros.example",
    role: "mesa de ayuda (ODECO)",
    staffRole: "desk",
    supplies: [],
  },
  {
    identityNumber: "77777777-7",
    name: "Ignacio Fuentes Reyes",
    email: "ignacio.fuentes@los-notros.example",
    role: "administración",
    staffRole: "administrator",
    supplies: [],
  },
];
