import { notFound } from "next/navigation";
import { tableSchema } from "@/lib/loading/package/descriptor";
import { resources } from "@/lib/loading/format/resources";
import { administratorContext } from "@/lib/platform/context";

/** Table Schema (Frictionless) of a resource. */
export async function GET(_request: Request, { params }: RouteContext<"/mesa/cargas/esquema/[recurso]">) {
  await administratorContext();
  const { recurso } = await params;
  const resource = resources.find(({ name }) => name === recurso);
  if (!resource) notFound();
  return new Response(`${JSON.stringify(tableSchema(resource), null, 2)}\n`, {
    headers: { "content-type": "application/json", "cache-control": "private, no-store" },
  });
}
