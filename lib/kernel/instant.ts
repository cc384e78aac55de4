import { parseCivilDate } from "./civil-date.ts";

const SHAPE = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d{1,9})?(Z|[+-]\d{2}:[0-5]\d)$/;
const FARTHEST_OFFSET_HOURS = 14;

/**
 * Milliseconds since 1970 of an ISO 8601 instant with seconds and an offset ("2026-02-03T04:59:59Z"), or null: no
 * offset, no such day, no such hour. `Date.parse` would take 30 February, and a time without offset as the server's.
 */
export function parseInstant(text: string): number | null {
  const [, date, , , , , offset] = SHAPE.exec(text) ?? [];
  if (!date || !offset || !parseCivilDate(date)) return null;
  if (offset !== "Z" && Math.abs(Number(offset.slice(0, 3))) > FARTHEST_OFFSET_HOURS) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
