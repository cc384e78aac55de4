/** `node bin/worker.ts`: what runs by the clock or takes long; needs what lib/platform/env.ts lists. */
import { loadContext } from "../lib/loading/context.ts";
import { purgePackages } from "../lib/loading/purge-packages.ts";
import { dueSteps, giveUpStep, runStep } from "../lib/loading/web-load.ts";
import { now } from "../lib/platform/clock.ts";
import { env } from "../lib/platform/env.ts";
import { work } from "../lib/platform/jobs.ts";
import { log } from "../lib/platform/log.ts";
import { isMailDue } from "../lib/platform/mail/claims.ts";
import { purgeMail } from "../lib/platform/mail/purge-mail.ts";
import { sendDueMail } from "../lib/platform/mail/send-due.ts";
import { mailCarrier, mailSender } from "../lib/platform/mail/settings.ts";
import { purgeExpired } from "../lib/registration/purge.ts";

process.title = "empalme-worker";
const { DATABASE_URL, EMPALME_DATA_DIR } = env();
const loading = loadContext(DATABASE_URL, EMPALME_DATA_DIR, now);
const carrier = mailCarrier();
const sender = mailSender();
// Mail that cannot be sent now waits; whoever starts the portal should know.
void carrier.check().catch((err: unknown) => log.error({ err }, "mail cannot be handed over"));

await work({
  scheduled: [
    { name: "purge-expired", cron: "7 * * * *", run: (db) => purgeExpired(db, now()) },
    { name: "purge-mail", cron: "17 * * * *", run: (db) => purgeMail(db, new Date()) },
    // Files keep the machine's time, whatever the clock of a demonstration says.
    { name: "purge-packages", cron: "37 * * * *", run: (db) => purgePackages(db, loading.store, new Date()) },
  ],
  queued: [
    {
      name: "web-loads",
      due: dueSteps,
      run: (db, step) => runStep({ ...loading, db }, step),
      giveUp: (db, step) => giveUpStep({ ...loading, db }, step),
    },
    {
      name: "outbound-mail",
      due: async (db) => ((await isMailDue(db)) ? ["due"] : []),
      run: (db, _due, ending) => sendDueMail({ db, carrier, sender }, ending),
      // Each mail knows by itself when it is given up.
      giveUp: async () => {},
    },
  ],
});
