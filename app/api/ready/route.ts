import { connection } from "next/server";
import { publicContext } from "@/lib/platform/context";
import { log } from "@/lib/platform/log";
import { databaseProblem } from "@/lib/platform/startup-checks";

const headers = { "cache-control": "no-store" };

/** Readiness: the database answers, has every migration and speaks UTC. The reason stays in the log. */
export async function GET(): Promise<Response> {
  await connection();
  const problem = await databaseProblem(publicContext().db).catch(() => "database out of reach");
  if (!problem) return Response.json({ status: "ok" }, { headers });
  log.warn({ problem }, "not ready");
  return Response.json(
    { status: "unavailable" },
    { status: 503, headers: { ...headers, "retry-after": "30" } },
  );
}
