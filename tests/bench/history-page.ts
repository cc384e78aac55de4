import type { Portal } from "../support/portal.ts";
import type { Load } from "./client.ts";
import { output } from "./command.ts";
import { childNamed, cpuSeconds } from "./cpu.ts";
import { growTo } from "./grown-company.ts";
import { cookieOf } from "./measured-portal.ts";
import { median, type Bench, type Measure } from "./measure.ts";
import { ROOT } from "./workspace.ts";

const WARM_UP = 1500;
const ROUNDS = 5;
const REQUESTS = 600;
const CONCURRENCY = 8;
const ROUND_LIMIT_MS = 5 * 60_000;
const SUPPLIES = 20_000;
const MANY_SUPPLIES = 200_000;

/** A page of the history whose table is whole: one with an error in it says none of this. */
const HISTORY = { page: "consumos", expected: ["Mostrando 1 a 12 de 36", "Consumo, mes a mes"] };
const EMPTY = { page: "vacia", expected: ["<h1>Vacía</h1>"] };
type Side = typeof HISTORY;

/** Milliseconds of CPU for a request, of the web process and of the database's. */
interface Cost {
  web: number;
  database: number;
}
const whole = ({ web, database }: Cost) => web + database;

/** Asks for a page of each of `supplies` in turn from another process, so that only the answers cost. */
function asking({ url }: Portal, cookie: string, stopping: AbortSignal) {
  const web = childNamed("empalme-web");
  const database = childNamed("postgres");
  return async (supplies: readonly string[], { page, expected }: Side, requests: number): Promise<Cost> => {
    const urls = supplies.map((number) => `${url}/mi-cuenta/suministros/${number}/${page}`);
    const load: Load = { urls, cookie, requests, concurrency: CONCURRENCY, expected };
    const before = [cpuSeconds(web), cpuSeconds(database)] as const;
    await output(process.execPath, ["tests/bench/client.ts", JSON.stringify(load)], {
      cwd: ROOT,
      stopping,
      limit: ROUND_LIMIT_MS,
    });
    const each = (now: number, then: number) => ((now - then) * 1000) / requests;
    return { web: each(cpuSeconds(web), before[0]), database: each(cpuSeconds(database), before[1]) };
  };
}

/** The two sides in turn, neither always first. */
async function rounds(cost: (side: Side, requests: number) => Promise<Cost>) {
  for (const side of [EMPTY, HISTORY]) await cost(side, WARM_UP);
  const costs = [];
  for (let round = 0; round < ROUNDS; round++) {
    const emptyFirst = round % 2 === 0 ? await cost(EMPTY, REQUESTS) : undefined;
    const history = await cost(HISTORY, REQUESTS);
    costs.push({ history, empty: emptyFirst ?? (await cost(EMPTY, REQUESTS)) });
  }
  return costs;
}
type Costs = Awaited<ReturnType<typeof rounds>>;

const ratioOf = (costs: Costs) => median(costs.map(({ history, empty }) => whole(history) / whole(empty)));
const split = ({ web, database }: Cost) => `${web.toFixed(2)} + ${database.toFixed(2)} ms`;
function sidesOf(costs: Costs): string {
  const middle = (side: "history" | "empty") => {
    const of = (part: keyof Cost) => median(costs.map((round) => round[side][part]));
    return split({ web: of("web"), database: of("database") });
  };
  return `history ${middle("history")}, empty ${middle("empty")} of CPU a request (web + PostgreSQL)`;
}

async function measuredWith(supplies: number, { portal: start, stopping }: Bench): Promise<Costs> {
  const portal = await start();
  const numbers = await growTo(portal.databaseUrl, supplies);
  const cost = asking(portal, await cookieOf("customer", portal), stopping);
  return rounds((side, requests) => cost(numbers, side, requests));
}

let costsWithSome: Promise<Costs> | undefined;
/** Both measures need these, and one company cannot shrink again. */
const withSome = (bench: Bench) => (costsWithSome ??= measuredWith(SUPPLIES, bench));

const detailsOf = (costs: Costs) =>
  costs.map(({ history, empty }) => `history ${split(history)}, empty ${split(empty)}`);

/**
 * CPU for a history page, the web process's and PostgreSQL's, over that of an empty page of the same build and layout with
 * a session that is checked in the database; 400 of 20 thousand supplies in turn.
 */
export const historyPage: Measure = {
  name: "history_page",
  goal: 1.5,
  async take(bench: Bench) {
    const costs = await withSome(bench);
    return { ratio: ratioOf(costs), sides: sidesOf(costs), details: detailsOf(costs) };
  },
};

/** The same ratio with ten times as many supplies, 7.2 million bills, over that with 20 thousand. */
export const historyGrowth: Measure = {
  name: "history_growth",
  goal: 1.1,
  async take(bench: Bench) {
    const some = await withSome(bench);
    const many = await measuredWith(MANY_SUPPLIES, bench);
    return {
      ratio: ratioOf(many) / ratioOf(some),
      sides: `with 200,000: ${sidesOf(many)}`,
      details: [`with 20,000: ${sidesOf(some)}`, ...detailsOf(many)],
    };
  },
};
