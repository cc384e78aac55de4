import { addDays, civilDateAt, dateColumn, day, type CivilDate } from "../../lib/kernel/civil-date.ts";
import type {
  Actor,
  AdministratorActor,
  Context,
  CustomerActor,
  StaffActor,
  StaffRole,
} from "../../lib/kernel/context.ts";
import { addMonths, firstDayOf, period, type Period } from "../../lib/kernel/period.ts";
import { Decimal } from "../../lib/kernel/decimal.ts";
import type { ResourceCount } from "../../lib/loading/model.ts";
import type { Prisma, PrismaClient } from "../../lib/platform/generated/client.ts";

/** When tests happen unless they say otherwise: a Sunday noon in Santiago. */
export const NOW = new Date("2026-11-22T15:00:00Z");

/** What a query or command gets: this actor, this database, this instant; the company is in Santiago. */
export function contextOf<A extends Actor>(db: PrismaClient, actor: A, now: Date = NOW): Context<A> {
  return { actor, db, now: () => now, today: () => civilDateAt(now, "America/Santiago") };
}

export const anyone = { kind: "public" } as const;
export const asCustomer = (user: { id: string }): CustomerActor => ({ kind: "customer", userId: user.id });
export const asStaff = (user: { id: string }, role: StaffRole = "desk"): StaffActor => ({
  kind: "staff",
  userId: user.id,
  role,
});

let counter = 0;
/** Different at every call of a test file, so that what is built twice never collides. */
const next = () => (counter += 1);
const identityNumber = () => `${10_000_000 + next()}-K`;

export function aUsagePoint(db: PrismaClient, given: Partial<Prisma.UsagePointUncheckedCreateInput> = {}) {
  const data = { number: String(900_000 + next()), address: "Camino al Lago 12", comuna: "Frutillar" };
  return db.usagePoint.create({ data: { ...data, region: "Los Lagos", ...given } });
}

export function aCustomer(db: PrismaClient, given: Partial<Prisma.CustomerUncheckedCreateInput> = {}) {
  const data = { identityNumber: identityNumber(), name: "Titular de Prueba" };
  return db.customer.create({ data: { ...data, ...given } });
}

/** A person with an account whose password nobody knows; give `passwordHash` to sign them in. */
export function aPortalUser(db: PrismaClient, given: Partial<Prisma.PortalUserUncheckedCreateInput> = {}) {
  const data = { identityNumber: identityNumber(), name: "Persona de Prueba", passwordHash: "none" };
  return db.portalUser.create({ data: { ...data, createdAt: NOW, ...given } });
}

interface AgreementDays {
  validFrom?: CivilDate;
  /** Last day in force; null while it is in force. */
  validTo?: CivilDate | null;
}

/** A contract of the supply with a new holder. */
export async function anAgreement(db: PrismaClient, usagePointNumber: string, days: AgreementDays = {}) {
  const customer = await aCustomer(db);
  const validFrom = dateColumn(days.validFrom ?? day("2015-01-01"));
  const validTo = days.validTo ? dateColumn(days.validTo) : null;
  return db.customerAgreement.create({
    data: { usagePointNumber, customerId: customer.id, validFrom, validTo },
    include: { customer: true },
  });
}

/** A supply under contract that a person with an account may see. */
export async function aLinkedUsagePoint(db: PrismaClient, days: AgreementDays = {}) {
  const usagePoint = await aUsagePoint(db);
  const agreement = await anAgreement(db, usagePoint.number, days);
  const user = await aPortalUser(db);
  const link = await db.usagePointLink.create({
    data: {
      userId: user.id,
      usagePointNumber: usagePoint.number,
      agreementId: agreement.id,
      linkedAt: NOW,
    },
  });
  return { usagePoint, agreement, user, link, ctx: contextOf(db, asCustomer(user)) };
}

export function aMeter(
  db: PrismaClient,
  usagePointNumber: string,
  given: Partial<Prisma.MeterUncheckedCreateInput> = {},
) {
  const data = { usagePointNumber, serialNumber: `M-${next()}`, installedOn: dateColumn(day("2015-01-01")) };
  return db.meter.create({ data: { ...data, ...given } });
}

/** A reading at the end of `month`; without `registerKwh`, one that nobody took. */
export function aReading(
  db: PrismaClient,
  meter: { usagePointNumber: string; serialNumber: string },
  reading: { period: Period; registerKwh?: string; quality?: "actual" | "estimated" },
) {
  const { usagePointNumber, serialNumber } = meter;
  const key = { usagePointNumber, serialNumber, period: reading.period };
  if (reading.registerKwh === undefined)
    return db.meterReading.create({ data: { ...key, quality: "missing" } });
  const readOn = dateColumn(lastDayOf(reading.period));
  const quality = reading.quality ?? "actual";
  return db.meterReading.create({ data: { ...key, quality, readOn, registerKwh: reading.registerKwh } });
}

/** A bill of one whole month with a single taxable line; its totals add up with the 19 % of Chile's IVA. */
export function aBill(
  db: PrismaClient,
  usagePointNumber: string,
  given: Partial<Prisma.BillUncheckedCreateInput> & { taxableAmount?: string; exemptAmount?: string } = {},
) {
  const month = period(given.period ?? "2026-10");
  const net = new Decimal(given.taxableAmount ?? 10_000);
  const exempt = new Decimal(given.exemptAmount ?? 0);
  const tax = net.times("0.19").round();
  const issuedOn = firstDayOf(addMonths(month, 1));
  const data = {
    usagePointNumber,
    period: month,
    document: `D-${next()}`,
    issuedOn: dateColumn(issuedOn),
    dueOn: dateColumn(addDays(issuedOn, 20)),
    servedFrom: dateColumn(firstDayOf(month)),
    servedTo: dateColumn(lastDayOf(month)),
    consumptionKwh: "100",
    taxableAmount: net.toFixed(),
    exemptAmount: exempt.toFixed(),
    taxAmount: tax.toFixed(),
    totalAmount: net.plus(exempt).plus(tax).toFixed(),
    lineItems: [aLineItem(net.toFixed())],
  };
  return db.bill.create({ data: { ...data, ...given } });
}

export function aPayment(
  db: PrismaClient,
  usagePointNumber: string,
  given: { paidOn: string; amount?: string; document?: string | null },
) {
  const { paidOn, amount = "11900", document = null } = given;
  return db.payment.create({
    data: { usagePointNumber, number: `P-${next()}`, paidOn: dateColumn(day(paidOn)), amount, document },
  });
}

const aLineItem = (amount: string) => [1, "Electricidad consumida", "100", "kWh", null, amount, true];

const lastDayOf = (month: Period) => addDays(firstDayOf(addMonths(month, 1)), -1);

/** Somebody who loads data, and what their queries and commands get. */
export async function anAdministrator(db: PrismaClient, name = "Ignacio Fuentes Reyes") {
  const user = await aPortalUser(db, { name, staffRole: "administrator" });
  const actor: AdministratorActor = { kind: "staff", userId: user.id, role: "administrator" };
  return { user, ctx: contextOf(db, actor) };
}

/** A load of a package with nothing in it that came through the web and waits for the worker. */
export async function aLoad(db: PrismaClient, given: Partial<Prisma.LoadUncheckedCreateInput> = {}) {
  const user = given.userId ? null : await aPortalUser(db, { staffRole: "administrator" });
  const data = { source: `paquete-${next()}.zip`, status: "waiting" as const, operator: "Persona de Prueba" };
  return db.load.create({
    data: {
      ...data,
      userId: user?.id ?? null,
      packageKey: aPackageKey(),
      startedAt: NOW,
      counts: [],
      ...given,
    },
  });
}

/** Where no package lies. */
export const aPackageKey = () => `packages/${String(next()).padStart(64, "0")}`;

/** What became of the rows of a resource: all new, but for what is given. */
export const aCount = (given: Partial<ResourceCount> = {}): ResourceCount => ({
  resource: "boletas",
  file: "boletas.csv",
  read: 3,
  accepted: 2,
  rejected: 1,
  inserted: 2,
  updated: 0,
  unchanged: 0,
  deleted: 0,
  totals: [{ column: "total", read: "1500", accepted: "1331" }],
  ...given,
});
