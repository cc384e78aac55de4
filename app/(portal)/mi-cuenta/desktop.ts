import { supplyNames } from "@/lib/accounts/queries";
import { lastBill } from "@/lib/billing/history";
import { consumptionHistory } from "@/lib/billing/queries";
import type { ConsumptionHistory, HistoryRow } from "@/lib/billing/model";
import type { Context, CustomerActor } from "@/lib/kernel/context";
import { usagePoints } from "@/lib/metering/queries";

export interface DesktopEntry extends ConsumptionHistory {
  /** What the person calls the supply. */
  alias: string | null;
  last: HistoryRow | undefined;
}

/** The supplies of a person with their months and their last bill, those that owe first, for page, PDF and CSV. */
export async function desktopEntries(ctx: Context<CustomerActor>): Promise<DesktopEntry[]> {
  const [own, names] = await Promise.all([usagePoints(ctx), supplyNames(ctx)]);
  const histories = await Promise.all(own.map(({ number }) => consumptionHistory(ctx, number)));
  return histories
    .filter((history) => history !== null)
    .map((history) => ({
      ...history,
      last: lastBill(history.rows),
      alias: names.get(history.usagePoint.number)?.alias ?? null,
    }))
    .sort((a, b) => Number(b.owed.length > 0) - Number(a.owed.length > 0));
}
