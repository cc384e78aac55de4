/** `node bin/worker.ts`: what runs by the clock or takes long; needs what lib/platform/env.ts lists. */
import { now } from "../lib/platform/clock.ts";
import { work } from "../lib/platform/jobs.ts";
import { purgeExpired } from "../lib/registration/purge.ts";

process.title = "empalme-worker";
await work([{ name: "purge-expired", cron: "7 * * * *", run: (db) => purgeExpired(db, now()) }]);
