import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import { logAnswer, routeNames } from "./access-log.ts";
import { mayChangeThings } from "./cross-origin.ts";
import { databaseProbe } from "./database-probe.ts";
import { env } from "./env.ts";
import { errorDocuments, type ErrorDocuments } from "./error-documents.ts";
import { reachOf, settleHeaders } from "./forwarded.ts";
import { captureConsole, currentRequest, log, logUncaught } from "./log.ts";
import { pageRenderer } from "./page-renderer.ts";
import { REQUEST_ID } from "./request-headers.ts";
import { routes } from "./routes.ts";
import { fixedHeaders } from "./security-headers.ts";
import { cutSlowBodies, REQUEST_TIMEOUT, UPLOAD_MS } from "./slow-bodies.ts";
import { supervised } from "./supervisor.ts";

const LIMITS = {
  /** A request whose head trickles in slower than this is cut; how slow a body may be says slow-bodies.ts. */
  headersTimeout: 10_000,
  requestTimeout: UPLOAD_MS,
  connectionsCheckingInterval: 2_000,
  /** Longer than the minute for which balancers usually keep a connection. */
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
};
/** Requests under way get this long when the portal is told to end. */
const FINISH_MS = 25_000;

const ERROR_PAGES = new Set<string>(Object.values(routes.errors));

/**
 * Whether `url` can be an address of the portal: a path, readable, without the one character that PostgreSQL takes in
 * no text, and not one of the pages that stand for a failure.
 */
function isAddress(url: string): boolean {
  const [path = ""] = url.split("?", 1);
  try {
    const plain = decodeURIComponent(path);
    return (
      path.startsWith("/") &&
      !plain.includes("\0") &&
      !ERROR_PAGES.has(plain.replace(/\/+/g, "/").replace(/\/$/, ""))
    );
  } catch {
    return false;
  }
}

type Application = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Every request's way through: a number, the fixed headers, who may ask, what to believe; then the application. */
function gate(application: Application, documents: ErrorDocuments, fixed: Record<string, string>) {
  const { APP_URL, EMPALME_DEMONSTRATION, TRUST_PROXY_HOPS } = env();
  const reach = reachOf(APP_URL, EMPALME_DEMONSTRATION, TRUST_PROXY_HOPS);
  const routeOf = routeNames();
  const pass = async (request: IncomingMessage, response: ServerResponse, requestId: string) => {
    if (!isAddress(request.url ?? "")) return documents.answer(request, response, 404);
    if (!mayChangeThings(request, reach)) return documents.answer(request, response, 403);
    settleHeaders(request, reach, requestId);
    documents.watch(request, response);
    return application(request, response);
  };
  return (request: IncomingMessage, response: ServerResponse) => {
    const requestId = randomUUID();
    logAnswer(request, response, routeOf(request.url ?? ""));
    for (const [name, value] of Object.entries(fixed)) response.setHeader(name, value);
    response.setHeader(REQUEST_ID, requestId);
    currentRequest.run(requestId, () => {
      pass(request, response, requestId).catch((err: unknown) => {
        log.error({ err }, "request failed");
        response.destroy();
      });
    });
  };
}

const MALFORMED: Record<string, string> = {
  [REQUEST_TIMEOUT]: "408 Request Timeout",
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
};

/** What is no HTTP, too large or too slow gets a line and the door; there is no request to answer. */
function refuseMalformed(server: Server, fixed: Record<string, string>): void {
  const lines = Object.entries({ ...fixed, connection: "close", "content-length": "0" });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    const status = MALFORMED[error.code ?? ""] ?? "400 Bad Request";
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\n${head}\r\n`);
    else socket.destroy();
  });
}

/** Requests under way are finished, then `done` is called. */
async function finish(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), FINISH_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

/** Serves the built application until a signal. @throws Error when the environment is not complete. */
export async function serveWeb(): Promise<void> {
  const { APP_URL, DATABASE_URL, HOST, PORT, LOG_LEVEL } = env();
  log.level = LOG_LEVEL;
  captureConsole();
  const url = new URL(APP_URL);
  // The server handed over listens to nobody: Next would take WebSockets on it, and there are none here.
  const app = next({
    dev: false,
    hostname: url.hostname,
    port: Number(url.port) || (url.protocol === "https:" ? 443 : 80),
    httpServer: createServer(),
  });
  await app.prepare();
  const application: Application = app.getRequestHandler();
  const fixed = fixedHeaders(url.protocol === "https:");
  const render = pageRenderer((request, response) => void application(request, response));
  const documents = errorDocuments(render, databaseProbe(DATABASE_URL), fixed);
  const server = createServer(LIMITS, gate(application, documents, fixed));
  cutSlowBodies(server, routes.uploadPackage());
  refuseMalformed(server, fixed);
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(PORT, HOST, resolve));

  let ending = false;
  const stop = async (code: number) => {
    if (ending) return;
    ending = true;
    await finish(server);
    await app.close();
    process.exit(code);
  };
  logUncaught(() => void stop(1));
  supervised(() => void stop(0));
  log.info({ port: PORT }, "web ready");
}
