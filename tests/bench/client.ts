/** `node tests/bench/client.ts <load as JSON>`: asks for pages in turn, again and again, and looks at every answer. */
import { Agent, get, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";

export interface Load {
  urls: string[];
  cookie: string;
  requests: number;
  /** Requests under way at a time, each on a connection that is kept. */
  concurrency: number;
  /** What every answer holds. */
  expected: string[];
}

const load = JSON.parse(process.argv[2] ?? "") as Load;
const agent = new Agent({ keepAlive: true, maxSockets: load.concurrency });
// What a browser sends, so far as a server looks at it.
const headers = { accept: "text/html", "accept-encoding": "gzip, deflate", cookie: load.cookie };

async function ask(url: string): Promise<void> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent, headers, timeout: 20_000 }, resolve).on("error", reject);
  });
  const bytes = await buffer(response);
  const page = (response.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes).toString();
  const missing = load.expected.filter((text) => !page.includes(text));
  if (response.statusCode !== 200 || missing.length > 0)
    throw new Error(`${url} answers ${response.statusCode} without ${missing.join(", ") || "fault"}`);
}

let left = load.requests;
async function keepAsking(): Promise<void> {
  while (left-- > 0) await ask(load.urls[left % load.urls.length] ?? "");
}
await Promise.all(Array.from({ length: load.concurrency }, keepAsking));
agent.destroy();
