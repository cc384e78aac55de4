import type { ColumnType } from "./column-types.ts";

export interface Column {
  /** Header of the CSV. */
  name: string;
  type: ColumnType;
  required: boolean;
  /** It came after the format was published: a file without it is right. */
  later?: true;
  /** For the format's page and the Table Schema. */
  description: string;
  /** Column of the table where it is published; null where another takes its place (`Resource.derived`). */
  stored: string | null;
  /** SQL over the staged row `s`, where it is not the staged value itself. */
  storedAs?: string;
}

/** The column that keeps it, by itself or as SQL; null where another takes its place. */
type Stored = string | null | { column: string; as: string };

const storage = (stored: Stored) =>
  stored !== null && typeof stored === "object" ? { stored: stored.column, storedAs: stored.as } : { stored };
/** A column that every row fills in. */
export const must = (name: string, type: ColumnType, stored: Stored, description: string): Column => {
  return { name, type, required: true, description, ...storage(stored) };
};
/** A column whose cells may be empty. */
export const may = (...column: Parameters<typeof must>): Column => ({ ...must(...column), required: false });
