import { randomUUID } from "node:crypto";
import type pg from "pg";
import { hashPassword } from "../registration/password.ts";
import type { Person } from "./company.ts";

/** Known to everybody who reads the documentation: the demonstration listens on the loopback only. */
export const DEMONSTRATION_PASSWORD = "notro-en-el-viento-sur";

/** Creates whoever is missing, and their links; whoever is there stays as they are. */
export async function createPeople(
  client: pg.ClientBase,
  people: readonly Person[],
  now: Date,
): Promise<void> {
  const { rows } = await client.query<{ identity_number: string }>(
    "SELECT identity_number FROM portal_user WHERE identity_number = ANY ($1)",
    [people.map((person) => person.identityNumber)],
  );
  const known = new Set(rows.map((row) => row.identity_number));
  for (const person of people) {
    if (!known.has(person.identityNumber)) await createPerson(client, person, now);
    else await giveAddress(client, person);
    for (const supply of person.supplies) await link(client, { person, supply }, now);
  }
}

async function createPerson(client: pg.ClientBase, person: Person, now: Date): Promise<void> {
  await client.query(
    `INSERT INTO portal_user (id, identity_number, name, password_hash, staff_role, created_at, email)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [
      randomUUID(),
      person.identityNumber,
      person.name,
      await hashPassword(DEMONSTRATION_PASSWORD),
      person.staffRole,
      now,
      person.email,
    ],
  );
}

/** For those who were made before people had addresses, and have given none since. */
async function giveAddress(client: pg.ClientBase, { identityNumber, email }: Person): Promise<void> {
  await client.query(
    `UPDATE portal_user SET email = $2 WHERE identity_number = $1 AND email IS NULL
       AND NOT EXISTS (SELECT FROM portal_user WHERE email = $2)`,
    [identityNumber, email],
  );
}

/** A person sees the supply they hold, through the contract in force. */
async function link(
  client: pg.ClientBase,
  { person, supply }: { person: Person; supply: string },
  now: Date,
): Promise<void> {
  await client.query(
    `INSERT INTO usage_point_link (id, user_id, usage_point_number, agreement_id, linked_at)
     SELECT $1, u.id, a.usage_point_number, a.id, $2
     FROM portal_user u
       JOIN customer c ON c.identity_number = u.identity_number
       JOIN customer_agreement a ON a.customer_id = c.id AND a.valid_to IS NULL
     WHERE u.identity_number = $3 AND a.usage_point_number = $4
       AND NOT EXISTS (SELECT FROM usage_point_link l WHERE l.user_id = u.id AND l.agreement_id = a.id)
     ON CONFLICT DO NOTHING`,
    [randomUUID(), now, person.identityNumber, supply],
  );
}
