import "server-only";
import { createDb } from "./create-db.ts";

/** The application's database client; connects at its first query. */
export const db = createDb(process.env.DATABASE_URL ?? "");
