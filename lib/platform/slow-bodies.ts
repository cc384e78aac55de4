import type { IncomingMessage, Server, ServerResponse } from "node:http";

/** Code of the error that Node itself reports for a request that takes too long. */
export const REQUEST_TIMEOUT = "ERR_HTTP_REQUEST_TIMEOUT";

/** The longest that any request may take to arrive: a package of 1 GiB at 2.5 Mbit/s. */
export const UPLOAD_MS = 3_600_000;
const BODY_MS = 20_000;
/** An upload of which nothing arrives for this long is cut. */
const STALL_MS = 30_000;
const LOOK_MS = 2_000;
const HANG_UP_MS = 1_000;

/**
 * Cuts requests whose body comes too slowly. Node has one limit for all of them, which an upload needs long; here every
 * other body gets 20 seconds, and an upload as long as it moves and somebody still waits for its answer.
 */
export function cutSlowBodies(server: Server, uploadPath: string): void {
  server.prependListener("request", (request: IncomingMessage, response: ServerResponse) => {
    if (!hasBody(request)) return;
    const isUpload = request.method === "POST" && request.url === uploadPath;
    const cut = () => {
      const { complete, socket } = request;
      if (complete || socket.destroyed) return;
      const slow = Object.assign(new Error("the body comes too slowly"), { code: REQUEST_TIMEOUT });
      if (!response.headersSent) server.emit("clientError", slow, socket);
      // Whoever does not hang up when told is hung up on.
      setTimeout(() => socket.destroy(), HANG_UP_MS);
    };
    const watch = isUpload ? watchStall(request, response, cut) : setTimeout(cut, BODY_MS);
    request.once("close", () => clearTimeout(watch));
  });
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/** Calls `cut` once nothing has arrived for `STALL_MS`, or the answer was given and the body still comes. */
function watchStall(request: IncomingMessage, response: ServerResponse, cut: () => void): NodeJS.Timeout {
  let arrived = request.socket.bytesRead;
  let movedAt = Date.now();
  let answeredAt = Infinity;
  return setInterval(() => {
    const { bytesRead } = request.socket;
    const now = Date.now();
    if (bytesRead !== arrived) movedAt = now;
    arrived = bytesRead;
    if (response.writableEnded) answeredAt = Math.min(answeredAt, now);
    if (now - movedAt >= STALL_MS || now - answeredAt >= BODY_MS) cut();
  }, LOOK_MS);
}
