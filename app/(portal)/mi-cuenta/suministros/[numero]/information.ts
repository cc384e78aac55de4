import type { Route } from "next";
import { technicalFacts, userFacts, type FactGroup } from "@/components/domain/usage-point-facts";
import { lastBilledOn } from "@/lib/billing/queries";
import type { CivilDate } from "@/lib/kernel/civil-date";
import type { Context, CustomerActor } from "@/lib/kernel/context";
import type { UsagePointHeading, UsagePointInformation } from "@/lib/metering/model";
import { usagePointInformation } from "@/lib/metering/queries";
import { csvResponse } from "@/lib/platform/download";
import { companyJurisdiction, numberStyle } from "@/lib/platform/profile";
import { isInNetwork } from "@/lib/network/queries/assets";
import { routes } from "@/lib/platform/routes";

export interface Information {
  usagePoint: UsagePointHeading;
  user: FactGroup;
  technical: FactGroup;
}

/** What is known of a supply, in words, for the pages that show it whole or in part; null when it is not theirs. */
export async function informationOf(
  ctx: Context<CustomerActor>,
  numero: string,
): Promise<Information | null> {
  const [usagePoint, billedOn] = await Promise.all([
    usagePointInformation(ctx, numero),
    lastBilledOn(ctx, numero),
  ]);
  if (!usagePoint) return null;
  const { transformerId } = usagePoint;
  // One that the network does not have is told as the bill names it, and leads nowhere.
  const isThere = transformerId !== null && (await isInNetwork(ctx, "transformadores", transformerId));
  return inWords(usagePoint, billedOn, isThere ? routes.asset("transformadores", transformerId) : null);
}

/** The same for the page of a bill, with the day on which that one was issued. */
export const inWords = (
  usagePoint: UsagePointInformation,
  billedOn: CivilDate | null,
  transformer: Route | null = null,
): Information => ({
  usagePoint,
  user: userFacts(usagePoint, billedOn, companyJurisdiction()),
  technical: technicalFacts(usagePoint, numberStyle(), transformer),
});

/** Groups of facts as a CSV to save; null is what is not there, or not theirs. */
export function factsCsv(request: Request, groups: FactGroup[] | null, name: string): Response {
  return csvResponse(
    request,
    [
      { header: "Grupo", kind: "text", value: (fact) => fact.group },
      { header: "Dato", kind: "text", value: (fact) => fact.term },
      { header: "Valor", kind: "text", value: (fact) => fact.value },
    ],
    groups && groups.flatMap(({ title, facts }) => facts.map((fact) => ({ group: title, ...fact }))),
    name,
  );
}
