import type { PrismaClient } from "../platform/generated/client.ts";
import type { CivilDate } from "./civil-date.ts";

/** Who asks. A query or command names the actors it serves in the type of its context. */
export type PublicActor = { kind: "public" };
export type CustomerActor = { kind: "customer"; userId: string };
export type StaffRole = "desk" | "administrator";
export type StaffActor = { kind: "staff"; userId: string; role: StaffRole };
export type AdministratorActor = StaffActor & { role: "administrator" };
export type Actor = PublicActor | CustomerActor | StaffActor;

/** Everything a query or command may reach: who asks, the database and the time, all handed in. */
export interface Context<A extends Actor = Actor> {
  actor: A;
  db: PrismaClient;
  /** The instant it is, moved by the demonstration's clock offset. */
  now(): Date;
  /** The day it is in the company's time zone. */
  today(): CivilDate;
}
