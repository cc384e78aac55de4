import type { PeriodCharges } from "@/lib/billing/model";
import { periodCharges } from "@/lib/billing/queries";
import type { Context, CustomerActor } from "@/lib/kernel/context";
import { parsePeriod } from "@/lib/kernel/period";
import { usagePointInformation } from "@/lib/metering/queries";
import { inWords, type Information } from "../../information";

/** The charges that an address names, or null: not theirs, not there, or no period at all. */
export async function chargesOf(
  ctx: Context<CustomerActor>,
  numero: string,
  periodo: string,
): Promise<PeriodCharges | null> {
  const period = parsePeriod(periodo);
  return period && periodCharges(ctx, numero, period);
}

/** The same with what is known of the supply, as on the day on which the period's newest bill was issued. */
export async function chargesWithSupply(
  ctx: Context<CustomerActor>,
  numero: string,
  periodo: string,
): Promise<{ charges: PeriodCharges; supply: Information } | null> {
  const [charges, usagePoint] = await Promise.all([
    chargesOf(ctx, numero, periodo),
    usagePointInformation(ctx, numero),
  ]);
  return (
    charges && usagePoint && { charges, supply: inWords(usagePoint, charges.bills[0]?.issuedOn ?? null) }
  );
}
