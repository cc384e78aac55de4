import { beforeAll, describe, expect, test } from "vitest";
import type { EditionAccount } from "../../../lib/network/edition.ts";
import { freshDatabase } from "../../support/database.ts";
import { layerOf } from "../../support/geojson.ts";
import { loadNetwork } from "../../support/network.ts";
import type { PackageFiles } from "../../support/packages.ts";

const { pool, url } = await freshDatabase();

type Feature = readonly [properties: object, coordinates: unknown];
const POLES: Feature[] = [
  [{ id: "1" }, [-72.9, -40.3]],
  [{ id: "2" }, [-72.901, -40.3]],
];
const FEEDER: Feature = [{ id: "A", nombre: "ALIM", subestacion_id: "S" }, null];
const SUBSTATION: Feature = [{ id: "S", nombre: "La Unión" }, [-72.91, -40.3]];
const TRANSFORMER: Feature = [
  { id: "T", alimentador_id: "A", subestacion_id: "S", nodo_id: "1", potencia_kva: 10 },
  [-72.9, -40.3],
];
const SPAN: Feature = [
  {
    id: "V",
    alimentador_id: "A",
    subestacion_id: "S",
    transformador_id: "T",
    nodo_origen: "1",
    nodo_destino: "2",
    extension_m: 84.8,
    fases: "RST",
  },
  [
    [-72.9, -40.3],
    [-72.901, -40.3],
  ],
];

const changed = ([properties, coordinates]: Feature, change: object, at: unknown = coordinates): Feature => [
  { ...properties, ...change },
  at,
];

/** A small network that is right, but for what is given. */
const network = (
  layers: Partial<Record<string, Feature[]>> = {},
  beside: PackageFiles = {},
): PackageFiles => ({
  "subestaciones.geojson": layerOf(layers["subestaciones"] ?? [SUBSTATION]),
  "alimentadores.geojson": layerOf(layers["alimentadores"] ?? [FEEDER]),
  "transformadores.geojson": layerOf(layers["transformadores"] ?? [TRANSFORMER]),
  "postes.geojson": layerOf(layers["postes"] ?? POLES),
  "vanos.geojson": layerOf(layers["vanos"] ?? [SPAN]),
  ...beside,
});

const editions = async () => {
  const { rows } = await pool.query<{ id: number; account: EditionAccount }>(
    "SELECT id, account FROM network_edition ORDER BY id",
  );
  return rows;
};
const newest = async () => (await editions()).at(-1);

const line = (...at: number[][]) => at;
const BOMB = `${'{"a":'.repeat(200)}1${"}".repeat(200)}`;

describe("a network that breaks the model is refused whole, and says where", () => {
  test.each<[string, PackageFiles, RegExp]>([
    [
      "a repeated id",
      network({ postes: [...POLES, ...POLES.slice(0, 1)] }),
      /postes\.geojson.*1: el identificador está en 2 filas/,
    ],
    ["no id", network({ postes: [...POLES, [{}, [0, 0]]] }), /sin identificador: falta id/],
    ["an id that no address can hold", network({ postes: [...POLES, [{ id: "a/b" }, [0, 0]]] }), /«a\/b»/],
    [
      "an end node that is not there",
      network({ vanos: [changed(SPAN, { nodo_destino: "9" })] }),
      /V: nodo_destino nombra 9/,
    ],
    [
      "a feeder that is not there",
      network({ transformadores: [changed(TRANSFORMER, { alimentador_id: "B" })] }),
      /alimentador_id nombra B/,
    ],
    [
      "a substation that is not there",
      network({ alimentadores: [changed(FEEDER, { subestacion_id: "X" })] }),
      /subestacion_id nombra X/,
    ],
    [
      "a transformer that is not there",
      network({ vanos: [changed(SPAN, { transformador_id: "Q" })] }),
      /transformador_id nombra Q/,
    ],
    ["a point where a line must be", network({ vanos: [changed(SPAN, {}, [0, 0])] }), /no es un LineString/],
    [
      "a line of one vertex",
      network({ vanos: [changed(SPAN, {}, line([0, 0]))] }),
      /menos de dos vértices|no es/,
    ],
    [
      "metres for degrees",
      network({ postes: [[{ id: "1" }, [650_000, 5_530_000]], ...POLES.slice(1)] }),
      /no son longitud y latitud/,
    ],
    [
      "coordinates that are words",
      network({ postes: [[{ id: "1" }, ["a", "b"]], ...POLES.slice(1)] }),
      /geometría|grados/,
    ],
    [
      "things within things",
      network({}, { "postes.geojson": `{"features":[{"properties":${BOMB}}]}` }),
      /más de 24 niveles/,
    ],
    ["a file that is cut", network({}, { "postes.geojson": layerOf(POLES).slice(0, -30) }), /está cortado/],
    [
      "a feature that is no JSON",
      network({}, { "postes.geojson": '{"features":[{"id":}]}' }),
      /no es JSON válido/,
    ],
    [
      "a list that is no collection",
      network({}, { "postes.geojson": "[1,2,3]" }),
      /no es un FeatureCollection/,
    ],
    ["an empty file", network({}, { "postes.geojson": "" }), /falta «features»/],
  ])("%s", async (_, files, refusal) => {
    const before = await editions();
    const report = await loadNetwork(url, files);
    expect(report).toMatchObject({ status: "refused", counts: [] });
    expect(report.refusal).toMatch(refusal);
    expect(await editions()).toEqual(before);
  });

  test.each<[string, object, RegExp]>([
    ["no word of where it comes from", { fuente: "" }, /«fuente» está vacío/],
    ["a day that does not exist", { fecha: "2024-02-30" }, /«fecha» no es un día/],
    ["a word that the format does not know", { fehca: "2024-01-01" }, /fehca/],
  ])("%s", async (_, edition, refusal) => {
    expect((await loadNetwork(url, network(), edition)).refusal).toMatch(refusal);
  });
});

test("what is odd is published and told", async () => {
  const report = await loadNetwork(
    url,
    network(
      {
        postes: [...POLES, [{ id: "3", alimentadores: "A;Z" }, null], [{ id: "4" }, [-60, -40.3]]],
        transformadores: [
          changed(TRANSFORMER, { potencia_kva: "diez", fases: "TRN" }),
          [{ id: "T2", n_clientes: 2 }, null],
        ],
        vanos: [
          changed(SPAN, { capacidad_a: 0, extension_m: 200 }),
          changed(SPAN, { id: "W", extension_m: 0 }),
          changed(SPAN, { id: "X" }, (SPAN[1] as number[][]).toReversed()),
          changed(SPAN, { id: "Y" }, null),
        ],
      },
      {
        "equipos.geojson": layerOf([
          [{ id: "E", fases: "RST\u0000", alimentador_id: "A", subestacion_id: "S" }, [-72.9, -40.3]],
        ]),
      },
    ),
  );
  expect(report).toMatchObject({ status: "published", refusal: null });
  const found = new Map(
    (await newest())?.account.warnings.map(({ code, layer, count }) => [`${layer} ${code}`, count]),
  );
  expect(Object.fromEntries(found)).toEqual({
    "postes no-coordinates": 1,
    "postes outside-area": 1,
    "postes unknown-pole-feeder": 1,
    "transformadores no-coordinates": 1,
    "transformadores no-feeder": 1,
    "transformadores no-substation": 1,
    "transformadores phase-order": 1,
    "transformadores value": 1,
    "vanos zero": 1,
    "vanos length-differs": 1,
    "vanos zero-length": 1,
    "vanos drawn-backwards": 1,
    "equipos no-kind": 1,
    "equipos text": 1,
  });
});

describe("what became of the network since", () => {
  beforeAll(async () => {
    await loadNetwork(url, network(), { fecha: "2025-01-31" });
  });

  test("an edition of an earlier day is refused", async () => {
    expect((await loadNetwork(url, network({ vanos: [] }), { fecha: "2025-01-30" })).refusal).toMatch(
      /en orden/,
    );
  });

  test("the same network makes no edition, whatever was loaded between", async () => {
    const before = await editions();
    const report = await loadNetwork(url, network(), { fecha: "2025-01-31" });
    expect(report.notices.join()).toMatch(/mismo paquete|ya está publicada/);
    expect(await editions()).toEqual(before);
  });

  test("an asset that moves to another feeder is moved and changed, one that goes is removed", async () => {
    const second: Feature = [{ id: "B", nombre: "OTRO", subestacion_id: "S" }, null];
    const report = await loadNetwork(
      url,
      network({
        alimentadores: [FEEDER, second],
        transformadores: [changed(TRANSFORMER, { alimentador_id: "B" })],
        vanos: [],
      }),
      { fecha: "2025-02-28" },
    );
    expect(
      report.counts.map(({ resource, inserted, updated, deleted }) => [resource, inserted, updated, deleted]),
    ).toEqual([
      ["subestaciones", 0, 0, 0],
      ["alimentadores", 1, 0, 0],
      ["transformadores", 0, 1, 0],
      ["postes", 0, 0, 0],
      ["vanos", 0, 0, 1],
    ]);
    const { rows } = await pool.query<object>(
      "SELECT layer, asset_id, action, moved, columns FROM network_change WHERE edition = $1 ORDER BY layer, asset_id",
      [(await newest())?.id],
    );
    expect(rows).toEqual([
      { layer: "alimentadores", asset_id: "B", action: "added", moved: false, columns: null },
      {
        layer: "transformadores",
        asset_id: "T",
        action: "changed",
        moved: true,
        columns: { alimentador_id: ["A", "B"] },
      },
      { layer: "vanos", asset_id: "V", action: "removed", moved: false, columns: null },
    ]);
  });
});

describe("demand", () => {
  const CSV = "transformador_id,mes,demanda_min_kw,demanda_max_kw\n";
  const demands = async () =>
    (
      await pool.query<object>(
        "SELECT asset_id, period, max_demand::text FROM network_demand WHERE edition = $1 ORDER BY 1, 2",
        [(await newest())?.id],
      )
    ).rows;
  const customers = (...counts: (number | null)[]) =>
    counts.map((n, at) => changed(TRANSFORMER, { id: `T${at}`, n_clientes: n, n_clientes_mt: 0 }));

  test("of fewer than five customers is not kept; unknown counts as fewer, none does not", async () => {
    const rows = [0, 1, 2, 3].map((at) => `T${at},2025-01,1,2\n`).join("");
    await loadNetwork(
      url,
      network(
        { transformadores: customers(0, 4, 5, null), vanos: [] },
        { "demanda_transformadores.csv": CSV + rows },
      ),
      { fecha: "2025-03-31" },
    );
    expect(await demands()).toEqual([
      { asset_id: "T0", period: "2025-01", max_demand: "2.0000" },
      { asset_id: "T1", period: "2025-01", max_demand: null },
      { asset_id: "T2", period: "2025-01", max_demand: "2.0000" },
      { asset_id: "T3", period: "2025-01", max_demand: null },
    ]);
  });

  test("of fewer than five customers is not told by a warning either, when it cannot be read", async () => {
    await loadNetwork(
      url,
      network(
        {
          alimentadores: [changed(FEEDER, { energia_anual_kwh: "712,9", n_clientes_bt: 2 })],
          transformadores: customers(2),
          vanos: [],
        },
        {
          "demanda_alimentadores.csv":
            'alimentador_id,mes,energia_kwh,energia_facturada_kwh\nA,2025-01,"345,6","345,7"\n',
          "demanda_transformadores.csv":
            'transformador_id,mes,energia_kwh,demanda_min_kw,demanda_max_kw,observacion\nT0,2025-01,"345,1","345,2","345,3",345.4 kWh CafÃ©\n',
        },
      ),
      { fecha: "2025-04-01" },
    );
    const { rows } = await pool.query<{ detail: string }>(
      "SELECT detail FROM network_warning WHERE edition = $1 AND code IN ('value', 'text') ORDER BY detail",
      [(await newest())?.id],
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      "demanda_max_kw no se entiende. Se publica como S/I",
      "demanda_min_kw no se entiende. Se publica como S/I",
      "energia_anual_kwh no se entiende. Se publica como S/I",
      "energia_facturada_kwh no se entiende. Se publica como S/I",
      "energia_kwh no se entiende. Se publica como S/I",
      "energia_kwh no se entiende. Se publica como S/I",
      "observacion parece de otra codificación",
    ]);
  });

  test("of what the network lacks, or twice of a month, stays out and is reported; the rest is published", async () => {
    const rows = "T0,2025-01,1,2\nT0,2025-01,1,3\nT0,2025-02,1,2\nQ,2025-01,1,2\nT0,2025-13,1,2\n";
    const report = await loadNetwork(
      url,
      network({ transformadores: customers(9), vanos: [] }, { "demanda_transformadores.csv": CSV + rows }),
      { fecha: "2025-04-30" },
    );
    expect(report.counts.at(-1)).toMatchObject({ read: 5, accepted: 1, rejected: 4 });
    expect(report.rejections.map(({ file, line: at, reason }) => [file, at, reason.slice(0, 30)])).toEqual([
      ["demanda_transformadores.csv", 2, "el identificador está en 2 fil"],
      ["demanda_transformadores.csv", 3, "el identificador está en 2 fil"],
      ["demanda_transformadores.csv", 5, "transformador_id nombra Q, que"],
      ["demanda_transformadores.csv", 6, "mes no sirve como identificado"],
    ]);
    expect(await demands()).toEqual([{ asset_id: "T0", period: "2025-02", max_demand: "2.0000" }]);
  });
});

test("layers as CSV are the same network, drawn between their poles", async () => {
  const csv = {
    "subestaciones.csv": "id,nombre,lon,lat\nS,La Unión,-72.91,-40.3\n",
    "alimentadores.csv": "id,nombre,subestacion_id\nA,ALIM,S\n",
    "transformadores.csv":
      "id,alimentador_id,subestacion_id,nodo_id,potencia_kva,lon,lat\nT,A,S,1,10,-72.9,-40.3\n",
    "postes.csv": "id,lon,lat\n1,-72.9,-40.3\n2,-72.901,-40.3\n",
    "vanos.csv":
      "id,alimentador_id,subestacion_id,transformador_id,nodo_origen,nodo_destino,extension_m,fases\nV,A,S,T,1,2,84.8,RST\n",
  };
  await loadNetwork(url, network(), { fecha: "2025-05-31" });
  const report = await loadNetwork(url, csv, { fecha: "2025-05-31" });
  expect(report).toMatchObject({ status: "published", rejections: [] });
  expect(report.counts.map(({ inserted, updated, deleted }) => inserted + updated + deleted)).toEqual([
    0, 0, 0, 0, 0,
  ]);
});
