import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { billingExport, soundCharges, type BillingExport } from "./billing-export.ts";
import { holdsTo, load } from "./load-process.ts";
import { rowsOf } from "./load-server.ts";
import { seconds } from "./load-staging.ts";
import { inTurn, median, type Bench, type Measure } from "./measure.ts";
import { CHARGES, copied } from "./peers.ts";
import { BENCH_FOLDER } from "./workspace.ts";

const BILLS = 100_000;
const ROUNDS = 3;
/** Tables that hold what happened, not what customers see: every load leaves its line there. */
const HISTORY = ["load", "rejected_row", "load_change"];

/** Rows of the portal's data that were ever written, changed or deleted; sessions tell when they end. */
async function rowsWritten(url: string): Promise<number> {
  const [found] = await rowsOf<{ written: number }>(
    url,
    `SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::integer AS written FROM pg_stat_user_tables
     WHERE schemaname = 'public' AND relname <> ALL ('{${HISTORY.join(",")}}')`,
  );
  return found?.written ?? 0;
}

/** The same package with another amount in its last payment. */
function withOneChange({ path }: BillingExport): string {
  const folder = join(BENCH_FOLDER, "export-changed");
  rmSync(folder, { recursive: true, force: true });
  cpSync(path, folder, { recursive: true });
  const file = join(folder, "pagos.csv");
  writeFileSync(file, readFileSync(file, "utf8").replace(/,\d+(,[^,\n]*,[^,\n]*\n)$/, ",777$1"));
  return folder;
}

/** Loads, and says how many rows it wrote and how long it took. */
async function writing(
  url: string,
  source: string,
  { whole, stopping }: { whole: BillingExport; stopping: AbortSignal },
) {
  const before = await rowsWritten(url);
  const loaded = await load(url, source, stopping);
  holdsTo(whole, loaded);
  return { rows: (await rowsWritten(url)) - before, seconds: loaded.seconds };
}

function expecting(rows: number, written: { rows: number; seconds: number }): number {
  if (written.rows !== rows) throw new Error(`${written.rows} rows were written, not ${rows}`);
  return written.seconds;
}

/** The identical package again, over `psql \copy` of its charges into a keyed table. */
export const loadAgain: Measure = {
  name: "load_again",
  goal: 1,
  async take({ server: start, stopping }: Bench) {
    const server = await start();
    const whole = await billingExport(BILLS);
    const charges = await soundCharges(BILLS);
    const url = await server.portalDatabase("again");
    const run = (source: string) => writing(url, source, { whole, stopping });
    if ((await run(whole.path)).rows === 0) throw new Error("the first load wrote nothing");
    const rounds = await inTurn(
      ROUNDS,
      async () => {
        await server.settle();
        return expecting(0, await run(whole.path));
      },
      async () => copied(await server.emptyDatabase("peer"), CHARGES.keyed, charges, stopping),
    );
    const changed = expecting(1, await run(withOneChange(whole)));
    const back = expecting(1, await run(whole.path));
    const middle = (side: "ours" | "peer") => seconds(median(rounds.map((round) => round[side])));
    return {
      ratio: median(rounds.map(({ ours, peer }) => ours / peer)),
      sides: `again ${middle("ours")}, \\copy ${middle("peer")} for ${charges.rows} lines`,
      details: [
        ...rounds.map(({ ours, peer }) => `${seconds(ours)} / ${seconds(peer)}, no row written`),
        `with one row changed ${seconds(changed)}, and back ${seconds(back)}, one row written each`,
      ],
    };
  },
};
