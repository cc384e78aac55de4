import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { log } from "./log.ts";
import type { RenderPage, RenderedPage } from "./page-renderer.ts";
import { companyProfile } from "./profile.ts";
import { REQUEST_ID } from "./request-headers.ts";
import { routes } from "./routes.ts";

/*
 * Next answers notFound(), forbidden() and exceptions of a page with an empty document that only JavaScript fills
 * (vercel/next.js #62228), and of a route with an empty body. Here such an answer is replaced, before its first byte
 * leaves, by an ordinary page that needs neither JavaScript nor database nor session, and is the same for everybody.
 */

const RETRY_AFTER_SECONDS = "30";
/** Of a rendered page's headers, those that belong to its body. */
const KEPT = ["content-type", "content-encoding", "content-security-policy", "link"] as const;

export interface ErrorDocuments {
  /** Answers with the document of `status` instead of asking the application. */
  answer(request: IncomingMessage, response: ServerResponse, status: number): Promise<void>;
  /** Replaces what the application is about to answer, when it is a failure. Call it before the application. */
  watch(request: IncomingMessage, response: ServerResponse): void;
}

const typeOf = (response: ServerResponse) => String(response.getHeader("content-type") ?? "");

/** Whether the answer that `response` is about to begin is a failure that a person would read, or worse. */
function isReplaced({ headers }: IncomingMessage, response: ServerResponse): boolean {
  if (response.statusCode < 400 || typeOf(response).startsWith("application/json")) return false;
  if (response.statusCode >= 500 || typeOf(response).startsWith("text/html")) return true;
  const isFetch = headers["rsc"] !== undefined || headers["next-action"] !== undefined;
  return !isFetch && (headers.accept ?? "").includes("text/html");
}

function pageFor(status: number): string {
  if (status === 503) return routes.errors.unavailable;
  if (status >= 500) return routes.errors.failure;
  return status === 403 ? routes.errors.forbidden : routes.errors.notFound;
}

/** When not even the page can be made: still not blank, still a number to call. */
function lastResort(): RenderedPage {
  const { legalName, emergencyPhone, contactEmail } = companyProfile();
  const text = `<!doctype html><html lang="es"><meta charset="utf-8"><title>No pudimos responder</title>
<h1>No pudimos responder</h1><p>Vuelva a intentarlo en unos minutos. Si se trata de una emergencia, llame al
${emergencyPhone}; para otra cosa, escriba a ${contactEmail}.</p><p>${legalName}</p></html>`;
  return { headers: { "content-type": "text/html; charset=utf-8" }, body: Buffer.from(text) };
}

export function errorDocuments(
  render: RenderPage,
  databaseAnswers: () => Promise<boolean>,
  fixed: OutgoingHttpHeaders,
): ErrorDocuments {
  async function answer(request: IncomingMessage, response: ServerResponse, status: number) {
    const kind = status >= 500 && !(await databaseAnswers()) ? 503 : status;
    const requestId = String(response.getHeader(REQUEST_ID) ?? "");
    const asked: OutgoingHttpHeaders = { accept: "text/html", [REQUEST_ID]: requestId };
    const encodings = request.headers["accept-encoding"];
    if (encodings !== undefined) asked["accept-encoding"] = encodings;
    const page = await render(pageFor(kind), asked).catch((err: unknown) => {
      log.error({ err }, "error page not rendered");
      return lastResort();
    });
    if (response.destroyed || response.headersSent) return;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const kept = KEPT.flatMap((name) =>
      page.headers[name] === undefined ? [] : [[name, page.headers[name]]],
    );
    response.writeHead(kind, {
      ...fixed,
      ...(Object.fromEntries(kept) as OutgoingHttpHeaders),
      ...(kind === 503 ? { "retry-after": RETRY_AFTER_SECONDS } : {}),
      "cache-control": "no-store",
      "content-length": page.body.length,
      [REQUEST_ID]: requestId,
    });
    response.end(page.body);
  }

  return { answer, watch: (request, response) => intercept(request, response, answer) };
}

type Method = (...parts: unknown[]) => unknown;

/** Holds back the first byte until it is known whether the answer stands; swallows the one that does not. */
function intercept(
  request: IncomingMessage,
  response: ServerResponse,
  answer: ErrorDocuments["answer"],
): void {
  const own = {
    write: response.write.bind(response) as Method,
    end: response.end.bind(response) as Method,
    writeHead: response.writeHead.bind(response) as Method,
    flushHeaders: response.flushHeaders.bind(response),
  };
  let stands: boolean | undefined;
  const decide = () => (stands ??= response.headersSent || !isReplaced(request, response));
  const replace = () => {
    // Ours and what the compression put over them go: the document is sent as it is.
    Object.assign(response, own);
    void answer(request, response, response.statusCode);
    return response;
  };
  const overrides: Record<keyof typeof own, Method> = {
    flushHeaders: () => decide() && own.flushHeaders(),
    writeHead: (status, ...rest) => {
      response.statusCode = status as number;
      return decide() ? own.writeHead(status, ...rest) : response;
    },
    write: (...parts) => (decide() ? own.write(...parts) : true),
    end: (...parts) => (decide() ? own.end(...parts) : replace()),
  };
  Object.assign(response, overrides);
}
