import { expect } from "vitest";
import type pg from "pg";
import { loadPackage } from "../../lib/loading/commands.ts";
import type { LoadReport } from "../../lib/loading/model.ts";
import { loading } from "./packages.ts";

export interface Bounds {
  seconds: number;
  /** Beyond what the process had at its worst before. */
  megabytes: number;
}
const BOUNDS: Bounds = { seconds: 30, megabytes: 256 };

const ENGLISH =
  /\b(the|of|is|are|not|must|invalid|unexpected|expected|failed|path|file|relative|absolute|length|central|directory|stream|size|bytes|too|many|record|undefined|cannot|token|at position|null)\b/i;

/** A sentence for whoever exported the package: Spanish, not endless, and without what a library said. */
export function isPlainSpanish(sentence: string): void {
  expect(sentence.length).toBeLessThan(1000);
  // What stands in quotes is theirs: a column, a value, a key.
  const ours = sentence
    .replaceAll(/«[^»]*»|"[^"]*"/g, "")
    .replaceAll(/[\w./-]+\.(csv|json|xml|pdf|zip)/g, "");
  expect(ours).not.toMatch(ENGLISH);
  expect(sentence).toMatch(/[.?]$/);
  // Control characters of a hostile name would reach the terminal.
  expect(sentence).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
}

/** Does something that must stay small and short, whatever it is given. */
export async function within<T>(work: () => Promise<T>, bounds: Partial<Bounds> = {}): Promise<T> {
  const { seconds, megabytes } = { ...BOUNDS, ...bounds };
  const [began, worst] = [performance.now(), process.resourceUsage().maxRSS];
  const result = await work();
  expect((performance.now() - began) / 1000).toBeLessThan(seconds);
  expect((process.resourceUsage().maxRSS - worst) / 1024).toBeLessThan(megabytes);
  return result;
}

/** Every row that a package of the tests could bring. */
async function published(pool: pg.Pool): Promise<unknown[]> {
  const tables = ["customer", "usage_point", "bill", "payment", "dte"];
  const rows = tables.map((table) => `SELECT '${table}' AS "table", xmin::text FROM ${table}`);
  const found = await pool.query<{ table: string; xmin: string }>(
    `${rows.join(" UNION ALL ")} ORDER BY 1, 2`,
  );
  return found.rows;
}

/** Loads a package that should change nothing, and looks whether it is refused for the right reason. */
export async function isRefused(
  { url, pool }: { url: string; pool: pg.Pool },
  source: string,
  refusal: RegExp,
): Promise<LoadReport> {
  const before = await published(pool);
  const report = await within(() => loadPackage(loading(url), source));
  expect(await published(pool)).toEqual(before);
  expect(report).toMatchObject({ status: "refused", counts: [], rejections: [] });
  expect(report.refusal).toMatch(refusal);
  isPlainSpanish(report.refusal ?? "");
  return report;
}
