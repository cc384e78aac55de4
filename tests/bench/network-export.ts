import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { samplePackage } from "../../lib/demonstration/network/sample.ts";
import { LAYER_NAMES } from "../../lib/network/fields.ts";
import { BENCH_FOLDER } from "./workspace.ts";

/** Spans of the real network. */
export const SPANS_OF_THE_SAMPLE = 6_456;

interface Feature {
  id: string;
  properties: Record<string, unknown>;
  geometry: { type: string; coordinates: unknown };
}

/** Names of columns that hold an identifier, of which each copy has its own. */
const IDENTIFIERS = [
  "id",
  "alimentador_id",
  "subestacion_id",
  "transformador_id",
  "nodo_id",
  "nodo_origen",
  "nodo_destino",
  "alimentadores",
];
/** Degrees from one copy to the next, and copies in a row. */
const [EAST, NORTH, IN_A_ROW] = [0.22, 0.052, 12];

const shifted = (coordinates: unknown, by: readonly [number, number]): unknown => {
  if (!Array.isArray(coordinates)) return coordinates;
  const [lon, lat] = coordinates as unknown[];
  if (typeof lon === "number" && typeof lat === "number")
    return [Math.round((lon + by[0]) * 1e7) / 1e7, Math.round((lat + by[1]) * 1e7) / 1e7];
  return (coordinates as unknown[]).map((one) => shifted(one, by));
};

function copyOf({ properties, geometry }: Feature, copy: number): string {
  const own = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      if (IDENTIFIERS.includes(name) && typeof value === "string")
        return [
          name,
          value
            .split(";")
            .map((id) => `${copy}.${id}`)
            .join(";"),
        ];
      return [name, name === "nombre" && typeof value === "string" ? `${value} ${copy}` : value];
    }),
  );
  const by = [(copy % IN_A_ROW) * EAST, Math.floor(copy / IN_A_ROW) * NORTH] as const;
  const coordinates = shifted(geometry.coordinates, by);
  return JSON.stringify({
    type: "Feature",
    id: own["id"],
    properties: own,
    geometry: { ...geometry, coordinates },
  });
}

/**
 * A package of a network of about `spans` spans, in a folder of the bench that is made once: so many copies of the real
 * one side by side, each with its own identifiers. Its statistics are those of the real network, whatever its size.
 */
export async function networkExport(spans: number): Promise<{ path: string; spans: number }> {
  const copies = Math.max(1, Math.round(spans / SPANS_OF_THE_SAMPLE));
  const path = join(BENCH_FOLDER, `network-${copies}`);
  if (existsSync(path)) return { path, spans: copies * SPANS_OF_THE_SAMPLE };
  const making = `${path}-making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const files = new Map(
    samplePackage("mux-2024", { isMoved: false }).map(({ path: name, content }) => [
      name,
      content.toString(),
    ]),
  );
  const descriptor = JSON.parse(files.get("datapackage.json") ?? "{}") as { resources: { name: string }[] };
  descriptor.resources = descriptor.resources.filter(({ name }) => name !== "demanda_alimentadores");
  writeFileSync(join(making, "datapackage.json"), JSON.stringify(descriptor));
  writeFileSync(join(making, "conductores.csv"), files.get("conductores.csv") ?? "");
  writeFileSync(
    join(making, "demanda_transformadores.csv"),
    demands(files.get("demanda_transformadores.csv") ?? "", copies),
  );
  for (const layer of LAYER_NAMES)
    await writeLayer(join(making, `${layer}.geojson`), files.get(`${layer}.geojson`) ?? "", copies);
  renameSync(making, path);
  return { path, spans: copies * SPANS_OF_THE_SAMPLE };
}

function demands(csv: string, copies: number): string {
  const [header = "", ...rows] = csv.trim().split("\n");
  const each = Array.from({ length: copies }, (_, copy) => rows.map((row) => `${copy}.${row}`));
  return `${[header, ...each.flat()].join("\n")}\n`;
}

async function writeLayer(path: string, geojson: string, copies: number): Promise<void> {
  const { features } = JSON.parse(geojson) as { features: Feature[] };
  const out = createWriteStream(path);
  out.write('{"type":"FeatureCollection","features":[\n');
  for (let copy = 0; copy < copies; copy++) {
    const text = features.map((feature) => copyOf(feature, copy)).join(",\n");
    if (!out.write(copy === 0 ? text : `,\n${text}`)) await once(out, "drain");
  }
  out.end("\n]}\n");
  await once(out, "finish");
}
