import { createServer, request, type OutgoingHttpHeaders, type RequestListener } from "node:http";
import { duplexPair } from "node:stream";

export interface RenderedPage {
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** Asks the application for a page of its own, without a network between. @throws Error when it does not answer 200. */
export type RenderPage = (path: string, headers: OutgoingHttpHeaders) => Promise<RenderedPage>;

/** A second server for the application that nobody outside can reach, and how to ask it. */
export function pageRenderer(handle: RequestListener): RenderPage {
  const server = createServer(handle);
  return (path, headers) =>
    new Promise((resolve, reject) => {
      const [ours, theirs] = duplexPair();
      server.emit("connection", theirs);
      const asking = request({ path, headers, createConnection: () => ours }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          if (answer.statusCode === 200) resolve({ headers: answer.headers, body: Buffer.concat(chunks) });
          else reject(new Error(`${path} answered ${answer.statusCode}`));
        });
      });
      asking.on("error", reject);
      asking.end();
    });
}
