import { calculate, type Calculation } from "@/lib/pqr/calculation";
import { lawInForce } from "@/lib/pqr/queries";
import { calculatorQuery, type CalculatorQuery } from "@/lib/pqr/schema";
import type { PublicActor, Context } from "@/lib/kernel/context";
import { companyProfile } from "@/lib/platform/profile";

/** Calendars change a few times a year: a page need not ask for them every time. */
const A_MOMENT_MS = 1000;

/** What the address asks, and the answer; page, PDF and calendar file alike. */
export async function calculated(
  ctx: Context<PublicActor>,
  params: Record<string, unknown>,
): Promise<{ query: CalculatorQuery; home: string; calculation: Calculation }> {
  const query = calculatorQuery.parse(params);
  const home = companyProfile().country.toUpperCase();
  return { query, home, calculation: calculate(await lawInForce(ctx, A_MOMENT_MS), query, home, ctx.now()) };
}
