import { PrismaPg } from "@prisma/adapter-pg";
import { inUtc } from "./database-url.ts";
import { PrismaClient } from "./generated/client.ts";

/** Statements that every connection keeps prepared. PostgreSQL plans the others, such as those with a long list, each time. */
const MOST_PREPARED = 200;

/** What PostgreSQL forgets at once. */
const UNNAMED = "";

/** Gives a statement its name; planning anew what is always the same took two thirds of the database's time for a page. */
function statementNames() {
  const names = new Map<string, string>();
  return ({ sql }: { sql: string }): string => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size === MOST_PREPARED) return UNNAMED;
    const name = `empalme_${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/** A database client that connects at its first query; time-outs so that a lost database fails a request, not the process. */
export function createDb(connectionString: string): PrismaClient {
  const connections = {
    connectionString: connectionString && inUtc(connectionString),
    connectionTimeoutMillis: 3_000,
    statement_timeout: 20_000,
    // A server that is frozen keeps no time: ours cuts then.
    query_timeout: 25_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    max: 10,
  };
  const adapter = new PrismaPg(connections, { statementNameGenerator: statementNames() });
  return new PrismaClient({ adapter });
}
