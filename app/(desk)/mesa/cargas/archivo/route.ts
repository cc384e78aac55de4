import { ERROR_COPY } from "@/lib/copy/errors";
import { registerLoad } from "@/lib/loading/desk";
import { receivePackage } from "@/lib/loading/package/receive-package";
import { problemNamed } from "@/lib/loading/schema";
import { companyFiles } from "@/lib/platform/company-files";
import { administratorContext, currentPerson } from "@/lib/platform/context";
import { env } from "@/lib/platform/env";
import { routes } from "@/lib/platform/routes";

/** A form's POST, not an action: actions hold what they are sent in memory. With scripts the form asks for JSON. */
export async function POST(request: Request): Promise<Response> {
  const answer = answerIn(request.headers.get("accept") ?? "");
  // Sent to sign in as a GET: a redirect that keeps the method would send the whole file there.
  if (!(await currentPerson())) return answer.go(routes.signInThen(routes.loads()));
  const ctx = await administratorContext();
  const received = await receivePackage(companyFiles(env().EMPALME_DATA_DIR), request);
  if (!received.ok)
    return answer.refuse(ERROR_COPY[received.error], routes.loadsWith(problemNamed(received.error)));
  const { id } = await registerLoad(ctx, received.value);
  return answer.go(routes.load(id));
}

/** Where one lands who signs in again after an upload that came too late. */
export async function GET(): Promise<Response> {
  await administratorContext();
  return seeOther(routes.loads());
}

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

const answerIn = (accept: string) =>
  accept === "application/json"
    ? {
        go: (location: string) => Response.json({ location }),
        refuse: (error: string, _page: string) => Response.json({ error }, { status: 422 }),
      }
    : { go: seeOther, refuse: (_error: string, page: string) => seeOther(page) };
