import { basename } from "node:path";
import pg from "pg";
import type { Jurisdiction } from "../jurisdiction/jurisdiction.ts";
import { inUtc } from "../platform/database-url.ts";
import { crossCheck } from "./cross-checks.ts";
import { keepLoad, keptRejections } from "./history.ts";
import { PackageRefusal, type LoadReport, type ResourceCount } from "./model.ts";
import { openPackage, type LoadPackage, type PackageLimits } from "./package-reader.ts";
import { publish } from "./publish.ts";
import { resourceNamed, resources } from "./resources.ts";
import { ACCEPTED, createStaging, stage, staged } from "./staging.ts";

export interface LoadContext {
  databaseUrl: string;
  jurisdiction: Jurisdiction;
  now(): Date;
}

export interface LoadOptions {
  /** Check and publish as ever, then take it all back. */
  dryRun?: boolean;
  limits?: PackageLimits;
  /** Called when another load is under way and this one has to wait for its turn. */
  onWait?: () => void;
}

/**
 * Loads the package (folder or zip) at `source` in one transaction: readers see all of it or nothing, and whatever ends it
 * early leaves what was there. Two loads at once queue.
 *
 * A package that cannot be read as a whole is refused, by value; wrong rows stay out and are reported.
 * @throws Error when the database is out of reach
 */
export async function loadPackage(
  ctx: LoadContext,
  source: string,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const client = new pg.Client({ connectionString: inUtc(ctx.databaseUrl), connectionTimeoutMillis: 10_000 });
  // A lost connection fails the query that waits for it; without a listener it would end the process.
  client.on("error", () => {});
  await client.connect();
  const startedAt = ctx.now();
  try {
    return await loadOnce(ctx, client, { source, startedAt, ...options });
  } catch (error) {
    if (!(error instanceof PackageRefusal)) throw error;
    await client.query("ROLLBACK");
    const report = reportOf(ctx, { source, startedAt, ...options }, { refusal: error.message });
    if (!options.dryRun) await keepLoad(client, report, null);
    return report;
  } finally {
    await client.end();
  }
}

type LoadRun = LoadOptions & { source: string; startedAt: Date };

async function loadOnce(ctx: LoadContext, client: pg.Client, run: LoadRun): Promise<LoadReport> {
  const pack = await openPackage(run.source, run.limits);
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL work_mem = '64MB'");
    await takeTurn(client, run);
    const read = await stagePackage(client, pack, ctx.jurisdiction);
    await crossCheck(client);
    const counts = await publishAll(client, pack, { read, at: run.startedAt });
    const rejections = await keptRejections(client, pack.files);
    const report = reportOf(ctx, run, { counts, rejections });
    if (!run.dryRun) await keepLoad(client, report, pack.fingerprint());
    await client.query(run.dryRun ? "ROLLBACK" : "COMMIT");
    return report;
  } finally {
    pack.close();
  }
}

function reportOf(ctx: LoadContext, run: LoadRun, outcome: Partial<LoadReport>): LoadReport {
  return {
    source: basename(run.source),
    status: outcome.refusal ? "refused" : "published",
    dryRun: run.dryRun ?? false,
    startedAt: run.startedAt.toISOString(),
    finishedAt: ctx.now().toISOString(),
    counts: [],
    refusal: null,
    rejections: [],
    ...outcome,
  };
}

/** Arbitrary, but the same in every version of the portal. */
const LOAD_LOCK = 5_107_733_026;

/** Waits until no other load is under way; PostgreSQL gives the turn back when the transaction ends, however it ends. */
async function takeTurn(client: pg.ClientBase, { onWait }: LoadRun) {
  const { rows } = await client.query<{ mine: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS mine", [
    LOAD_LOCK,
  ]);
  if (rows[0]?.mine) return;
  onWait?.();
  await client.query("SELECT pg_advisory_xact_lock($1)", [LOAD_LOCK]);
}

async function stagePackage(client: pg.ClientBase, pack: LoadPackage, jurisdiction: Jurisdiction) {
  await createStaging(client);
  const read = new Map<string, number>();
  for (const { name, path } of pack.files) {
    const input = { file: path, bytes: pack.read(path), resource: resourceNamed(name) };
    read.set(name, await stage(client, input, jurisdiction));
  }
  return read;
}

async function publishAll(
  client: pg.ClientBase,
  pack: LoadPackage,
  { read, at }: { read: ReadonlyMap<string, number>; at: Date },
): Promise<ResourceCount[]> {
  const counts: ResourceCount[] = [];
  const lines = { inserted: 0, updated: 0 };
  for (const resource of resources) {
    const file = pack.files.find(({ name }) => name === resource.name)?.path;
    if (file === undefined) continue;
    const written = { ...lines };
    if (resource.table) {
      const { inserted, updated } = await publish(client, resource, at);
      Object.assign(written, { inserted: inserted.rows, updated: updated.rows });
      Object.assign(lines, { inserted: inserted.lines, updated: updated.lines });
    }
    const { rows } = await client.query<{ accepted: number; rejected: number }>(
      `SELECT count(*) FILTER (WHERE ${ACCEPTED})::integer AS accepted,
              count(*) FILTER (WHERE NOT ${ACCEPTED})::integer AS rejected FROM ${staged(resource.name)} s`,
    );
    const { accepted, rejected } = rows[0] ?? { accepted: 0, rejected: 0 };
    const unchanged = accepted - written.inserted - written.updated;
    const count = { resource: resource.name, file, read: read.get(resource.name) ?? 0, accepted, rejected };
    counts.push(accountedFor({ ...count, ...written, unchanged }));
  }
  return counts;
}

/** @throws Error, so that nothing is published, when a row is not accounted for. */
function accountedFor(count: ResourceCount): ResourceCount {
  if (count.accepted + count.rejected !== count.read || count.unchanged < 0)
    throw new Error(`rows of ${count.file} are not accounted for: ${JSON.stringify(count)}`);
  return count;
}
