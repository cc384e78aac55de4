import { expect, test } from "vitest";
import { loadPackage } from "../../../lib/loading/commands.ts";
import { freshDatabase } from "../../support/database.ts";
import { generationPackage } from "../../support/generations.ts";
import { aPackage, loading } from "../../support/packages.ts";

const SUPPLIES = 300;

/** Seconds of a load that changes every bill. */
async function changing(taxed: boolean): Promise<number> {
  const { url } = await freshDatabase();
  const packages = ([1, 2] as const).map((generation) =>
    aPackage(generationPackage(generation, SUPPLIES, () => taxed)),
  );
  let seconds = 0;
  for (const source of packages) {
    const began = performance.now();
    const report = await loadPackage(loading(url), source);
    expect(report).toMatchObject({ status: "published", rejections: [] });
    seconds = (performance.now() - began) / 1000;
  }
  return seconds;
}

// PostgreSQL joins rows by a key that is null in all of them in the square of their number, unless they are left out.
test("bills without a folio load about as fast as bills with one", async () => {
  const withFolios = await changing(true);
  expect(await changing(false)).toBeLessThan(3 * withFolios + 3);
}, 120_000);
