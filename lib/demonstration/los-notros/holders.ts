import { rutCheckDigit } from "../../jurisdiction/cl/rut.ts";
import { inventedEmail, inventedName } from "../names.ts";
import { drawn, pick } from "../random.ts";
import type { Holder } from "../simulation/plan.ts";

/**
 * Bodies of RUT that, as far as we know, were given to nobody: those of persons have not come past thirty million, and
 * businesses have theirs from seventy-five million up. Nobody's number is ever printed under an invented name.
 */
const BODIES = {
  person: { first: 36_000_000, count: 9_000_000 },
  business: { first: 67_000_000, count: 990_000 },
};
/** A prime: numbers that follow each other come to lie far apart, and no two meet. */
const STRIDE = 100_003;
const TURNS = 50;

function rutFor(kind: keyof typeof BODIES, supply: string, turn: number): string {
  const { first, count } = BODIES[kind];
  const body = String(first + ((((Number(supply) % 10_000) * TURNS + turn) * STRIDE) % count));
  return `${body}-${rutCheckDigit(body)}`;
}

export function personFor(supply: string, turn: number): Holder {
  const nombre = inventedName("cl", `${supply} ${turn}`);
  const hasEmail = drawn(supply, turn, "email") < 0.6;
  return {
    documento: rutFor("person", supply, turn),
    nombre,
    correo: hasEmail ? inventedEmail(nombre) : null,
    telefono: null,
    isBusiness: false,
  };
}

const FORMS = ["Ltda.", "SpA", "E.I.R.L."];
const PLACES = [
  "del Ranco",
  "Los Coihues",
  "El Arrayán",
  "Río Pilmaiquén",
  "Las Quemas",
  "Vista al Lago",
  "Los Ulmos",
];

/** A business whose name says what it does: "Lechería Los Coihues SpA". */
export function businessFor(trade: string, supply: string, turn: number): Holder {
  const nombre = `${trade} ${pick(PLACES, supply, turn, "place")} ${pick(FORMS, supply, turn, "form")}`;
  return {
    documento: rutFor("business", supply, turn),
    nombre,
    correo: `administracion@${supply}-${turn}.example`,
    telefono: null,
    isBusiness: true,
  };
}
