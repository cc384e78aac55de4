import type { Person } from "../company.ts";

export const CUSTOMER = { identityNumber: "11111111-1", name: "Rosa Inés Barría Oyarzún" };
export const GENERATOR = { identityNumber: "22222222-2", name: "Hernán Alvarado Krause" };
export const NEWCOMER = { identityNumber: "33333333-3", name: "Camila Vera Huenumán" };

export const people: readonly Person[] = [
  { ...CUSTOMER, role: "cliente", staffRole: null, supplies: ["11261", "11262"] },
  {
    ...GENERATOR,
    role: "cliente con generación",
    staffRole: null,
    supplies: ["131311", "131312", "131313", "131314"],
  },
  // Holds supply 20005, which can be linked with what its bill says.
  { ...NEWCOMER, role: "cliente sin suministros", staffRole: null, supplies: [] },
  {
    identityNumber: "44444444-4",
    name: "Patricia Soto Lagos",
    role: "mesa de ayuda (ODECO)",
    staffRole: "desk",
    supplies: [],
  },
  {
    identityNumber: "77777777-7",
    name: "Ignacio Fuentes Reyes",
    role: "administración",
    staffRole: "administrator",
    supplies: [],
  },
];
