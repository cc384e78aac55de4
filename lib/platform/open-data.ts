import "server-only";
import { BadRequest } from "../network/ogc.ts";
import type { Edition } from "../network/model.ts";
import { currentEdition } from "../network/queries/editions.ts";
import type { Context, PublicActor } from "../kernel/context.ts";
import { publicContext } from "./context.ts";
import { env } from "./env.ts";

/** An address of the portal in full: whoever reads a file of links has no page that they are relative to. */
export const absolute = (path: string): string => `${env().APP_URL}${path}`;

/** Read from anywhere: it is open data, and nobody's session counts here. */
const OPEN = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "Content-Crs, Link",
};

export const openJson = (body: unknown, { type = "application/json", headers = {} } = {}): Response =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), {
    headers: { "content-type": type, "cache-control": "public, max-age=60", ...OPEN, ...headers },
  });

/** What is wrong, as RFC 9457 says it. */
const problem = (status: 400 | 404, detail: string): Response =>
  new Response(
    JSON.stringify({
      type: "about:blank",
      title: status === 400 ? "Bad Request" : "Not Found",
      status,
      detail,
    }),
    {
      status,
      headers: { "content-type": "application/problem+json", ...OPEN },
    },
  );

export const noSuch = (what: string): Response => problem(404, `No existe ${what}.`);

/** An answer of open data from the newest edition: 400 for what makes no sense, 404 while there is none. */
export async function openData(
  request: Request,
  answer: (asked: {
    ctx: Context<PublicActor>;
    edition: Edition;
    query: URLSearchParams;
  }) => Promise<Response> | Response,
): Promise<Response> {
  const ctx = publicContext();
  const edition = await currentEdition(ctx);
  if (!edition) return noSuch("ninguna edición de la red");
  try {
    return await answer({ ctx, edition, query: new URL(request.url).searchParams });
  } catch (error) {
    if (error instanceof BadRequest) return problem(400, error.message);
    throw error;
  }
}

/** What a browser asks before it reads from another site. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...OPEN,
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-max-age": "86400",
    },
  });
