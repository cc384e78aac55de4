import { beforeAll, describe, expect, test } from "vitest";
import type { EditionAccount } from "../../../lib/network/edition.ts";
import { freshDatabase } from "../../support/database.ts";
import { layerOf } from "../../support/geojson.ts";
import { loadNetwork } from "../../support/network.ts";
import type { PackageFiles } from "../../support/packages.ts";
import {
  changed,
  FEEDER,
  network,
  POLES,
  SPAN,
  TRANSFORMER,
  type Feature,
} from "../../support/small-network.ts";

const { pool, url } = await freshDatabase();

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

test.each<[string, number[], string]>([
  ["longitude", [72.901, -40.3], "está en -40.30000, 72.90100"],
  ["latitude", [-72.901, 40.3], "está en 40.30000, -72.90000"],
])("a span one of whose vertices lost the sign of its %s is outside of the area", async (_, vertex, said) => {
  await loadNetwork(url, network({ vanos: [changed(SPAN, {}, [[-72.9, -40.3], vertex])] }));
  const { rows } = await pool.query<object>(
    "SELECT asset_id, detail FROM network_warning WHERE edition = $1 AND code = 'outside-area'",
    [(await newest())?.id],
  );
  expect(rows).toEqual([{ asset_id: "V", detail: said }]);
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
