import { WHOLE_HISTORY, wholeHistory } from "./history-wire.ts";
import { visit, type PageLoad } from "./lighthouse.ts";
import { cookieOf } from "./measured-portal.ts";
import { median, type Bench, type Measure } from "./measure.ts";
import { plainVersion, serveDocument } from "./plain-history.ts";

const VISITS = 5;
const MOST_TBT_MS = 200;
const MOST_CLS = 0.02;

interface Visits {
  history: PageLoad[];
  plain: PageLoad[];
}

/** The history page and its table as plain HTML, visited in turn. */
async function visitsInTurn({ portal: start, stopping }: Bench): Promise<Visits> {
  const portal = await start();
  const cookie = await cookieOf("customer", portal);
  const peer = await serveDocument(plainVersion((await wholeHistory(portal, cookie)).html));
  const visits: Visits = { history: [], plain: [] };
  try {
    for (let round = 0; round < VISITS; round++) {
      visits.history.push(await visit(`${portal.url}${WHOLE_HISTORY}`, cookie, stopping));
      visits.plain.push(await visit(peer.url, "", stopping));
    }
  } finally {
    await peer.stop();
  }
  return visits;
}

let visited: Promise<Visits> | undefined;
const visitsOf = (bench: Bench) => (visited ??= visitsInTurn(bench));

const middle = (loads: readonly PageLoad[], what: keyof PageLoad) => median(loads.map((load) => load[what]));
const detailsOf = ({ history }: Visits) =>
  history.map(
    ({ lcp, tbt, cls }) => `LCP ${lcp.toFixed(0)} ms, TBT ${tbt.toFixed(0)} ms, CLS ${cls.toFixed(3)}`,
  );

/** Largest contentful paint of the history page on a phone with slow 4G, over that of its table as plain HTML. */
export const historyLcp: Measure = {
  name: "history_lcp",
  goal: 2,
  async take(bench: Bench) {
    const visits = await visitsOf(bench);
    const [ours, plain] = [middle(visits.history, "lcp"), middle(visits.plain, "lcp")];
    return {
      ratio: ours / plain,
      sides: `page ${ours.toFixed(0)} ms, plain HTML ${plain.toFixed(0)} ms`,
      details: detailsOf(visits),
    };
  },
};

/** Its total blocking time, over 200 ms. */
export const historyTbt: Measure = {
  name: "history_tbt",
  goal: 1,
  async take(bench: Bench) {
    const tbt = middle((await visitsOf(bench)).history, "tbt");
    return { ratio: tbt / MOST_TBT_MS, sides: `${tbt.toFixed(0)} ms of 200 ms`, details: [] };
  },
};

/** Its cumulative layout shift, over 0.02. */
export const historyCls: Measure = {
  name: "history_cls",
  goal: 1,
  async take(bench: Bench) {
    const cls = middle((await visitsOf(bench)).history, "cls");
    return { ratio: cls / MOST_CLS, sides: `${cls.toFixed(4)} of 0.02`, details: [] };
  },
};
