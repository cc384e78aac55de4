import { expect, test } from "vitest";
import { layerNamed } from "../../../lib/network/layers.ts";
import { BadRequest, cursorText, parseItems, publishedFields } from "../../../lib/network/ogc.ts";
import { currentEdition } from "../../../lib/network/queries/editions.ts";
import { editionRead, features } from "../../../lib/network/queries/features.ts";
import { contextOf } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";
import { expectedOf, loadSample } from "../../support/network.ts";

const { db, url } = await freshDatabase();
const ctx = contextOf(db, { kind: "public" });
const layer = layerNamed("transformadores");

/** A page of the transformers as the service reads it: the identifiers, and the query of its `next` link. */
async function read(query: URLSearchParams) {
  const current = await currentEdition(ctx);
  if (!current) throw new Error("no edition");
  const edition = await editionRead(ctx, current, query);
  const asked = parseItems(layer, publishedFields(layer, edition), query);
  const found = await features(ctx, edition, { layer, query: asked });
  const next = new URLSearchParams(query);
  if (found.next !== null) next.set("cursor", cursorText({ edition: edition.id, after: found.next }));
  const ids = (JSON.parse(`[${found.json}]`) as { id: string }[]).map(({ id }) => id);
  return { ids, next: found.next === null ? null : next, matched: found.matched };
}

test("who has begun to read an edition reads it to the end, though a newer one is published meanwhile", async () => {
  await loadSample(url, "mux-2021");
  const { transformadores } = expectedOf("mux-2021")["counts"] as { transformadores: number };
  const ids: string[] = [];
  let next: URLSearchParams | null = new URLSearchParams({ limit: "100" });
  while (next) {
    const page: Awaited<ReturnType<typeof read>> = await read(next);
    if (ids.length === 0) await loadSample(url, "mux-2024");
    expect(page.matched).toBe(transformadores);
    ids.push(...page.ids);
    next = page.next;
  }
  expect(new Set(ids).size).toBe(transformadores);
  expect(ids).toHaveLength(transformadores);
  expect((await read(new URLSearchParams({ limit: "1" }))).matched).not.toBe(transformadores);
}, 60_000);

test.each(["99-5", "5", "0-5", "1-", "1--1", "1-1.5", "x", ""])(
  "the cursor «%s» is refused in words",
  async (cursor) => {
    await expect(read(new URLSearchParams({ cursor }))).rejects.toBeInstanceOf(BadRequest);
  },
);
