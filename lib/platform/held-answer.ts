import type { ServerResponse } from "node:http";

/** Decides on an answer that has not begun to leave. */
export interface Judge {
  /** Whether the whole body must be seen, or status and headers tell enough. */
  whole: boolean;
  /** The status that the answer deserves instead, with a document of ours; null lets it pass. */
  verdict(body: Buffer): number | null;
  replace(status: number): void;
  /** The body to send of a whole answer that passes; may set headers. */
  finish(body: Buffer): Buffer;
}

type Method = (...parts: unknown[]) => unknown;

function bytesOf([chunk, encoding]: unknown[]): Buffer {
  if (typeof chunk === "string")
    return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
}

/**
 * Holds back the first byte of `response` until the judge has spoken, and swallows the answer that does not pass. Call
 * it before the application sees the response: what the application lays over it, such as compression, ends here.
 */
export function holdAnswer(response: ServerResponse, judge: Judge): void {
  const own = {
    write: response.write.bind(response) as Method,
    end: response.end.bind(response) as Method,
    writeHead: response.writeHead.bind(response) as Method,
    flushHeaders: response.flushHeaders.bind(response),
  };
  const held: Buffer[] = [];
  let verdict: number | null | undefined;
  const passes = () => {
    if (verdict === undefined) verdict = response.headersSent ? null : judge.verdict(Buffer.concat(held));
    return verdict === null;
  };
  const letGo = () => Object.assign(response, own);
  const overrides: Record<keyof typeof own, Method> = {
    flushHeaders: () => !judge.whole && passes() && own.flushHeaders(),
    writeHead: (status, ...rest) => {
      response.statusCode = status as number;
      if (!judge.whole && passes()) own.writeHead(status, ...rest);
      return response;
    },
    write: (...parts) => {
      if (judge.whole) return held.push(bytesOf(parts)) > 0;
      return passes() ? own.write(...parts) : true;
    },
    end: (...parts) => {
      if (judge.whole) held.push(bytesOf(parts));
      const stands = passes();
      letGo();
      if (!stands) judge.replace(verdict ?? response.statusCode);
      else if (judge.whole) own.end(judge.finish(Buffer.concat(held)));
      else own.end(...parts);
      return response;
    },
  };
  Object.assign(response, overrides);
}
