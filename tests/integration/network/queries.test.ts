import { beforeAll, describe, expect, test } from "vitest";
import { assetFilter, assetListing } from "../../../lib/network/listing.ts";
import { assetDetail } from "../../../lib/network/queries/assets.ts";
import { currentEdition } from "../../../lib/network/queries/editions.ts";
import { kinOf } from "../../../lib/network/queries/kin.ts";
import { assetList, everyAsset } from "../../../lib/network/queries/lists.ts";
import { nearest, search } from "../../../lib/network/queries/search.ts";
import { surroundings } from "../../../lib/network/queries/surroundings.ts";
import { upstream } from "../../../lib/network/queries/upstream.ts";
import type { LayerName } from "../../../lib/network/fields.ts";
import type { Edition } from "../../../lib/network/model.ts";
import { contextOf } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { expectedOf, loadSample } from "../../support/network.ts";

const { db, url } = await freshDatabase();
const ctx = contextOf(db, { kind: "public" });
let edition: Edition;
beforeAll(async () => {
  for (const name of ["mux-2021", "mux-2024"] as const) await loadSample(url, name);
  const current = await currentEdition(ctx);
  if (!current) throw new Error("no edition");
  edition = current;
}, 60_000);

const expected = expectedOf("mux-2024");
const list = (layer: LayerName, query: object) =>
  assetList(ctx, edition, { layer, filter: assetFilter(query), listing: assetListing(layer).parse(query) });

describe("an asset", () => {
  test("tells what the data tell, its feeder, its substation and twelve months of demand", async () => {
    const found = await assetDetail(ctx, "transformadores", "1_152");
    expect(found?.asset.values).toMatchObject({
      rated_kva: 112.5,
      customer_count: 98,
      generator_count: 7,
      generation_kw: 54.3,
    });
    expect(found).toMatchObject({ feeder: { id: "1_TAP2_1", name: "TJB15" }, substation: { id: "TAP2" } });
    expect(found?.demand).toHaveLength(12);
    expect(found?.demand.find(({ period }) => period === "2024-02")).toMatchObject({
      min: "17.02",
      max: "80.56",
    });
    expect(found?.edition.isCurrent).toBe(true);
  });

  test("that is a pole leads on to the feeder whose line it carries, and to its substation", async () => {
    const pole = await assetDetail(ctx, "postes", "7242");
    const feeder = { layer: "alimentadores", id: "1_TAP2_1", name: "TJB15" };
    expect(pole).toMatchObject({
      feeder,
      feeders: [feeder],
      substation: { layer: "subestaciones", id: "TAP2" },
    });
  });

  test("that is a pole of several feeders names each, and claims none of them for its own", async () => {
    await db.$executeRaw`UPDATE pole SET feeder_ids = '1_TAP2_1;2_TAP2_1;no-hay' WHERE edition = ${edition.id} AND id = '7242'`;
    const pole = await assetDetail(ctx, "postes", "7242");
    expect(pole?.feeders.map(({ id }) => id)).toEqual(["1_TAP2_1", "2_TAP2_1"]);
    expect([pole?.feeder, pole?.substation]).toEqual([null, null]);
    await db.$executeRaw`UPDATE pole SET feeder_ids = '1_TAP2_1' WHERE edition = ${edition.id} AND id = '7242'`;
  });

  test("that serves one to four customers tells no demand", async () => {
    const [few] = (await list("transformadores", { orden: "n_clientes" })).assets.filter(
      ({ withheld }) => withheld,
    );
    const found = await assetDetail(ctx, "transformadores", few?.id ?? "");
    expect(found?.asset.withheld).toBe(true);
    expect(found?.demand).toEqual([]);
  });

  test("that was taken down is told as the last edition knew it", async () => {
    const found = await assetDetail(ctx, "transformadores", "1_54");
    expect(found?.edition).toMatchObject({ isCurrent: false, dataOn: "2021-12-31" });
    expect(found?.changes).toMatchObject([{ action: "removed", dataOn: "2024-12-31" }]);
    expect(await assetDetail(ctx, "transformadores", "no-hay")).toBeNull();
  });

  test("has the sample rows of the answer key, value by value", async () => {
    const rows = [...(expected["muestra_vanos"] as object[]), ...(expected["alimentadores"] as object[])];
    for (const row of rows as { id: string }[]) {
      const layer = "nodo_origen" in row ? "vanos" : "alimentadores";
      const { fields } = (await import("../../../lib/network/layers.ts")).layerNamed(layer);
      const found = await assetDetail(ctx, layer, row.id);
      const values = Object.fromEntries(
        fields.map(({ name, stored }) => [name, found?.asset.values[stored]]),
      );
      expect(values).toMatchObject(row);
    }
  });
});

describe("a list", () => {
  test("says how many there are of a feeder, and orders, searches and pages them", async () => {
    const first = await list("transformadores", {
      alimentador: "1_TAP2_1",
      orden: "potencia_kva",
      dir: "desc",
    });
    expect(first).toMatchObject({ total: 137, page: 1 });
    expect(first.assets).toHaveLength(25);
    const kva = first.assets.map(({ values }) => Number(values["rated_kva"]));
    expect(kva).toEqual(kva.toSorted((one, other) => other - one));
    expect((await list("transformadores", { alimentador: "1_TAP2_1", pagina: "99" })).page).toBe(6);
    expect((await list("transformadores", { comuna: "Ibiaçá" })).total).toBe(41);
    expect((await list("vanos", { buscar: "ALUMINIO multiplex" })).total).toBeGreaterThan(100);
    expect((await list("vanos", { buscar: "%" })).total).toBe(0);
  });

  test("gives every asset that it finds", async () => {
    let count = 0;
    const query = {
      layer: "vanos",
      filter: assetFilter({}),
      listing: assetListing("vanos").parse({}),
    } as const;
    for await (const batch of everyAsset(ctx, edition, query)) count += batch.length;
    expect(count).toBe(6456);
  });
});

describe("the search", () => {
  const found = async (words: string, layer: LayerName | null = null) =>
    (await search(ctx, edition, { words, layer, limit: 10 })).map(
      (one) => `${one.layer} ${one.id ?? one.label}`,
    );

  test("finds a transformer by its plate, and the pole with what hangs from it", async () => {
    expect((await found("1_152"))[0]).toBe("transformadores 1_152");
    expect((await found("1 152"))[0]).toBe("transformadores 1_152");
    expect((await found("7242"))[0]).toBe("postes 7242");
    expect((await found("007242"))[0]).toBe("postes 7242");
    expect((await found("mt2656"))[0]).toBe("vanos MT-2656");
  });

  test("finds names in spite of accents and misspellings", async () => {
    expect(await found("subestacao rge")).toContain("subestaciones TAP2");
    expect(await found("tapejra")).toContain("comunas RS");
    expect(await found("IBIACA")).toEqual(["comunas RS"]);
    expect(await found("tjb15")).toContain("alimentadores 1_TAP2_1");
    expect(await found("190.02.02.01.11.01.00")).toContain("vnr 190.02.02.01.11.01.00");
    expect(await found("7242", "equipos")).not.toContain("postes 7242");
    expect(await found("%")).toEqual([]);
    expect(await found("' OR 1=1 --")).toEqual([]);
  });

  test("finds what stands at a place", async () => {
    const near = await nearest(ctx, edition, [-52.013729, -28.0665529]);
    expect(near[0]).toMatchObject({ layer: "transformadores", id: "1_19" });
    expect(near[0]?.metres).toBeLessThan(0.1);
    expect(await nearest(ctx, edition, [0, 0])).toEqual([]);
  });
});

describe("the way to the substation", () => {
  test("is known of every transformer, and goes over lines of its own feeder", async () => {
    const { assets } = await list("transformadores", { filas: "100" });
    for (const asset of assets) {
      const way = await upstream(ctx, edition, asset);
      expect(way?.metres, asset.id).toBeGreaterThanOrEqual(0);
      expect(way?.nodes.length).toBe((way?.spans.length ?? 0) + 1);
    }
  });

  test("of a pole of low voltage leads over its transformer", async () => {
    const span = (await assetDetail(ctx, "vanos", "BT-5018"))?.asset;
    const way = span && (await upstream(ctx, edition, span));
    expect(way).toMatchObject({ transformer: "1_152" });
    expect(way?.spans.some((id) => id.startsWith("BT-"))).toBe(true);
    expect(way?.spans.at(-1)).toMatch(/^MT-/);
  });
});

test("neighbours and what hangs from an asset are named, with how many there are", async () => {
  const feeder = (await assetDetail(ctx, "alimentadores", "1_TAP2_1"))?.asset;
  const kin = feeder ? await kinOf(ctx, edition, feeder) : [];
  expect(kin[0]).toMatchObject({ layer: "transformadores", total: 137 });
  expect(kin[0]?.assets).toHaveLength(137);
  const span = (await assetDetail(ctx, "vanos", "MT-2656"))?.asset;
  const neighbours = span ? await kinOf(ctx, edition, span) : [];
  expect(neighbours[0]).toMatchObject({ title: "Vanos vecinos" });
  expect(neighbours[0]?.assets.map(({ id }) => id)).not.toContain("MT-2656");
});

test("what stands around an asset can be drawn, whatever the asset is", async () => {
  for (const [layer, id] of [
    ["subestaciones", "TAP2"],
    ["alimentadores", "1_TAP2_1"],
    ["transformadores", "1_152"],
    ["postes", "7242"],
    ["vanos", "MT-2656"],
    ["equipos", "1CF_1"],
  ] as const) {
    const asset = (await assetDetail(ctx, layer, id))?.asset;
    const around = asset && (await surroundings(ctx, edition, asset));
    expect(around?.lines.length, layer).toBeGreaterThan(0);
  }
});
