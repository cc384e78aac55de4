import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { FileStore } from "../../platform/file-store.ts";
import { PACKAGE_LIMITS } from "./package-reader.ts";

/** Kind of the uploaded packages in the file store. */
export const PACKAGES = "packages";
/** Name of the form's field with the zip. */
export const PACKAGE_FIELD = "paquete";

export type ReceiveError =
  "package/missing" | "package/empty" | "package/too-large" | "package/not-a-zip" | "package/cut-short";

export interface ReceivedPackage {
  /** As the person's computer calls it. */
  name: string;
  key: string;
  bytes: number;
}

/** What stops the storing of a file that is no package; the rest of the request is still read. */
class Unwanted extends Error {
  readonly refusal: { ok: false; error: ReceiveError };
  constructor(refusal: { ok: false; error: ReceiveError }) {
    super(refusal.error);
    this.refusal = refusal;
  }
}

/**
 * Takes the zip of a form (multipart) into the store without holding it in memory.
 *
 * The request is read to its end even when it is refused: a browser that is still sending would not read the answer.
 */
export async function receivePackage(
  store: FileStore,
  request: Request,
  limit = PACKAGE_LIMITS.packed,
): Promise<Result<ReceivedPackage, ReceiveError>> {
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data;.*boundary=/i.test(type)) return err("package/missing");
  const form = new Busboy({
    headers: { "content-type": type },
    limits: { files: 1, fields: 4, fieldSize: 1024, fileSize: limit },
  });
  let sent: BusboyFileStream | undefined;
  let taken: Promise<Result<ReceivedPackage, ReceiveError>> | undefined;
  form.on("file", (_field, stream, name: string | undefined) => {
    sent = stream;
    // Whoever reads the stream hears of its errors; one that nobody hears would end the process.
    stream.on("error", () => {});
    taken = take(store, stream, name ?? "");
    taken.catch(() => {});
  });
  const body = countedBody(request.body);
  try {
    await pipeline(body.chunks, form);
  } catch {
    sent?.destroy(new Error("cut short"));
    await taken;
    return err("package/cut-short");
  }
  const received = (await taken) ?? err("package/missing");
  const declared = request.headers.get("content-length");
  // What stands between us and the browser may cut a body and hand it on as if it were whole.
  if (declared !== null && Number(declared) !== body.size()) return err("package/cut-short");
  return received;
}

function countedBody(body: NonNullable<Request["body"]>) {
  let size = 0;
  async function* chunks() {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      yield chunk;
    }
  }
  return { chunks: Readable.from(chunks(), { objectMode: false }), size: () => size };
}

async function take(
  store: FileStore,
  stream: BusboyFileStream,
  name: string,
): Promise<Result<ReceivedPackage, ReceiveError>> {
  try {
    const { key, size } = await store.receive(PACKAGES, zipBytes(stream, name));
    return ok({ name: plainName(name), key, bytes: size });
  } catch (error) {
    stream.resume();
    if (error instanceof Unwanted) return error.refusal;
    if (stream.destroyed || stream.errored) return err("package/cut-short");
    throw error;
  }
}

/** A zip begins with an entry, or with its end when it has none. */
const SIGNATURES = ["PK\u0003\u0004", "PK\u0005\u0006"];

/** The stream's bytes, as long as they may be a zip. @throws Unwanted */
async function* zipBytes(stream: BusboyFileStream, name: string): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  // Left open when this stops early: the form's parser waits for whoever reads the rest.
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 4) continue;
    if (!SIGNATURES.includes(head.toString("latin1", 0, 4))) throw new Unwanted(err("package/not-a-zip"));
    yield head;
    head = null;
  }
  if (stream.truncated) throw new Unwanted(err("package/too-large"));
  if (head === null) return;
  if (head.length > 0) throw new Unwanted(err("package/not-a-zip"));
  throw new Unwanted(err(name === "" ? "package/missing" : "package/empty"));
}

/** A name for the list of loads: other people's computers may put anything in it. */
function plainName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .trim();
  return plain.slice(0, 120) || "paquete.zip";
}
