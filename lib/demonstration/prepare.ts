import { rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { jurisdictionOf } from "../jurisdiction/jurisdictions.ts";
import { civilDateAt } from "../kernel/civil-date.ts";
import { loadPackage } from "../loading/commands.ts";
import { fingerprintOf, loadFingerprint } from "../loading/package/fingerprint.ts";
import { rejectedRows, reportText } from "../loading/report.ts";
import type { PackagedFile } from "../loading/package/template.ts";
import { writePackage } from "../loading/package/write-package.ts";
import { companyFiles } from "../platform/company-files.ts";
import { inUtc } from "../platform/database-url.ts";
import type { DemonstrationCompany } from "./company.ts";
import { companies, demonstrationCompany } from "./companies.ts";
import { createPeople } from "./people.ts";

export interface DemonstrationPlace {
  databaseUrl: string;
  dataDir: string;
  country: DemonstrationCompany["country"];
  now: () => Date;
}

/**
 * Sees to it that the demonstration company's data and people are there. Its packages go through the ordinary load,
 * unless a load of exactly these files is in the history: so it is for the rest of the month, and always of its network.
 *
 * @throws Error when a row of the demonstration is rejected: then it and the loader disagree
 */
export async function prepareDemonstration(place: DemonstrationPlace): Promise<void> {
  const { databaseUrl, country, now } = place;
  const company = demonstrationCompany(country);
  const billing = () => company.package(civilDateAt(now(), company.timeZone));
  const client = new pg.Client({ connectionString: inUtc(databaseUrl), connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await refuseAnother(client, company);
    // The network first: supplies hang from its transformers.
    for (const pack of [...company.networks, { folder: company.folder, files: billing }]) {
      const files = pack.files();
      if (!(await isLoaded(client, company, { folder: pack.folder, files })))
        await load(place, company, { folder: pack.folder, files });
    }
    await createPeople(client, company.people, now());
  } finally {
    await client.end();
  }
}

interface Pack {
  folder: string;
  files: readonly PackagedFile[];
}

async function isLoaded(client: pg.ClientBase, company: DemonstrationCompany, { folder, files }: Pack) {
  const { rowCount } = await client.query(
    "SELECT FROM load WHERE source = $1 AND status = 'published' AND fingerprint = $2 LIMIT 1",
    [folder, loadFingerprint(company.identityNumber, fingerprintOf(files))],
  );
  return Boolean(rowCount);
}

/** Two companies in one database would be one company with the customers of both. */
async function refuseAnother(client: pg.ClientBase, company: DemonstrationCompany): Promise<void> {
  const others = companies.filter((other) => other !== company).map(({ folder }) => folder);
  const { rowCount } = await client.query("SELECT FROM load WHERE source = ANY ($1) LIMIT 1", [others]);
  if (rowCount)
    throw new Error(
      "Esta base de datos tiene la demostración de otra empresa: use otra, o la incorporada sin DATABASE_URL.",
    );
}

async function load(place: DemonstrationPlace, company: DemonstrationCompany, pack: Pack) {
  const folder = join(place.dataDir, pack.folder);
  // What an earlier month left there would be read too.
  await rm(folder, { recursive: true, force: true });
  await writePackage(folder, pack.files);
  const jurisdiction = jurisdictionOf(company.country);
  const ctx = {
    databaseUrl: place.databaseUrl,
    jurisdiction,
    companyIdentity: company.identityNumber,
    store: companyFiles(place.dataDir),
    now: place.now,
  };
  const report = await loadPackage(ctx, folder);
  if (report.status === "refused" || rejectedRows(report) > 0) throw new Error(reportText(report));
}
