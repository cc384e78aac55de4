/** Rows of one table that belong to a bill, and how many of them the loader should reject. */
export interface Rows {
  text: string;
  rows: number;
  rejected: number;
}

export interface BillRows {
  lecturas: Rows;
  boletas: Rows;
  cargos: Rows;
  pagos: Rows;
}

interface Bill {
  number: number;
  supply: number;
  /** Months since the first. */
  month: number;
  random: () => number;
  /** With nothing wrong in it, whatever its number. */
  sound: boolean;
}

interface Line {
  glosa: string;
  quantity: string;
  unit: string;
  price: string;
  amount: number;
  taxable: boolean;
}

const GLOSAS = [
  "Administración del servicio",
  "Electricidad consumida",
  "Uso del sistema de transmisión",
  "Transporte de electricidad",
  "Cargo por servicio público",
  "Arriendo y mantención de medidor",
  "Compras de potencia en horas de punta",
  "Rebaja por interrupción, art. 16 B",
  "Interés por pago fuera de plazo",
  "Aporte a bomberos voluntarios",
] as const;

export const glosaRows = (): Rows => ({
  text: GLOSAS.map((glosa) => `"${glosa}",Qué es y por qué se cobra: ${glosa.replaceAll(",", "")}.\n`).join(
    "",
  ),
  rows: GLOSAS.length,
  rejected: 0,
});

function lines(kwh: number, random: () => number): Line[] {
  const byEnergy = (glosa: string, price: number): Line => ({
    glosa,
    quantity: kwh.toFixed(1),
    unit: "kWh",
    price: price.toFixed(3),
    amount: Math.round(kwh * price),
    taxable: true,
  });
  const flat = (glosa: string, amount: number, taxable = true): Line => {
    return { glosa, quantity: "", unit: "", price: "", amount, taxable };
  };
  return [
    flat(GLOSAS[0], 1250),
    byEnergy(GLOSAS[1], 110 + random() * 40),
    byEnergy(GLOSAS[2], 17.125),
    byEnergy(GLOSAS[3], 21 + random()),
    byEnergy(GLOSAS[4], 0.725),
    flat(GLOSAS[5], 890),
    { ...byEnergy(GLOSAS[6], 0), quantity: "2.75", unit: "kW", price: "4510.33", amount: 12_403 },
    flat(GLOSAS[7], -Math.round(random() * 900) - 1),
    flat(GLOSAS[8], Math.round(random() * 700), false),
    flat(GLOSAS[9], 500, false),
  ];
}

/** What is wrong with one bill in 5003, in turn: whatever it is, the bill and all its charges stay out. */
const FAULTS = ["comma", "total", "date", "repeated", "missing", "tax", "letters"] as const;
type Fault = (typeof FAULTS)[number];
const faultOf = (bill: number): Fault | undefined =>
  bill % 5003 === 11 ? FAULTS[Math.floor(bill / 5003) % FAULTS.length] : undefined;

const two = (value: number) => String(value).padStart(2, "0");
const periodOf = (month: number) => `${2023 + Math.floor(month / 12)}-${two((month % 12) + 1)}`;

/** The rows of a bill in every table that has some. */
export function billRows({ number, supply, month, random, sound }: Bill): BillRows {
  const period = periodOf(month);
  const kwh = 60 + Math.round(random() * 3000) / 10;
  const key = `${supply},${period},B${1_000_000 + number}`;
  const charged = lines(kwh, random);
  const fault = sound ? undefined : faultOf(number);
  const badPayment = number % 5003 === 12;
  return {
    lecturas: {
      text: `${supply},M${supply},${period},real,${period}-27,${(1000 + month * 210 + random() * 90).toFixed(1)}\n`,
      rows: 1,
      rejected: 0,
    },
    boletas: {
      text: billRow(key, { number, period, kwh, charged, fault }),
      rows: 1,
      rejected: fault ? 1 : 0,
    },
    cargos: chargeRows(key, charged, fault),
    pagos: {
      text: `${supply},P${number},${badPayment ? "2024-02-30" : `${period}-28`},${1000 + (number % 90_000)},B${1_000_000 + number},Caja Río Bueno\n`,
      rows: 1,
      rejected: badPayment ? 1 : 0,
    },
  };
}

interface Head {
  number: number;
  period: string;
  kwh: number;
  charged: readonly Line[];
  fault: Fault | undefined;
}

function billRow(key: string, { number, period, kwh, charged, fault }: Head): string {
  const sum = (taxable: boolean) =>
    charged.reduce((total, line) => (line.taxable === taxable ? total + line.amount : total), 0);
  const [taxed, exempt] = [sum(true), sum(false)];
  const tax = Math.floor(taxed * 0.19 + 0.5) + (fault === "tax" ? 1 : 0);
  const total = taxed + exempt + tax + (fault === "total" ? 10 : 0);
  const issued = fault === "date" ? `${period}-31T00:00` : `${period}-28`;
  return `${key},39,${number + 1},${issued},${period}-28,${period}-01,${period}-27,${kwh.toFixed(1)},${taxed},${exempt},${tax},${total},,\n`;
}

function chargeRows(key: string, charged: readonly Line[], fault: Fault | undefined): Rows {
  const rows = charged.map(({ glosa, quantity, unit, price, amount, taxable }, at) => {
    const text = glosa.includes(",") ? `"${glosa}"` : glosa;
    const wrong = at === 4 ? fault : undefined;
    const line = wrong === "repeated" ? at : at + 1;
    const money =
      wrong === "comma" ? `"${amount},5"` : wrong === "letters" ? "S/I" : wrong === "missing" ? "" : amount;
    return `${key},${line},${text},${quantity},${unit},${price},${money},${taxable ? "SI" : "NO"}\n`;
  });
  return { text: rows.join(""), rows: rows.length, rejected: fault ? rows.length : 0 };
}
