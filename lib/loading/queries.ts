import type { Context, StaffActor } from "../kernel/context.ts";
import type { LoadStatus } from "../platform/generated/enums.ts";
import type { ResourceCount } from "./model.ts";

/** A load as the desk lists it. */
export interface LoadSummary {
  id: string;
  source: string;
  status: LoadStatus;
  startedAt: Date;
  rejectedRows: number;
}

/** The newest loads, newest first; what the desk needs to know is how fresh the data are and what was refused. */
export async function latestLoads(ctx: Context<StaffActor>, take = 10): Promise<LoadSummary[]> {
  const loads = await ctx.db.load.findMany({
    select: {
      id: true,
      source: true,
      status: true,
      startedAt: true,
      counts: true,
    },
    orderBy: { startedAt: "desc" },
    take,
  });
  return loads.map(({ counts, ...load }) => ({
    ...load,
    rejectedRows: (counts as unknown as ResourceCount[]).reduce((sum, { rejected }) => sum + rejected, 0),
  }));
}
