import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadPackage } from "../../../lib/loading/commands.ts";
import { seeded } from "../../support/seeded.ts";
import { aDatabaseThatDies, type MortalDatabase } from "../../support/mortal-database.ts";
import {
  digestOf,
  generationPackage,
  generationsSeen,
  otherThan,
  type Generation,
} from "../../support/generations.ts";
import { startLoader } from "../../support/loader-process.ts";
import { aPackage, loading, temporaryFolder } from "../../support/packages.ts";

const SUPPLIES = 60;
const MOMENTS = 20;
const SEED = 20_261_125;
const PACKAGES = { 1: aPackage(generationPackage(1, SUPPLIES)), 2: aPackage(generationPackage(2, SUPPLIES)) };
const digests = { 1: "", 2: "" };
const dataDir = temporaryFolder();

let database: MortalDatabase;
/** How long a loader takes that nobody kills, at the least: a machine that was busy then must not aim behind the end. */
let whole = Infinity;

const start = (generation: Generation) =>
  startLoader(PACKAGES[generation], { databaseUrl: database.url, dataDir });
const loadHere = (generation: Generation) => loadPackage(loading(database.url), PACKAGES[generation]);

beforeAll(async () => {
  database = await aDatabaseThatDies();
  for (const generation of [1, 2, 1] as const) {
    const { code, said, seconds } = await start(generation).ended;
    expect([code, said]).toEqual([0, ""]);
    digests[generation] = await digestOf(database.pool);
    whole = Math.min(whole, seconds);
  }
  expect(digests[1]).not.toBe(digests[2]);
}, 120_000);
afterAll(() => database.stop());

/** Looks at the data again and again until it is told to stop; a database that is away is waited for. */
function aReader() {
  const seen = new Map<string, number>();
  let reading = true;
  const done = (async () => {
    while (reading) {
      const generations = await generationsSeen(database.pool, SUPPLIES).catch(() => null);
      if (generations) seen.set(String(generations), (seen.get(String(generations)) ?? 0) + 1);
      await wait(generations ? 10 : 100);
    }
  })();
  return {
    async stop() {
      reading = false;
      await done;
      return seen;
    },
  };
}

const random = seeded(SEED);
/** Spread over the whole of a load, each with its own chance, so that none of its parts is spared. */
const moments = Array.from({ length: MOMENTS }, (_, at) => ({
  victim: at % 2 === 0 ? ("loader" as const) : ("postgres" as const),
  at: (at + random()) / MOMENTS,
}));

async function historyOf(status: "published") {
  const { rows } = await database.pool.query<{ loads: number }>(
    "SELECT count(*)::integer AS loads FROM load WHERE status = $1::load_status",
    [status],
  );
  return rows[0]?.loads ?? 0;
}

/** Nothing waits for a turn that nobody gives back. */
async function expectNoTurnTaken() {
  const taken = "SELECT count(*)::integer AS locks FROM pg_locks WHERE locktype = 'advisory'";
  const locks = async () => (await database.pool.query<{ locks: number }>(taken)).rows;
  await expect.poll(locks, { timeout: 10_000 }).toEqual([{ locks: 0 }]);
}

/** Kills in the middle of a load that would turn generation `was` into the other; returns which of both is there then. */
async function interrupted({ victim, at }: (typeof moments)[number], was: Generation): Promise<Generation> {
  const published = await historyOf("published");
  const loader = start(otherThan(was));
  await wait(at * whole * 1000);
  if (victim === "loader") loader.kill();
  else await database.kill();
  const end = await loader.ended;
  if (victim === "postgres") {
    // It ends by itself and says why, in words for people, unless it was done already.
    if (end.code !== 0) {
      expect(end.code).toBe(1);
      expect(end.said.trim()).not.toBe("");
      expect(end.said).not.toMatch(/^ +at /m);
    }
    await database.start();
  }
  await expectNoTurnTaken();
  const digest = await digestOf(database.pool);
  const is = digest === digests[was] ? was : otherThan(was);
  expect(digest, `half a load, after the ${victim} died at ${at.toFixed(2)}`).toBe(digests[is]);
  expect(await historyOf("published")).toBe(is === was ? published : published + 1);
  return is;
}

test("whatever dies at any moment, what is there is what was or what comes, and loading again completes", async () => {
  const reader = aReader();
  const outcomes: string[] = [];
  let current: Generation = 1;
  for (const moment of moments) {
    const next = otherThan(current);
    const is = await interrupted(moment, current);
    outcomes.push(`${moment.victim} at ${moment.at.toFixed(2)}: ${is === current ? "before" : "after"}`);
    const report = await loadHere(next);
    expect(report).toMatchObject({ status: "published", refusal: null, rejections: [] });
    expect(await digestOf(database.pool)).toBe(digests[next]);
    const staged = await database.pool.query("SELECT FROM pg_tables WHERE schemaname = 'staging'");
    expect(staged.rowCount).toBe(0);
    current = next;
  }
  const seen = await reader.stop();
  console.log(`seed ${SEED}, a load of ${whole.toFixed(2)} s: ${outcomes.join("; ")}`);
  expect([...seen.keys()].sort()).toEqual(["1", "2"]);
  expect(Math.min(...seen.values())).toBeGreaterThan(20);
  // Most moments must have hit a load at work, or nothing was tried.
  expect(outcomes.filter((outcome) => outcome.endsWith("before")).length).toBeGreaterThan(MOMENTS / 2);
}, 240_000);

test("two loaders at once load one after the other, and one that dies while it waits holds nobody up", async () => {
  const [first, second, third] = [start(2), start(1), start(2)];
  await wait(whole * 500);
  third.kill();
  const ends = await Promise.all([first.ended, second.ended, third.ended]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0, null]);
  const digest = await digestOf(database.pool);
  expect([digests[1], digests[2]]).toContain(digest);
  await expectNoTurnTaken();
}, 60_000);
