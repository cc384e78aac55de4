/** Liveness: the process answers. Says nothing of the database, whose absence no restart of ours mends. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
