import { period } from "../../kernel/period.ts";
import { inventedEmail, inventedName } from "../names.ts";
import { drawn, pick } from "../random.ts";
import type { Holder, Payer, SupplyPlan, Trait } from "../simulation/plan.ts";
import { CUSTOMER } from "./people.ts";
import type { ClassName } from "./prices.ts";

const FIRST_NUMBER = 500_101;
const START = period("2018-01");
const DAYS_TO_ISSUE = 5;

/** Hot all year, and hottest when the wind rests. */
const COAST = [0.95, 0.94, 0.98, 1.0, 1.03, 1.06, 1.07, 1.06, 1.02, 0.98, 0.96, 0.95];

interface KindOfSupply {
  count: number;
  tariff: ClassName;
  /** What a business does, as its name begins; null for people. */
  trade: string | null;
  kwh: readonly [number, number];
  billingMonths?: SupplyPlan["billingMonths"];
}

const KINDS: readonly KindOfSupply[] = [
  { count: 12, tariff: "Estrato 1", trade: null, kwh: [90, 210] },
  { count: 4, tariff: "Estrato 1", trade: null, kwh: [60, 140], billingMonths: 2 },
  { count: 10, tariff: "Estrato 2", trade: null, kwh: [120, 260] },
  { count: 7, tariff: "Estrato 3", trade: null, kwh: [150, 320] },
  { count: 4, tariff: "Estrato 4", trade: null, kwh: [200, 420] },
  { count: 2, tariff: "Estrato 5", trade: null, kwh: [280, 560] },
  { count: 2, tariff: "Estrato 6", trade: null, kwh: [400, 900] },
  { count: 4, tariff: "Comercial", trade: "Tienda", kwh: [500, 1_800] },
  { count: 2, tariff: "Industrial", trade: "Pesquera", kwh: [9_000, 22_000] },
];

/**
 * Numbers that, as far as we know, were given to nobody: those of people have not come to 1.900 millions, those of
 * businesses not to 997.
 */
const DOCUMENTS = { person: 1_900_000_000, business: 997_000_000 };
const STRIDE = 9_973;

function holderOf(number: string, trade: string | null, turn: number): Holder {
  const serial = ((Number(number) % 1_000) * 50 + turn) * STRIDE;
  if (trade !== null)
    return {
      documento: String(DOCUMENTS.business + (serial % 900_000)),
      nombre: `${trade} ${pick(["La Ciénaga", "Brisas del Mar", "El Mangle", "Punta Arena"], number, turn)} S.A.S.`,
      correo: `facturas@${number}-${turn}.example`,
      telefono: null,
      isBusiness: true,
    };
  const nombre = inventedName("co", `${number} ${turn}`);
  const correo = drawn(number, turn, "email") < 0.6 ? inventedEmail(nombre) : null;
  return { documento: String(DOCUMENTS.person + serial), nombre, correo, telefono: null, isBusiness: false };
}

const MUNICIPALITIES = ["Puerto Colombia", "Sabanalarga", "Malambo", "Baranoa", "Juan de Acosta"];
const STREETS = ["Calle", "Carrera", "Transversal", "Diagonal"];

function placeOf(number: string): SupplyPlan["place"] {
  const [street, first, second] = ["street", "first", "second"].map(
    (word) => 1 + Math.floor(98 * drawn(number, word)),
  );
  return {
    direccion: `${pick(STREETS, number)} ${street} # ${first}-${second}`,
    comuna: pick(MUNICIPALITIES, number, "municipality"),
    region: "Atlántico",
  };
}

const PAYERS: readonly Payer[] = ["prompt", "prompt", "usual", "usual", "late", "in arrears"];

function traitsOf(number: string, { trade }: KindOfSupply): Trait[] {
  const inCash: Trait[] = drawn(number, "cash") < 0.5 ? ["pays in cash"] : [];
  return trade === null ? inCash : ["low power factor"];
}

function planOf(number: string, kind: KindOfSupply): SupplyPlan {
  const [least, most] = kind.kwh;
  const readDay = pick([6, 10, 15, 20], number, "round");
  const isLarge = most > 5_000;
  return {
    number,
    place: placeOf(number),
    technical: {
      capacidad_empalme_kva: isLarge ? 112.5 : 10,
      transformador: `TR-${100 + (Number(number) % 37)}`,
      transformador_kva: isLarge ? 150 : 75,
      nivel_tension: isLarge ? "MT" : "BT",
    },
    tariffs: [kind.tariff],
    billingMonths: kind.billingMonths ?? 1,
    readDay,
    issueDay: readDay + DAYS_TO_ISSUE,
    meanKwh: Math.round(least + (most - least) * drawn(number, "mean")),
    season: COAST,
    payer: pick(PAYERS, number, "payer"),
    traits: traitsOf(number, kind),
    start: START,
    holder: (turn) => holderOf(number, kind.trade, turn),
    calm: false,
  };
}

/** The customer's who signs in: whenever it is looked at, its last bill is not due yet. */
const supply500100: SupplyPlan = {
  ...planOf("500100", { count: 1, tariff: "Estrato 3", trade: null, kwh: [230, 230] }),
  readDay: 28,
  issueDay: 31,
  payer: "prompt",
  traits: [],
  holder: () => ({
    documento: CUSTOMER.identityNumber,
    nombre: CUSTOMER.name,
    correo: CUSTOMER.email,
    telefono: null,
    isBusiness: false,
  }),
  calm: true,
};

export const supplies: readonly SupplyPlan[] = [
  supply500100,
  ...KINDS.flatMap((kind) => Array.from({ length: kind.count }, () => kind)).map((kind, at) =>
    planOf(String(FIRST_NUMBER + at), kind),
  ),
];
