import type { PeriodCharges } from "@/lib/billing/model";
import { periodCharges } from "@/lib/billing/queries";
import type { Context, CustomerActor } from "@/lib/kernel/context";
import { parsePeriod } from "@/lib/kernel/period";

/** The charges that an address names, or null: not theirs, not there, or no period at all. */
export async function chargesOf(
  ctx: Context<CustomerActor>,
  numero: string,
  periodo: string,
): Promise<PeriodCharges | null> {
  const period = parsePeriod(periodo);
  return period && periodCharges(ctx, numero, period);
}
