import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { civilDateAt } from "../kernel/civil-date.ts";
import type {
  Actor,
  AdministratorActor,
  Context,
  CustomerActor,
  PublicActor,
  StaffActor,
} from "../kernel/context.ts";
import { signedIn } from "../registration/queries.ts";
import type { SignedIn } from "../registration/model.ts";
import { now } from "./clock.ts";
import { db } from "./db.ts";
import { companyProfile } from "./profile.ts";
import { REQUEST_PATH } from "./request-headers.ts";
import { routes } from "./routes.ts";
import { sessionToken } from "./session-cookie.ts";

function contextOf<A extends Actor>(actor: A): Context<A> {
  return { actor, db, now, today: () => civilDateAt(now(), companyProfile().timeZone) };
}

/** For pages and actions open to anyone. */
export const publicContext = (): Context<PublicActor> => contextOf({ kind: "public" });

/** Who is signed in, checked in the database once a request; null for everybody else. */
export const currentPerson = cache(async (): Promise<SignedIn | null> => {
  const token = await sessionToken();
  return token ? signedIn(publicContext(), token) : null;
});

async function signedInOrRedirect(): Promise<SignedIn> {
  const person = await currentPerson();
  if (person) return person;
  const path = (await headers()).get(REQUEST_PATH);
  redirect(path ? routes.signInThen(path) : routes.signIn());
}

/** For a customer's pages, downloads and actions: others are sent to sign in, or told it is not for them (403). */
export async function portalContext(): Promise<Context<CustomerActor>> {
  const { userId, staffRole } = await signedInOrRedirect();
  if (staffRole) forbidden();
  return contextOf({ kind: "customer", userId });
}

/** For what an open page tells only of one's own: null for who is not signed in as a customer. */
export async function customerContextIfAny(): Promise<Context<CustomerActor> | null> {
  const person = await currentPerson();
  return person && !person.staffRole ? contextOf({ kind: "customer", userId: person.userId }) : null;
}

/** For the company's staff: others are sent to sign in, or told it is not for them (403). */
export async function deskContext(): Promise<Context<StaffActor>> {
  const { userId, staffRole } = await signedInOrRedirect();
  if (!staffRole) forbidden();
  return contextOf({ kind: "staff", userId, role: staffRole });
}

/** For those of the staff who load data and manage people: the rest of the desk is told it is not for them (403). */
export async function administratorContext(): Promise<Context<AdministratorActor>> {
  const { userId, staffRole } = await signedInOrRedirect();
  if (staffRole !== "administrator") forbidden();
  return contextOf({ kind: "staff", userId, role: staffRole });
}
