import pg from "pg";
import type { Context } from "../../lib/kernel/context.ts";
import { day } from "../../lib/kernel/civil-date.ts";
import { createDb } from "../../lib/platform/create-db.ts";
import { currentEdition } from "../../lib/network/queries/editions.ts";
import { feederChoices, regions, substationChoices } from "../../lib/network/queries/places.ts";
import { search } from "../../lib/network/queries/search.ts";
import { sought } from "../../lib/network/search.ts";
import type { Portal } from "../support/portal.ts";
import { output } from "./command.ts";
import { load } from "./load-process.ts";
import { cookieOf } from "./measured-portal.ts";
import { median, p95, type Bench, type Measure } from "./measure.ts";
import { networkExport } from "./network-export.ts";

const SPANS = 1_000_000;
const TIMES = 200;
const WARM_UP = 40;

/** Plates, poles, spans and names, of which few are alike. */
const SELECTIVE = (at: number) => {
  const copy = at % 150;
  return [`${copy}.1_152`, `${copy}.7242`, `${copy}.MT-2656`, `tjb15 ${copy}`][at % 4] ?? "";
};
/** Poles with a transformer on them, so that a word finds two things, and the page shows them instead of leading to one. */
const POLES = ["7242", "1074", "8218", "8856"];
const PAINTED = (at: number) => `${at % 150}.${POLES[at % POLES.length]}`;
/** What begins, or is called, as a great many others. */
const COMMON = [
  "1",
  "tapejara",
  "MT",
  "subestacao",
  "tjb",
  "10",
  "poste 1",
  "BT",
  "subestación 1",
  "equipo 9",
];

let grown: Promise<Portal> | undefined;
/** The measured portal with a network of a million spans as its newest edition. */
const withNetwork = ({ portal: start, stopping }: Bench): Promise<Portal> =>
  (grown ??= (async () => {
    const { path } = await networkExport(SPANS);
    const portal = await start();
    const { report } = await load(portal.databaseUrl, path, stopping);
    if (report.status !== "published") throw new Error(report.refusal ?? "not published");
    return portal;
  })());

async function timed(times: number, work: (at: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < times; at++) {
    const began = performance.now();
    await work(at);
    taken.push(performance.now() - began);
  }
  return taken;
}

/** @throws Error when the page is not what it should be */
async function fetched(url: string, cookie = ""): Promise<void> {
  const answer = await fetch(url, { headers: { cookie, accept: "text/html" }, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
  await answer.arrayBuffer();
}

/** All that the search page asks of the database, as it asks it. */
function questions(ctx: Context) {
  return async (words: string) => {
    const edition = await currentEdition(ctx);
    const what = sought(words);
    if (!edition || what.kind !== "words") throw new Error("nothing to search");
    await Promise.all([
      search(ctx, edition, { words: what.words, layer: what.layer, limit: 25 }),
      regions(ctx, edition),
      substationChoices(ctx, edition),
      feederChoices(ctx, edition),
    ]);
  };
}

function contextOn(databaseUrl: string): Context {
  return {
    actor: { kind: "public" },
    db: createDb(databaseUrl),
    now: () => new Date(),
    today: () => day("2026-11-26"),
  };
}

const ms = (value: number) => `${value.toFixed(1)} ms`;

/** p95 of the search page over p95 of what it asks of the database, for what is painted on poles. */
export const networkSearch: Measure = {
  name: "network_search",
  goal: 3,
  async take(bench: Bench) {
    const portal = await withNetwork(bench);
    const ask = questions(contextOn(portal.databaseUrl));
    const page = (at: number) => fetched(`${portal.url}/red?buscar=${encodeURIComponent(PAINTED(at))}`);
    const sql = (at: number) => ask(PAINTED(at));
    await timed(WARM_UP, page);
    await timed(WARM_UP, sql);
    const [pages, queries] = [await timed(TIMES, page), await timed(TIMES, sql)];
    return {
      ratio: p95(pages) / p95(queries),
      sides: `page p95 ${ms(p95(pages))}, SQL p95 ${ms(p95(queries))}`,
      details: [],
    };
  },
};

/** What a suggestion may take of the server's time. */
const SUGGESTION_MS = 100;

/** p95 of the suggestions while somebody types, selective words and common ones in turn, over what they may take. */
export const networkSuggestions: Measure = {
  name: "network_suggestions",
  goal: 1,
  async take(bench: Bench) {
    const portal = await withNetwork(bench);
    const typed = (at: number) => {
      const turn = Math.floor(at / 2);
      const words = at % 2 === 0 ? SELECTIVE(turn) : (COMMON[turn % COMMON.length] ?? "");
      return words.slice(0, 1 + (at % words.length));
    };
    const suggest = async (at: number) => {
      const url = `${portal.url}/red/sugerencias?buscar=${encodeURIComponent(typed(at))}`;
      const answer = await fetch(url);
      if (!Array.isArray(((await answer.json()) as { sugerencias: unknown }).sugerencias))
        throw new Error(`${url} answers ${answer.status}`);
    };
    await timed(WARM_UP, suggest);
    const taken = await timed(TIMES, suggest);
    return {
      ratio: p95(taken) / SUGGESTION_MS,
      sides: `p95 ${ms(p95(taken))} of ${SUGGESTION_MS} ms`,
      details: [`median ${ms(median(taken))}`],
    };
  },
};

/** p95 of what the worst common word takes, over that of a selective one, in the database. */
export const networkSearchCommon: Measure = {
  name: "network_search_common",
  goal: 10,
  async take(bench: Bench) {
    const portal = await withNetwork(bench);
    const ctx = contextOn(portal.databaseUrl);
    const edition = await currentEdition(ctx);
    if (!edition) throw new Error("no edition");
    const of = (words: string) => {
      const what = sought(words);
      return what.kind === "words"
        ? search(ctx, edition, { words: what.words, layer: what.layer, limit: 25 })
        : null;
    };
    await timed(WARM_UP, async (at) => of(SELECTIVE(at)));
    const selective = p95(await timed(TIMES, async (at) => of(SELECTIVE(at))));
    const each: [string, number][] = [];
    for (const word of COMMON) each.push([word, p95(await timed(WARM_UP, async () => of(word)))]);
    const [worst = ["", 0]] = each.toSorted(([, one], [, other]) => other - one);
    return {
      ratio: worst[1] / selective,
      sides: `«${worst[0]}» ${ms(worst[1])}, selective ${ms(selective)}`,
      details: each.map(([word, taken]) => `«${word}» ${ms(taken)}`),
    };
  },
};

/** Milliseconds for the page of an asset over those for an empty page of the same build. */
export const networkAsset: Measure = {
  name: "network_asset",
  goal: 1.5,
  async take(bench: Bench) {
    const portal = await withNetwork(bench);
    const cookie = await cookieOf("customer", portal);
    const ids = await sampleIds(portal.databaseUrl);
    const asset = (at: number) =>
      fetched(`${portal.url}/red/transformadores/${ids[at % ids.length]}`, cookie);
    const empty = () => fetched(`${portal.url}/mi-cuenta/suministros/11261/vacia`, cookie);
    await timed(WARM_UP, asset);
    await timed(WARM_UP, empty);
    const [assets, empties] = [median(await timed(TIMES, asset)), median(await timed(TIMES, empty))];
    return { ratio: assets / empties, sides: `asset ${ms(assets)}, empty ${ms(empties)}`, details: [] };
  },
};

async function sampleIds(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM power_transformer WHERE edition = (SELECT max(id) FROM network_edition) AND place % 400 = 1 LIMIT 60",
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

/** Seconds in which GDAL reads every span from `/ogc`, over those in which it reads them from PostgreSQL. */
export const networkOgc: Measure = {
  name: "network_ogc",
  goal: 2,
  async take(bench: Bench) {
    const portal = await withNetwork(bench);
    const reads = { ogc: 0, postgres: 0, wire: 0 };
    const run = async (args: string[]) => {
      const began = performance.now();
      await output("ogrinfo", ["-q", "-ro", ...args], {
        cwd: process.cwd(),
        stopping: bench.stopping,
        limit: 30 * 60_000,
      });
      return (performance.now() - began) / 1000;
    };
    const count = ["-dialect", "SQLITE", "-sql", "SELECT count(*), max(length(id)) FROM"];
    const url = new URL(portal.databaseUrl);
    const pgSource = `PG:host=${url.hostname} port=${url.port} user=${url.username} password=${url.password} dbname=${url.pathname.slice(1)} tables=network_span_read`;
    await view(portal.databaseUrl);
    reads.postgres = await run([pgSource, ...count.slice(0, -1), `${count.at(-1)} network_span_read`]);
    reads.ogc = await run([
      "-oo",
      "PAGE_SIZE=10000",
      `OAPIF:${portal.url}/ogc`,
      ...count.slice(0, -1),
      `${count.at(-1)} vanos`,
    ]);
    reads.wire = await wire(portal.url);
    return {
      ratio: reads.ogc / reads.postgres,
      sides: `/ogc ${reads.ogc.toFixed(1)} s, PostgreSQL ${reads.postgres.toFixed(1)} s`,
      details: [`/ogc on the wire, without GDAL: ${reads.wire.toFixed(1)} s`],
    };
  },
};

/** The same rows as one table that GDAL takes for a layer. */
async function view(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      "CREATE OR REPLACE VIEW network_span_read AS SELECT * FROM span WHERE edition = (SELECT max(id) FROM network_edition)",
    );
  } finally {
    await client.end();
  }
}

async function wire(url: string): Promise<number> {
  const began = performance.now();
  let next: string | undefined = `${url}/ogc/collections/vanos/items?limit=10000`;
  while (next) {
    const page = (await (await fetch(next)).json()) as { links: { rel: string; href: string }[] };
    next = page.links.find(({ rel }) => rel === "next")?.href;
  }
  return (performance.now() - began) / 1000;
}
