import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { StaffRole } from "../kernel/context.ts";
import { hashPassword } from "../registration/password.ts";

interface Person {
  identityNumber: string;
  name: string;
  staffRole: StaffRole | null;
}

/** Known to everybody who reads the documentation: the demonstration listens on the loopback only. */
export const DEMONSTRATION_PASSWORD = "notro-en-el-viento-sur";

export const people: readonly Person[] = [
  { identityNumber: "11111111-1", name: "Rosa Inés Barría Oyarzún", staffRole: null },
  { identityNumber: "22222222-2", name: "Hernán Alvarado Krause", staffRole: null },
  { identityNumber: "33333333-3", name: "Camila Vera Huenumán", staffRole: null },
  { identityNumber: "44444444-4", name: "Patricia Soto Lagos", staffRole: "desk" },
  { identityNumber: "77777777-7", name: "Ignacio Fuentes Reyes", staffRole: "administrator" },
];

/** Who may see which supply: its holder, through the contract in force. */
const LINKS = [{ identityNumber: "11111111-1", supply: "11261" }];

/** Creates whoever is missing, and their links; whoever is there stays as they are. */
export async function createPeople(client: pg.ClientBase, now: Date): Promise<void> {
  const { rows } = await client.query<{ identity_number: string }>(
    "SELECT identity_number FROM portal_user WHERE identity_number = ANY ($1)",
    [people.map((person) => person.identityNumber)],
  );
  const known = new Set(rows.map((row) => row.identity_number));
  for (const person of people.filter(({ identityNumber }) => !known.has(identityNumber))) {
    await client.query(
      `INSERT INTO portal_user (id, identity_number, name, password_hash, staff_role, created_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [
        randomUUID(),
        person.identityNumber,
        person.name,
        await hashPassword(DEMONSTRATION_PASSWORD),
        person.staffRole,
        now,
      ],
    );
  }
  for (const { identityNumber, supply } of LINKS)
    await client.query(
      `INSERT INTO usage_point_link (id, user_id, usage_point_number, agreement_id, linked_at)
       SELECT $1, u.id, a.usage_point_number, a.id, $2
       FROM portal_user u
         JOIN customer c ON c.identity_number = u.identity_number
         JOIN customer_agreement a ON a.customer_id = c.id AND a.valid_to IS NULL
       WHERE u.identity_number = $3 AND a.usage_point_number = $4
         AND NOT EXISTS (SELECT FROM usage_point_link l WHERE l.user_id = u.id AND l.agreement_id = a.id)
       ON CONFLICT DO NOTHING`,
      [randomUUID(), now, identityNumber, supply],
    );
}
