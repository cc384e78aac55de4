import type { Person } from "../company.ts";

export const CUSTOMER = {
  identityNumber: "1020304050",
  name: "Marta Lucía Fontalvo Meza",
  email: "marta.fontalvo@correo.example",
};

export const people: readonly Person[] = [
  { ...CUSTOMER, role: "cliente", staffRole: null, supplies: ["500100"] },
  {
    identityNumber: "79000001",
    name: "Álvaro Quintero Polo",
    email: "alvaro.quintero@litoral.example",
    role: "atención al usuario (PQR)",
    staffRole: "desk",
    supplies: [],
  },
  {
    identityNumber: "79000002",
    name: "Diana Escorcia Tapia",
    email: "diana.escorcia@litoral.example",
    role: "administración",
    staffRole: "administrator",
    supplies: [],
  },
];
