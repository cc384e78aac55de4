import type { AdministratorActor, Context } from "../kernel/context.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { ReceivedPackage } from "./package/receive-package.ts";

/*
 * What an administrator decides about the loads that come through the web. The worker does the work; the row of `load`
 * is how one tells the other, so that a worker that starts later finds all there is to do.
 */

export type DecisionError = "load/not-to-be-decided" | "load/not-to-be-discarded";

/** Puts a package that was received into the queue of what the worker checks. */
export async function registerLoad(
  ctx: Context<AdministratorActor>,
  { name, key, bytes }: ReceivedPackage,
): Promise<{ id: string }> {
  const { name: operator } = await ctx.db.portalUser.findUniqueOrThrow({
    where: { id: ctx.actor.userId },
    select: { name: true },
  });
  return ctx.db.load.create({
    data: {
      source: name,
      status: "waiting",
      operator,
      userId: ctx.actor.userId,
      packageKey: key,
      packageBytes: bytes,
      startedAt: ctx.now(),
      counts: [],
    },
    select: { id: true },
  });
}

/**
 * Has a checked load published, as it was when somebody looked at it: `seen` is when that check ended. Twice is no error:
 * the second time finds it on its way, or published.
 */
export async function approveLoad(
  ctx: Context<AdministratorActor>,
  { id, seen }: { id: string; seen: Date },
): Promise<Result<null, DecisionError>> {
  const { count } = await ctx.db.load.updateMany({
    where: { id, status: "checked", finishedAt: seen },
    data: { status: "publishing", finishedAt: null },
  });
  if (count > 0) return ok(null);
  const approved = await ctx.db.load.count({
    where: { id, status: { in: ["publishing", "published"] }, userId: { not: null } },
  });
  return approved > 0 ? ok(null) : err("load/not-to-be-decided");
}

/** Gives a load up before anything of it is published. Twice is no error. */
export async function discardLoad(
  ctx: Context<AdministratorActor>,
  id: string,
): Promise<Result<null, DecisionError>> {
  const { count } = await ctx.db.load.updateMany({
    where: { id, status: { in: ["waiting", "checked"] } },
    data: { status: "discarded", finishedAt: ctx.now() },
  });
  if (count > 0) return ok(null);
  const discarded = await ctx.db.load.count({ where: { id, status: "discarded" } });
  return discarded > 0 ? ok(null) : err("load/not-to-be-discarded");
}
