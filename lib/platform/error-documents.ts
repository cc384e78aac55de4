import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { holdAnswer } from "./held-answer.ts";
import { log } from "./log.ts";
import type { RenderPage, RenderedPage } from "./page-renderer.ts";
import { companyProfile } from "./profile.ts";
import { REQUEST_ID } from "./request-headers.ts";
import { routes } from "./routes.ts";

/*
 * Next answers notFound(), forbidden() and exceptions of a page with an empty document that only JavaScript fills
 * (vercel/next.js #62228), of a route with an empty body, and to the browser's own navigation with 200 and the failure
 * inside. Here such an answer is replaced, before its first byte leaves, by an ordinary page that needs neither
 * JavaScript nor database nor session, and is the same for everybody; to it Next's navigation gives up and loads the
 * address as a document.
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

/** Next's navigation and actions: their answer is for its script, which tells failures by their status. */
const isFetch = ({ headers }: IncomingMessage) =>
  headers["rsc"] !== undefined || headers["next-action"] !== undefined;

/** Status of an answer that a person would read and must not be left with; null when the answer may leave. */
function failureIn(request: IncomingMessage, response: ServerResponse): number | null {
  const { statusCode } = response;
  if (statusCode < 400 || typeOf(response).startsWith("application/json")) return null;
  if (statusCode >= 500 || typeOf(response).startsWith("text/html")) return statusCode;
  return !isFetch(request) && (request.headers.accept ?? "").includes("text/html") ? statusCode : null;
}

/** An error's line in React's stream, with the digest by which Next tells a refusal from a fault. */
const FLIGHT_ERROR = /(?:^|\n)[0-9a-f]+:E\{"digest":"([^"]*)"/;

/** Status of the failure that a 200 for Next's script carries inside; null when there is none. */
function failureWithin(body: Buffer): number | null {
  const digest = FLIGHT_ERROR.exec(body.toString("latin1"))?.[1];
  if (digest === undefined || digest.startsWith("NEXT_REDIRECT")) return null;
  return Number(/^NEXT_HTTP_ERROR_FALLBACK;(\d{3})$/.exec(digest)?.[1] ?? 500);
}

/** Compresses what was held back whole, and so had to come uncompressed. */
function packed(response: ServerResponse, body: Buffer, encodings: string): Buffer {
  if (body.length < 1024 || !/\bgzip\b/.test(encodings)) return body;
  response.setHeader("content-encoding", "gzip");
  return gzipSync(body);
}

function pageFor(status: number): string {
  if (status === 503) return routes.errors.unavailable;
  // 409: a form from before the last update of the portal, which its person may simply fill in again.
  if (status >= 500 || status === 409) return routes.errors.failure;
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

  function watch(request: IncomingMessage, response: ServerResponse) {
    const whole = isFetch(request);
    const encodings = String(request.headers["accept-encoding"] ?? "");
    if (whole) delete request.headers["accept-encoding"];
    holdAnswer(response, {
      whole,
      verdict(body) {
        const failure = failureIn(request, response);
        if (response.statusCode >= 400 && !failure && !response.hasHeader("cache-control"))
          response.setHeader("cache-control", "no-store");
        return failure ?? (typeOf(response).startsWith("text/x-component") ? failureWithin(body) : null);
      },
      replace: (status) => void answer(request, response, status),
      finish: (body) => packed(response, body, encodings),
    });
  }

  return { answer, watch };
}
