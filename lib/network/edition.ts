import type { LayerName } from "./fields.ts";
import type { NetworkTableName } from "./tables.ts";
import type { WarningCode } from "./warnings.ts";

/** What became of a layer from the edition before. An asset that moved to another feeder is changed, too. */
export interface LayerChanges {
  added: number;
  removed: number;
  changed: number;
  /** Of the changed: hang from another feeder; stand or run elsewhere. */
  moved: number;
  geometryChanged: number;
  /** How many changed in each column of the package. */
  columns: Record<string, number>;
}

/** What an edition says of itself; kept as JSON with it. */
export interface EditionAccount {
  /** Rows of each layer and table; null where the package has none of it. */
  counts: Partial<Record<LayerName | NetworkTableName, number>>;
  /** Columns that the package brought: the others have no values. */
  columns: Partial<Record<LayerName | NetworkTableName, string[]>>;
  warnings: { code: WarningCode; layer: LayerName | NetworkTableName; count: number }[];
  /** Feeders and transformers whose energy and demand are kept back. */
  withheld: { alimentadores: number; transformadores: number };
  /** Null for the first edition. */
  changes: { from: number; layers: Record<LayerName, LayerChanges> } | null;
}
