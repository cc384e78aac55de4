import { expect, test } from "vitest";
import { linesOf } from "../../../app/(public)/red/[capa]/[id]/csv/lines.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import type { AssetDetail } from "../../../lib/network/model.ts";

const detail = (isOdd: boolean): AssetDetail => ({
  edition: {
    id: 1,
    dataOn: day("2024-12-31"),
    publishedAt: new Date(0),
    source: "GIS",
    licence: "CC BY 4.0",
    attribution: "La empresa",
    note: isOdd ? "Posiciones desplazadas." : null,
    demandUnit: "kW",
    minimumCustomers: 5,
    account: {
      counts: {},
      columns: {},
      warnings: [],
      withheld: { alimentadores: 0, transformadores: 0 },
      changes: null,
    },
    box: null,
    isCurrent: !isOdd,
  },
  asset: {
    layer: "transformadores",
    id: "T",
    values: {},
    at: null,
    path: null,
    box: null,
    withheld: isOdd,
  },
  feeder: null,
  feeders: [],
  substation: null,
  demand: [],
  changes: [],
  warnings: isOdd ? [{ code: "no-coordinates", detail: "no se sabe dónde está" }] : [],
});
const said = (isOdd: boolean) => linesOf(detail(isOdd)).map(({ what, text }) => [what, text]);

test("the CSV of an asset tells all that its page says of the data", () => {
  expect(said(true)).toEqual([
    ["Demanda", expect.stringContaining("menos de 5 clientes")],
    [
      "Limitación",
      "Sin coordenadas: no se sabe dónde está. No se sabe dónde están: no aparecen en los dibujos ni al buscar por coordenadas.",
    ],
    ["Vigencia", expect.stringContaining("Ya no está en la red")],
    ["Edición", "2024-12-31"],
    ["Atribución", "La empresa"],
    ["Licencia", "CC BY 4.0"],
    ["Nota", "Posiciones desplazadas."],
  ]);
});

test("and nothing of it of an asset of which there is nothing to say", () => {
  expect(said(false).map(([what]) => what)).toEqual(["Edición", "Atribución", "Licencia"]);
});
