import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The figures of the reference portal's manual that supply 11261 repeats, written as a Chilean reads them. */

interface Manual {
  history_fig22: { period: string; consumption_kwh: number | null; charges_clp: number | null }[];
  technical_fig20: {
    service_capacity_kva: number;
    transformer: string;
    transformer_capacity_kva: number;
    voltage: string;
  };
  charge_detail_fig23: { lines: { charge: string; amount_clp: number; taxable: boolean }[] };
}
const fixture = readFileSync(join(import.meta.dirname, "../fixtures/seed-figures.json"), "utf8");
const { history_fig22, technical_fig20, charge_detail_fig23 } = (
  JSON.parse(fixture) as { client_portal_CL: Manual }
).client_portal_CL;

export const SUPPLY = "11261";

/** "47.045" */
export const dotted = (value: number) => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ".");

/** As the first word of a row has them. */
export const MONTHS =
  "Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre".split(" ");

/** Fig. 22: the eight months that have a bill, and the two that do not; null is not known. */
export const history = history_fig22.map(({ period, consumption_kwh, charges_clp }) => {
  const label = `${MONTHS[Number(period.slice(5)) - 1]} ${period.slice(0, 4)}`;
  return { period, label, kwh: consumption_kwh, net: charges_clp };
});
export const billed = history.flatMap(({ kwh, net, ...month }) =>
  kwh === null || net === null ? [] : [{ ...month, kwh, net }],
);
export const unknown = history.filter(({ net }) => net === null);

/** Fig. 20: what the supply is connected with, as the portal's pages word it. */
export const technical = [
  ["Capacidad empalme", `${technical_fig20.service_capacity_kva} kVA`],
  ["Transformador", technical_fig20.transformer],
  ["Capacidad del transformador", `${technical_fig20.transformer_capacity_kva} kVA`],
  ["Tensión del transformador", technical_fig20.voltage],
] as const;

/** Without accents and capitals: the manual prints its charges now with, now without them. */
export const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Fig. 23: the eight charges of January 2020; the quantity that the manual prints after a name is a column here. */
export const charges = charge_detail_fig23.lines.map(({ charge, amount_clp, taxable }) => ({
  name: folded(charge.replace(/ (\$|\d).*/, "")),
  amount: amount_clp,
  taxable: taxable ? "SI" : "NO",
}));

const sum = (lines: typeof charges) => lines.reduce((total, { amount }) => total + amount, 0);
const taxable = sum(charges.filter((charge) => charge.taxable === "SI"));
const net = sum(charges);
const iva = Math.round(0.19 * taxable);
/** What the charges of January 2020 add up to. @law cl/dl-825 art. 14 sets the 19 %. */
export const january = { taxable, exempt: net - taxable, net, iva, total: net + iva };
