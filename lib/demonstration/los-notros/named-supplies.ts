import { period } from "../../kernel/period.ts";
import type { Holder, SupplyPlan } from "../simulation/plan.ts";
import { FARM_SEASON, HOME_SEASON, SUMMER_SEASON } from "./kinds-of-supply.ts";
import { CUSTOMER, GENERATOR, NEWCOMER } from "./people.ts";
import { placeOf, technicalOf } from "./places.ts";

const holder = ({ identityNumber, name, email }: typeof CUSTOMER): Holder => ({
  documento: identityNumber,
  nombre: name,
  correo: email,
  telefono: null,
  isBusiness: false,
});
const ROSA = holder(CUSTOMER);
const HERNAN = holder(GENERATOR);
const CAMILA = holder(NEWCOMER);

/** Read and billed at the end of the month: whenever the demonstration is looked at, the last bill is not due yet. */
function calmSupply(number: string, who: Holder, own: Partial<SupplyPlan>): SupplyPlan {
  return {
    number,
    place: placeOf(number),
    technical: technicalOf(number, 10, "BT"),
    tariffs: ["BT1"],
    billingMonths: 1,
    readDay: 28,
    issueDay: 31,
    meanKwh: 240,
    season: HOME_SEASON,
    payer: "prompt",
    traits: [],
    start: period("2018-01"),
    holder: () => who,
    calm: true,
    ...own,
  };
}

/** Of the reference manual, which ends in October 2020. */
const ofTheManual = {
  start: period("2017-11"),
  end: period("2020-10"),
  traits: ["generates"],
} satisfies Partial<SupplyPlan>;

const OCTOBER = ["2020-10"];

/** Fig. 26 of the manual: what was taken from the network. */
const FIG_26 = {
  "2020-01": 55,
  "2020-02": 58,
  "2020-03": 35,
  "2020-04": 17,
  "2020-05": 14,
  "2020-06": 6,
  "2020-07": 6,
  "2020-08": 5,
  "2020-09": 0,
};
/** Fig. 28: differences of the register, whose columns the manual prints in each other's place. */
const FIG_28 = {
  "2020-01": 619,
  "2020-02": 468,
  "2020-03": 603,
  "2020-04": 694,
  "2020-05": 918,
  "2020-06": 1_130,
  "2020-07": 1_037,
  "2020-08": 1_026,
  "2020-09": 692,
  "2020-10": 614,
};

/** The manual's first supply: only its data are here, its history stands in supply-11261.ts. */
export const plan11261: SupplyPlan = calmSupply("11261", ROSA, {
  place: { direccion: "Fundo El Arrayán s/n", comuna: "Río Bueno", region: "Región de Los Ríos" },
  technical: {
    capacidad_empalme_kva: 15,
    transformador: "TRANSF.TRIF.15 KVA.13200 V.",
    transformador_kva: 15,
    nivel_tension: "AT",
  },
  readDay: 29,
});

/** The other supplies of the people who sign in. */
export const namedSupplies: readonly SupplyPlan[] = [
  calmSupply("11262", ROSA, { payer: "always overdue", meanKwh: 210 }),
  calmSupply("20005", CAMILA, { meanKwh: 185 }),
  calmSupply("131311", HERNAN, {
    ...ofTheManual,
    known: FIG_26,
    unread: OCTOBER,
    meanKwh: 32,
    season: SUMMER_SEASON,
    taxDocuments: ["2020-07"],
  }),
  calmSupply("131312", HERNAN, {
    ...ofTheManual,
    unread: OCTOBER,
    meanKwh: 2_450,
    season: FARM_SEASON,
    technical: technicalOf("131312", 30, "BT"),
  }),
  calmSupply("131313", HERNAN, {
    ...ofTheManual,
    known: FIG_28,
    // Connected so late that the register, which began at little, could come to what the manual shows.
    start: period("2018-10"),
    register: { period: period("2020-10"), kwh: 20_358 },
    meanKwh: 640,
    technical: technicalOf("131313", 15, "BT"),
  }),
  calmSupply("131314", HERNAN, { traits: ["generates"], meanKwh: 360 }),
];
