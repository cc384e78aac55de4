import { readFileSync } from "node:fs";
import { request } from "node:http";
import { signedInAs, type Person } from "../support/people.ts";

/** Whoever may ask: nobody in particular, or one of the demonstration's people. */
export type Viewer = Person | "nobody";

export interface Answer {
  status: number;
  /** Names as sent, in their order. */
  headers: [name: string, value: string][];
  body: Buffer;
}

export const headerOf = ({ headers }: Answer, name: string) =>
  headers.find(([key]) => key.toLowerCase() === name)?.[1];

const cookies = new Map<Person, string>();

/** The cookie with which a person signed in when the run began. */
export function cookieOf(person: Person): string {
  const known = cookies.get(person);
  if (known) return known;
  const state = JSON.parse(readFileSync(signedInAs(person), "utf8")) as {
    cookies: { name: string; value: string }[];
  };
  const cookie = state.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  cookies.set(person, cookie);
  return cookie;
}

interface Asking {
  as?: Viewer;
  method?: string;
  headers?: Record<string, string>;
  portal?: string;
  body?: Buffer;
}

/**
 * Asks the portal for exactly `path`: unlike a browser or `fetch`, nothing is resolved, encoded, followed or
 * decompressed on the way.
 */
export function ask(
  path: string,
  { as = "nobody", method = "GET", headers = {}, portal, body }: Asking = {},
) {
  const url = new URL(portal ?? process.env["PORTAL_URL"] ?? "");
  const cookie = as === "nobody" ? {} : { cookie: cookieOf(as) };
  // What a form of ours would say of itself: the portal refuses other origins before it looks at anything else.
  const origin = method === "GET" || method === "HEAD" ? {} : { origin: url.origin };
  return new Promise<Answer>((resolve, reject) => {
    const asking = request(
      {
        host: url.hostname,
        port: url.port,
        path,
        method,
        headers: { accept: "text/html", ...cookie, ...origin, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const raw = response.rawHeaders;
          const pairs = raw.flatMap((name, at): Answer["headers"] =>
            at % 2 ? [] : [[name, raw[at + 1] ?? ""]],
          );
          resolve({ status: response.statusCode ?? 0, headers: pairs, body: Buffer.concat(chunks) });
        });
      },
    );
    asking.on("error", reject);
    asking.end(body);
  });
}
