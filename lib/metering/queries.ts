import {
  billsWithin,
  readingsWithin,
  visibleAgreements,
  visibleSupply,
  visibleTo,
} from "../accounts/policy.ts";
import { civilDateOf, dateColumn } from "../kernel/civil-date.ts";
import type { Context, CustomerActor, StaffActor } from "../kernel/context.ts";
import { decimalTextOrNull } from "../kernel/decimal.ts";
import type { Period } from "../kernel/period.ts";
import { readingRows } from "./meter-history.ts";
import type { MeterHistory, UsagePointHeading, UsagePointInformation } from "./model.ts";
import { HISTORY_MONTHS } from "./window.ts";

type Reader = Context<CustomerActor | StaffActor>;

const heading = { number: true, address: true, comuna: true, region: true } as const;

/** The supplies an actor may see, by number. */
export async function usagePoints(ctx: Context<CustomerActor>): Promise<UsagePointHeading[]> {
  return ctx.db.usagePoint.findMany({
    where: visibleTo(ctx.actor),
    select: heading,
    orderBy: { number: "asc" },
  });
}

/** Everything known of a supply today, or null when it is not the actor's to see. */
export async function usagePointInformation(
  ctx: Reader,
  number: string,
): Promise<UsagePointInformation | null> {
  const today = dateColumn(ctx.today());
  // A former holder still linked to their own time sees the supply, not who lives there now.
  const found = await ctx.db.usagePoint.findFirst({
    where: { number, ...visibleTo(ctx.actor) },
    select: {
      ...heading,
      pricingStructure: true,
      billingMonths: true,
      serviceCapacityKva: true,
      transformerName: true,
      transformerId: true,
      transformerRatedKva: true,
      voltageLevel: true,
      agreements: {
        where: { validFrom: { lte: today }, ...visibleAgreements(ctx.actor) },
        orderBy: { validFrom: "desc" },
        take: 1,
        select: { customer: { select: { identityNumber: true, name: true, email: true, phone: true } } },
      },
      meters: {
        where: { installedOn: { lte: today }, OR: [{ removedOn: null }, { removedOn: { gte: today } }] },
        orderBy: { installedOn: "desc" },
        take: 1,
        select: { serialNumber: true },
      },
    },
  });
  if (!found) return null;
  const { agreements, meters, serviceCapacityKva, transformerRatedKva, ...rest } = found;
  return {
    ...rest,
    serviceCapacityKva: decimalTextOrNull(serviceCapacityKva),
    transformerRatedKva: decimalTextOrNull(transformerRatedKva),
    holder: agreements[0]?.customer ?? null,
    meterSerialNumber: meters[0]?.serialNumber ?? null,
  };
}

/** Readings read, newest first: with one a month, enough to find the one before the oldest shown. */
const READINGS_READ = 4 * HISTORY_MONTHS;

/**
 * The meters of a supply and the readings of it that the actor may see, or null when it is not theirs or does not
 * exist. Meters are of the installation, whoever lives there; readings are of the holder of their day.
 */
export async function meterHistory(ctx: Reader, number: string): Promise<MeterHistory | null> {
  const visible = await visibleSupply(ctx, number);
  if (!visible) return null;
  const { usagePoint, spans } = visible;
  const today = dateColumn(ctx.today());
  const found = await ctx.db.usagePoint.findFirst({
    where: { number, ...visibleTo(ctx.actor) },
    select: {
      billingMonths: true,
      meters: {
        where: { installedOn: { lte: today } },
        select: { serialNumber: true, installedOn: true, removedOn: true },
        orderBy: { installedOn: "desc" },
      },
      readings: {
        where: readingsWithin(spans),
        select: { period: true, serialNumber: true, quality: true, readOn: true, registerKwh: true },
        orderBy: { period: "desc" },
        take: READINGS_READ,
      },
      bills: {
        where: { cancelledOn: null, replacedBy: null, ...billsWithin(spans) },
        select: { period: true },
        orderBy: { period: "desc" },
        take: 1,
      },
    },
  });
  if (!found) return null;
  const meters = found.meters.map(({ serialNumber, installedOn, removedOn }) => ({
    serialNumber,
    installedOn: civilDateOf(installedOn),
    removedOn: removedOn && civilDateOf(removedOn),
  }));
  const readings = found.readings.map(({ period, registerKwh, readOn, ...reading }) => ({
    ...reading,
    period: period as Period,
    readOn: readOn && civilDateOf(readOn),
    registerKwh: decimalTextOrNull(registerKwh),
  }));
  const { billingMonths } = found;
  const billedUntil = (found.bills[0]?.period ?? null) as Period | null;
  return {
    usagePoint,
    billingMonths,
    installed: meters.find(({ removedOn }) => removedOn === null || removedOn >= ctx.today()) ?? null,
    meters,
    rows: readingRows({ readings, meters, billedUntil, billingMonths }),
  };
}

/** The transformer that feeds a supply of one's own, as the network calls it; null when it is not theirs or not said. */
export async function transformerOfSupply(
  ctx: Context<CustomerActor>,
  number: string,
): Promise<string | null> {
  const found = await ctx.db.usagePoint.findFirst({
    where: { number, ...visibleTo(ctx.actor) },
    select: { transformerId: true },
  });
  return found?.transformerId ?? null;
}
