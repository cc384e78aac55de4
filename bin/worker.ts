/** `node bin/worker.ts`: what runs by the clock or takes long; needs what lib/platform/env.ts lists. */
import type { PrismaClient } from "../lib/platform/generated/client.ts";
import { purgePackages } from "../lib/loading/purge-packages.ts";
import { dueSteps, giveUpStep, runStep, type WebLoadContext } from "../lib/loading/web-load.ts";
import { now } from "../lib/platform/clock.ts";
import { companyFiles } from "../lib/platform/company-files.ts";
import { env } from "../lib/platform/env.ts";
import { work } from "../lib/platform/jobs.ts";
import { companyJurisdiction, companyProfile } from "../lib/platform/profile.ts";
import { purgeExpired } from "../lib/registration/purge.ts";

process.title = "empalme-worker";
const { DATABASE_URL: databaseUrl, EMPALME_DATA_DIR } = env();
const store = companyFiles(EMPALME_DATA_DIR);
const jurisdiction = companyJurisdiction();
const { identityNumber } = companyProfile();
const companyIdentity = jurisdiction.parseDocument(identityNumber) ?? identityNumber;
const loading = (db: PrismaClient): WebLoadContext => ({
  db,
  databaseUrl,
  jurisdiction,
  companyIdentity,
  store,
  now,
});

await work({
  scheduled: [
    { name: "purge-expired", cron: "7 * * * *", run: (db) => purgeExpired(db, now()) },
    // Files keep the machine's time, whatever the clock of a demonstration says.
    { name: "purge-packages", cron: "37 * * * *", run: (db) => purgePackages(db, store, new Date()) },
  ],
  queued: [
    {
      name: "web-loads",
      due: dueSteps,
      run: (db, step) => runStep(loading(db), step),
      giveUp: (db, step) => giveUpStep(loading(db), step),
    },
  ],
});
