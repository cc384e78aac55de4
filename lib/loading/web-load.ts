import type { PrismaClient } from "../platform/generated/client.ts";
import { loadPackage, type LoadContext } from "./commands.ts";
import type { ResourceCount } from "./model.ts";
import { progressWriter } from "./progress.ts";

/*
 * The worker's side of the loads that come through the web. A load that is left in `checking` or `publishing` because
 * its worker or PostgreSQL ended is taken up again from its beginning: nothing of it was published.
 */

export interface WebLoadContext extends LoadContext {
  db: PrismaClient;
}

const UNDER_WAY = ["waiting", "checking", "publishing"] as const;

/** What there is to do, oldest first: `check/<id>` or `publish/<id>`. */
export async function dueSteps(db: PrismaClient): Promise<string[]> {
  const loads = await db.load.findMany({
    where: { status: { in: [...UNDER_WAY] }, packageKey: { not: null } },
    select: { id: true, status: true },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
  return loads.map(({ id, status }) => `${status === "publishing" ? "publish" : "check"}/${id}`);
}

/** Does one of `dueSteps`; a step that is done already, or no longer wanted, is nothing. */
export async function runStep(ctx: WebLoadContext, step: string): Promise<{ outcome: string }> {
  const [what, id = ""] = step.split("/", 2);
  return what === "publish" ? publishLoad(ctx, id) : checkLoad(ctx, id);
}

const NOTHING_TO_DO = { outcome: "nothing to do" };

/** Checks the package and leaves the load `checked`, with its counts and rejected rows, or `refused`. */
export async function checkLoad(ctx: WebLoadContext, id: string): Promise<{ outcome: string }> {
  const { count } = await ctx.db.load.updateMany({
    where: { id, status: { in: ["waiting", "checking"] } },
    data: { status: "checking" },
  });
  return count === 0 ? NOTHING_TO_DO : run(ctx, id, { dryRun: true });
}

/** Publishes an approved load, as long as it does what was approved. */
export async function publishLoad(ctx: WebLoadContext, id: string): Promise<{ outcome: string }> {
  const load = await ctx.db.load.findFirst({
    where: { id, status: "publishing" },
    select: { counts: true },
  });
  if (!load) return NOTHING_TO_DO;
  return run(ctx, id, { approved: load.counts as unknown as ResourceCount[] });
}

async function run(
  ctx: WebLoadContext,
  id: string,
  how: { dryRun?: true; approved?: readonly ResourceCount[] },
): Promise<{ outcome: string }> {
  const { packageKey, source, operator } = await ctx.db.load.findUniqueOrThrow({
    where: { id },
    select: { packageKey: true, source: true, operator: true },
  });
  const path = packageKey && (await ctx.store.localPath(packageKey));
  if (!path) {
    await fail(ctx, id, "El archivo del paquete ya no está en el portal. Súbalo de nuevo.");
    return { outcome: "package gone" };
  }
  const progress = progressWriter(ctx.db, id);
  try {
    const onProgress = progress.report;
    const { status, dryRun } = await loadPackage(ctx, path, {
      ...how,
      id,
      name: source,
      operator,
      onProgress,
    });
    return { outcome: status === "published" && dryRun ? "checked" : status };
  } finally {
    await progress.end();
  }
}

/** Ends a load that failed every time it was tried. */
export async function giveUpStep(ctx: WebLoadContext, step: string): Promise<void> {
  await fail(
    ctx,
    step.split("/", 2)[1] ?? "",
    "El portal no pudo terminar esta carga, aunque lo intentó varias veces. No se publicó nada de ella y todo está como antes. Súbala de nuevo; si vuelve a pasar, avise a quien mantiene el portal.",
  );
}

async function fail(ctx: WebLoadContext, id: string, refusal: string) {
  await ctx.db.load.updateMany({
    where: { id, status: { in: [...UNDER_WAY] } },
    data: { status: "failed", refusal, finishedAt: ctx.now() },
  });
}
