import type { Person } from "../company.ts";

export const CUSTOMER = { identityNumber: "1020304050", name: "Marta Lucía Fontalvo Meza" };

export const people: readonly Person[] = [
  { ...CUSTOMER, role: "cliente", staffRole: null, supplies: ["500100"] },
  {
    identityNumber: "79000001",
    name: "Álvaro Quintero Polo",
    role: "atención al usuario (PQR)",
    staffRole: "desk",
    supplies: [],
  },
  {
    identityNumber: "79000002",
    name: "Diana Escorcia Tapia",
    role: "administración",
    staffRole: "administrator",
    supplies: [],
  },
];
