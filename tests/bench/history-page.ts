import type { Portal } from "../support/portal.ts";
import type { Load } from "./client.ts";
import { output } from "./command.ts";
import { childNamed, cpuSeconds } from "./cpu.ts";
import { cookieOf } from "./measured-portal.ts";
import { median, type Bench, type Measure } from "./measure.ts";
import { ROOT } from "./workspace.ts";

const WARM_UP = 1500;
const ROUNDS = 5;
const REQUESTS = 600;
const CONCURRENCY = 8;
const ROUND_LIMIT_MS = 5 * 60_000;

const SUPPLY = "/mi-cuenta/suministros/11261";
/** The month of the manual's figure and its net charge: a page with an error in it has neither. */
const HISTORY = { path: `${SUPPLY}/consumos`, expected: ["Enero 2020", "47.045"] };
const EMPTY = { path: `${SUPPLY}/vacia`, expected: ["<h1>Vacía</h1>"] };
type Side = typeof HISTORY;

/** Asks for a page from another process, so that only the answers cost; milliseconds of CPU for each. */
function asking({ url }: Portal, cookie: string, stopping: AbortSignal) {
  const web = childNamed("empalme-web");
  return async ({ path, expected }: Side, requests: number): Promise<number> => {
    const load: Load = { url: `${url}${path}`, cookie, requests, concurrency: CONCURRENCY, expected };
    const before = cpuSeconds(web);
    await output(process.execPath, ["tests/bench/client.ts", JSON.stringify(load)], {
      cwd: ROOT,
      stopping,
      limit: ROUND_LIMIT_MS,
    });
    return ((cpuSeconds(web) - before) * 1000) / requests;
  };
}

/** The two sides in turn, neither always first. */
async function rounds(cost: (side: Side, requests: number) => Promise<number>) {
  const costs = [];
  for (let round = 0; round < ROUNDS; round++) {
    const emptyFirst = round % 2 === 0 ? await cost(EMPTY, REQUESTS) : undefined;
    const history = await cost(HISTORY, REQUESTS);
    costs.push({ history, empty: emptyFirst ?? (await cost(EMPTY, REQUESTS)) });
  }
  return costs;
}

/**
 * CPU of the web process (PostgreSQL's is not counted, on either side) for a history page, over that of an empty page of
 * the same build and layout, with a session that is checked in the database.
 */
export const historyPage: Measure = {
  name: "history_page",
  goal: 1.5,
  async take({ portal: start, stopping }: Bench) {
    const portal = await start();
    const cost = asking(portal, await cookieOf("customer", portal), stopping);
    for (const side of [EMPTY, HISTORY]) await cost(side, WARM_UP);
    const costs = await rounds(cost);
    const ms = (side: "history" | "empty") => `${median(costs.map((round) => round[side])).toFixed(2)} ms`;
    return {
      ratio: median(costs.map(({ history, empty }) => history / empty)),
      sides: `history ${ms("history")}, empty ${ms("empty")} of CPU a request`,
      details: costs.map(({ history, empty }) => `${history.toFixed(2)} ms / ${empty.toFixed(2)} ms`),
    };
  },
};
