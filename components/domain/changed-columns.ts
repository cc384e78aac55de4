export interface ChangedColumn {
  column: string;
  /** Null for what was, or is, not known. */
  before: string | null;
  after: string | null;
}

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === "string" ? value : JSON.stringify(value);

/** What a load keeps of a changed row (`LoadChange.columns`): for each column, what it was and what it is. */
export function changedColumns(columns: unknown): ChangedColumn[] {
  if (typeof columns !== "object" || columns === null) return [];
  return Object.entries(columns).map(([column, values]) => {
    const [before, after] = Array.isArray(values) ? (values as unknown[]) : [null, values];
    return { column, before: text(before), after: text(after) };
  });
}
