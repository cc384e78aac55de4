import type { Load } from "./client.ts";
import { output } from "./command.ts";
import { childNamed, cpuSeconds } from "./cpu.ts";
import { inTurn, median, type Bench, type Measure } from "./measure.ts";
import { ROOT } from "./workspace.ts";

const WARM_UP = 1500;
const ROUNDS = 5;
const REQUESTS = 600;
const CONCURRENCY = 8;
const ROUND_LIMIT_MS = 5 * 60_000;

/** Questions of every country and unit, each day of a month. */
const TERMS = [
  "pais=CL&plazo=cl.reposicion_sec",
  "pais=CO&plazo=co.peticion_general",
  "pais=CO&plazo=co.reclamo_facturacion",
  "pais=BO&plazo=bo.reclamacion_directa&region=P",
  "pais=PY&plazo=py.reclamo_cfg15",
  "pais=CO&plazo=co.reconexion&hora=18:30",
];
const DAYS = Array.from({ length: 28 }, (_, at) => at + 1);
const PATHS = TERMS.flatMap((term) => DAYS.map((day) => `/plazos?${term}&dia=${day}&mes=9&anio=2026`));
const CALCULATOR = { paths: PATHS, expected: ["Por qué esa fecha, día por día"] };
const EMPTY = { paths: ["/vacia"], expected: ["<h1>Vacía</h1>"] };

/**
 * CPU for the calculator with an answer, the web process's and PostgreSQL's, over that of an empty page of the same
 * build that anyone may open.
 */
export const calculatorPage: Measure = {
  name: "calculator_page",
  goal: 1.5,
  async take({ portal: start, stopping }: Bench) {
    const { url } = await start();
    const processes = [childNamed("empalme-web"), childNamed("postgres")];
    const used = () => processes.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
    const cost = async ({ paths, expected }: typeof EMPTY, requests: number) => {
      const urls = paths.map((path) => url + path);
      const load: Load = { urls, cookie: "", requests, concurrency: CONCURRENCY, expected };
      const before = used();
      await output(process.execPath, ["tests/bench/client.ts", JSON.stringify(load)], {
        cwd: ROOT,
        stopping,
        limit: ROUND_LIMIT_MS,
      });
      return ((used() - before) * 1000) / requests;
    };
    for (const side of [EMPTY, CALCULATOR]) await cost(side, WARM_UP);
    const rounds = await inTurn(
      ROUNDS,
      () => cost(CALCULATOR, REQUESTS),
      () => cost(EMPTY, REQUESTS),
    );
    const middle = (side: "ours" | "peer") => median(rounds.map((round) => round[side])).toFixed(2);
    return {
      ratio: median(rounds.map(({ ours, peer }) => ours / peer)),
      sides: `calculator ${middle("ours")} ms, empty ${middle("peer")} ms of CPU a request (web + PostgreSQL)`,
      details: rounds.map(
        ({ ours, peer }) => `calculator ${ours.toFixed(2)} ms, empty ${peer.toFixed(2)} ms`,
      ),
    };
  },
};
