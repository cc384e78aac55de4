import { beforeAll, expect, test } from "vitest";
import type { Edition } from "../../../lib/network/model.ts";
import { currentEdition } from "../../../lib/network/queries/editions.ts";
import { search } from "../../../lib/network/queries/search.ts";
import { contextOf } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { layerOf } from "../../support/geojson.ts";
import { loadNetwork } from "../../support/network.ts";

const { db, url } = await freshDatabase();
const ctx = contextOf(db, { kind: "public" });
const NAME = "TRANSF.MON. 3 KVA.7620 V.";
let edition: Edition;
beforeAll(async () => {
  await loadNetwork(url, {
    "transformadores.geojson": layerOf([
      [{ id: "8377", nombre: NAME, placa_poste: "8377" }, [0, 0]],
      [{ id: "5", nombre: "TRANSF.MON. 3 KVA.7620 V. (2)", placa_poste: "8377" }, [0, 0]],
    ]),
  });
  const current = await currentEdition(ctx);
  if (!current) throw new Error("no edition");
  edition = current;
});

test.each([NAME, "transf mon 3 kva 7620 v", "TRANSF. MON. - 3 KVA. 7620 V."])(
  "%s is the whole name, however many signs and blanks are between its words",
  async (words) => {
    const found = await search(ctx, edition, { words, layer: null, limit: 10 });
    expect(found.filter(({ exact }) => exact).map(({ id, label }) => [id, label])).toEqual([["8377", NAME]]);
  },
);

test("by the plate of a pole every transformer on it is found, though one is called like the plate", async () => {
  const on = (kind: "id" | "plate") =>
    search(ctx, edition, { words: "8377", layer: "transformadores", kind, limit: 10 });
  expect((await on("plate")).map(({ id, exact }) => [id, exact]).toSorted()).toEqual([
    ["5", true],
    ["8377", true],
  ]);
  expect((await on("id")).map(({ id }) => id)).toEqual(["8377"]);
});
