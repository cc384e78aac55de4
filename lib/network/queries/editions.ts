import { civilDateOf } from "../../kernel/civil-date.ts";
import type { Context } from "../../kernel/context.ts";
import type { EditionAccount } from "../edition.ts";
import type { LayerName } from "../fields.ts";
import type { AssetChange, AssetWarning, Edition, Value } from "../model.ts";
import { isWarningCode } from "../warnings.ts";

type Stored = Awaited<ReturnType<Context["db"]["networkEdition"]["findMany"]>>[number];

export function toEdition(stored: Stored, newest: number): Edition {
  const { minLon, minLat, maxLon, maxLat, account, dataOn, fingerprint: _, ...rest } = stored;
  const known = minLon !== null && minLat !== null && maxLon !== null && maxLat !== null;
  return {
    ...rest,
    dataOn: civilDateOf(dataOn),
    account: account as unknown as EditionAccount,
    box: known ? [minLon, minLat, maxLon, maxLat] : null,
    isCurrent: stored.id === newest,
  };
}

/** The newest edition, which `/red` shows; null before the first. */
export async function currentEdition(ctx: Context): Promise<Edition | null> {
  const newest = await ctx.db.networkEdition.findFirst({ orderBy: { id: "desc" } });
  return newest && toEdition(newest, newest.id);
}

/** Every edition, the newest first. */
export async function editions(ctx: Context): Promise<Edition[]> {
  const found = await ctx.db.networkEdition.findMany({ orderBy: { id: "desc" } });
  return found.map((edition) => toEdition(edition, found[0]?.id ?? 0));
}

/** The edition of this number, or null. */
export async function editionNumbered(ctx: Context, id: number): Promise<Edition | null> {
  return (await editions(ctx)).find((edition) => edition.id === id) ?? null;
}

/** An asset that an edition added, removed or changed. */
export type EditionChange = Omit<AssetChange, "edition" | "dataOn"> & { layer: LayerName; assetId: string };

const BATCH = 2_000;

/** All that an edition changed, in the order of layers and assets, batch by batch. */
export async function* editionChanges(ctx: Context, id: number): AsyncGenerator<EditionChange[]> {
  for (let after = { layer: "", assetId: "" }; ;) {
    const rows = await ctx.db.networkChange.findMany({
      where: {
        edition: id,
        OR: [{ layer: { gt: after.layer } }, { layer: after.layer, assetId: { gt: after.assetId } }],
      },
      orderBy: [{ layer: "asc" }, { assetId: "asc" }],
      take: BATCH,
    });
    if (rows.length > 0)
      yield rows.map(({ edition: _, columns, ...row }) => ({
        ...row,
        layer: row.layer as LayerName,
        action: row.action as AssetChange["action"],
        columns: (columns ?? {}) as Record<string, [Value, Value]>,
      }));
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last;
  }
}

/** What is odd in an edition, by asset. */
export type EditionWarning = AssetWarning & { layer: string; line: number; assetId: string | null };

/** All that is odd in an edition, batch by batch. */
export async function* editionWarnings(ctx: Context, id: number): AsyncGenerator<EditionWarning[]> {
  for (let after = 0; ;) {
    const rows = await ctx.db.networkWarning.findMany({
      where: { edition: id, place: { gt: after } },
      orderBy: { place: "asc" },
      take: BATCH,
    });
    if (rows.length > 0)
      yield rows.flatMap(({ edition: _, place: __, code, ...row }) =>
        isWarningCode(code) ? [{ ...row, code }] : [],
      );
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.place;
  }
}
