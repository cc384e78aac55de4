import { expect, test } from "vitest";
import { purgeExpired } from "../../../lib/registration/purge.ts";
import { aPortalUser } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";

const { db } = await freshDatabase();
const now = new Date("2026-11-22T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test("what has expired goes, what stands stays", async () => {
  const { id: userId } = await aPortalUser(db);
  const session = (id: string, created: number, seen: number) => ({
    id: id.padEnd(64, "0"),
    userId,
    createdAt: ago(created),
    lastSeenAt: ago(seen),
  });
  await db.portalSession.createMany({
    data: [
      session("a", 10, 1),
      session("b", 60, 31),
      session("c", 12 * 60 + 1, 1),
      session("d", 11 * 60, 29),
    ],
  });
  const attempt = (key: string, minutes: number) => ({
    key: key.padEnd(64, "0"),
    failures: 3,
    lastFailure: ago(minutes),
  });
  await db.attempt.createMany({ data: [attempt("a", 23 * 60), attempt("b", 24 * 60 + 1)] });

  const registration = (createdAt: Date) => ({
    identityNumber: "12345678-5",
    email: "persona@correo.example",
    passwordHash: "none",
    details: {},
    createdAt,
  });
  await db.pendingRegistration.createMany({ data: [registration(ago(60)), registration(ago(24 * 60 + 1))] });
  const link = (id: string, minutes: number) => ({
    id: id.padEnd(64, "0"),
    purpose: "recover_password" as const,
    subjectId: userId,
    expiresAt: ago(minutes),
  });
  await db.mailedToken.createMany({ data: [link("a", -1), link("b", 1)] });
  const event = (days: number) => ({ userId, kind: "signed_in" as const, at: ago(days * 24 * 60) });
  await db.securityEvent.createMany({ data: [event(364), event(366)] });

  const gone = { sessions: 2, attempts: 1, registrations: 1, links: 1, events: 1 };
  expect(await purgeExpired(db, now)).toEqual(gone);
  const left = await db.portalSession.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  expect(left.map(({ id }) => id[0])).toEqual(["a", "d"]);
  expect(await purgeExpired(db, now)).toEqual({
    sessions: 0,
    attempts: 0,
    registrations: 0,
    links: 0,
    events: 0,
  });
});
