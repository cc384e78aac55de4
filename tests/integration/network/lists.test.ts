import { beforeAll, describe, expect, test } from "vitest";
import { LAYER_NAMES, type LayerName } from "../../../lib/network/fields.ts";
import { assetFilter, assetListing, type AssetFilter } from "../../../lib/network/listing.ts";
import type { Edition } from "../../../lib/network/model.ts";
import { currentEdition } from "../../../lib/network/queries/editions.ts";
import { assetList, canNarrow, everyAsset } from "../../../lib/network/queries/lists.ts";
import { layerOf } from "../../support/geojson.ts";
import { contextOf } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { loadNetwork, loadSample } from "../../support/network.ts";

const { db, url } = await freshDatabase();
const ctx = contextOf(db, { kind: "public" });

async function newest(): Promise<Edition> {
  const edition = await currentEdition(ctx);
  if (!edition) throw new Error("no edition");
  return edition;
}
const asked = (layer: LayerName, query: object) => ({
  layer,
  filter: assetFilter(query),
  listing: assetListing(layer).parse(query),
});

describe("in the sample", () => {
  let edition: Edition;
  beforeAll(async () => {
    await loadSample(url, "mux-2024");
    edition = await newest();
  }, 60_000);
  const total = async (layer: LayerName, query: object) =>
    (await assetList(ctx, edition, asked(layer, query))).total;

  /** A value that something in the sample has, for each word. */
  const VALUES: Record<keyof AssetFilter, string> = {
    region: "Rio Grande do Sul",
    comuna: "Ibiaçá",
    subestacion: "TAP2",
    alimentador: "1_TAP2_1",
    transformador: "1_152",
    poste: "7242",
    codigo: "190.02.02.01.11.01.00",
    nombre: "TJB15",
  };
  const PAIRS = LAYER_NAMES.flatMap((layer) =>
    (Object.keys(VALUES) as (keyof AssetFilter)[]).map((name) => ({ layer, name })),
  );

  test.each(PAIRS)("$layer by $name are only those, or none", async ({ layer, name }) => {
    const all = edition.account.counts[layer] ?? 0;
    const wrong = { [name]: "no-hay" };
    expect(await total(layer, wrong)).toBe(0);
    if (canNarrow(layer, assetFilter(wrong))) return;
    expect(all).toBeGreaterThan(0);
    expect(await total(layer, { [name]: VALUES[name] })).toBe(0);
    for await (const batch of everyAsset(ctx, edition, asked(layer, wrong))) expect(batch).toEqual([]);
  });

  test("poles are of every feeder that they name", async () => {
    const found = await assetList(ctx, edition, asked("postes", { alimentador: "1_TAP2_1", filas: "100" }));
    expect(found.total).toBeGreaterThan(100);
    expect(found.total).toBeLessThan(edition.account.counts.postes ?? 0);
    for (const { values } of found.assets)
      expect(String(values["feeder_ids"]).split(";")).toContain("1_TAP2_1");
  });

  test.each([
    ["a control character", "TAP2\u0000"],
    ["more letters than a name may have", "x".repeat(10_000)],
  ])("%s finds none, and an empty field all", async (_, value) => {
    expect(await total("transformadores", { subestacion: value })).toBe(0);
    expect(await total("transformadores", { subestacion: " " })).toBe(edition.account.counts.transformadores);
  });

  test("of a word given twice the last counts, on the page as in its files", async () => {
    expect(await total("transformadores", { alimentador: ["no-hay", "1_TAP2_1"] })).toBe(137);
  });
});

test("a name or code as long as an edition keeps finds its own, and no other", async () => {
  const long = "x".repeat(500);
  await loadNetwork(
    url,
    {
      "transformadores.geojson": layerOf([
        [{ id: "1", nombre: long, codigo_vnr: long }, [0, 0]],
        [{ id: "2", nombre: `${long.slice(1)}y`, codigo_vnr: "2" }, [0, 0]],
      ]),
    },
    { fecha: "2025-12-31" },
  );
  const edition = await newest();
  for (const query of [{ nombre: long }, { codigo: long }]) {
    const { assets } = await assetList(ctx, edition, asked("transformadores", query));
    expect(assets.map(({ id }) => id)).toEqual(["1"]);
  }
});
