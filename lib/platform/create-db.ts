import { PrismaPg } from "@prisma/adapter-pg";
import { inUtc } from "./database-url.ts";
import { PrismaClient } from "./generated/client.ts";

/** A database client that connects at its first query; time-outs so that a lost database fails a request, not the process. */
export function createDb(connectionString: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: connectionString && inUtc(connectionString),
    connectionTimeoutMillis: 3_000,
    statement_timeout: 20_000,
    // A server that is frozen keeps no time: ours cuts then.
    query_timeout: 25_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    max: 10,
  });
  return new PrismaClient({ adapter });
}
