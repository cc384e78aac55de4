import type { Context } from "../../kernel/context.ts";
import { decimalTextOrNull, type DecimalText } from "../../kernel/decimal.ts";
import type { LayerName } from "../fields.ts";
import { layerNamed } from "../layers.ts";
import type { Edition } from "../model.ts";
import { networkTables } from "../tables.ts";

/** Surcharges of a VNR code, in its order, and the assets that it values. */
export interface VnrDetail {
  code: string;
  description: string | null;
  /** `porcentaje`, `fraccion` or whatever else the load declares its surcharges to be; null where it declares nothing. */
  unit: string | null;
  /** Whether it is a VNR code; otherwise assets carry it as their asset code, as where the country has no VNR. */
  isVnr: boolean;
  /** The company has loaded surcharges of it; otherwise assets only name it. */
  isLoaded: boolean;
  surcharges: { title: string; value: DecimalText | null }[];
  assets: { layer: LayerName; total: number }[];
}

const VALUED = ["transformadores", "postes", "vanos", "equipos"] as const;
const surcharges = (networkTables.find(({ name }) => name === "vnr")?.fields ?? []).filter(
  ({ kind }) => kind === "decimal",
);

/** A code of the edition: one with surcharges, or one that assets carry. Null when neither. */
export async function vnrDetail(ctx: Context, edition: Edition, code: string): Promise<VnrDetail | null> {
  const [stored, assets] = await Promise.all([
    ctx.db.vnr.findUnique({ where: { edition_code: { edition: edition.id, code } } }),
    ctx.db.$queryRawUnsafe<{ layer: LayerName; total: number; isVnr: boolean | null }[]>(
      VALUED.map(
        (layer) =>
          `SELECT '${layer}' AS layer, count(*)::integer AS total, bool_or(vnr_code IS NOT NULL) AS "isVnr" FROM ${layerNamed(layer).table}
           WHERE edition = $1 AND coalesce(vnr_code, asset_code) = $2`,
      ).join(" UNION ALL "),
      edition.id,
      code,
    ),
  ]);
  const valued = assets.filter(({ total }) => total > 0);
  if (!stored && valued.length === 0) return null;
  const values: Record<string, DecimalText | null> = stored
    ? {
        warehouse_freight: decimalTextOrNull(stored.warehouseFreight),
        warehouse: decimalTextOrNull(stored.warehouse),
        site_freight: decimalTextOrNull(stored.siteFreight),
        engineering: decimalTextOrNull(stored.engineering),
        interim_interest: decimalTextOrNull(stored.interimInterest),
        overhead: decimalTextOrNull(stored.overhead),
      }
    : {};
  return {
    code,
    description: stored?.description ?? null,
    unit: stored?.unit ?? null,
    isVnr: stored !== null || valued.some(({ isVnr }) => isVnr),
    isLoaded: stored !== null,
    surcharges: surcharges.map(({ title, stored: column }) => ({ title, value: values[column] ?? null })),
    assets: valued.map(({ layer, total }) => ({ layer, total })),
  };
}
