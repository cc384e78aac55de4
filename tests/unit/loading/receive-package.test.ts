import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { receivePackage } from "../../../lib/loading/package/receive-package.ts";
import { localFileStore, type FileStore } from "../../../lib/platform/file-store.ts";

let folder = "";
let store: FileStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "empalme-store-"));
  store = localFileStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kept = () =>
  ["packages", "incoming"].flatMap((kind) =>
    existsSync(join(folder, kind)) ? readdirSync(join(folder, kind)) : [],
  );
const zip = (bytes: number) => Buffer.concat([Buffer.from("PK\u0003\u0004"), randomBytes(bytes - 4)]);
const BOUNDARY = "----frontera";

function formOf(content: Uint8Array, name = "octubre.zip"): Buffer {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="paquete"; filename="${name}"\r\ncontent-type: application/zip\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}

interface Sent {
  length?: number;
  type?: string;
  /** Bytes of a piece, as the network hands them over. */
  piece?: number;
  /** The sender hangs up after this many bytes. */
  hangUpAfter?: number;
}

function requestOf(body: Buffer, sent: Sent = {}): Request {
  const {
    length = body.length,
    type = `multipart/form-data; boundary=${BOUNDARY}`,
    piece = 65_536,
    hangUpAfter,
  } = sent;
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (hangUpAfter !== undefined && at >= hangUpAfter) return controller.error(new Error("aborted"));
      if (at >= body.length) return controller.close();
      controller.enqueue(body.subarray(at, (at += piece)));
    },
  });
  const headers = { "content-type": type, "content-length": String(length) };
  return new Request("http://localhost/", {
    method: "POST",
    body: stream,
    headers,
    duplex: "half",
  } as RequestInit);
}

test.each([1, 3, 1_000, 65_536])("a zip arrives byte for byte, in pieces of %d bytes", async (piece) => {
  const content = zip(piece === 1 ? 3_000 : 300_000);
  const received = await receivePackage(store, requestOf(formOf(content), { piece }));
  const key = `packages/${createHash("sha256").update(content).digest("hex")}`;
  expect(received).toEqual({ ok: true, value: { name: "octubre.zip", key, bytes: content.length } });
  const path = await store.localPath(key);
  expect(path && readFileSync(path).equals(content)).toBe(true);
  expect(kept()).toHaveLength(1);
});

test("what is in a form besides the first file is passed over", async () => {
  const content = zip(500);
  const field = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="otro"\r\n\r\nvalor\r\n`;
  const second = formOf(Buffer.from("no es zip")).subarray(0);
  const first = formOf(content).subarray(0, -`--${BOUNDARY}--\r\n`.length);
  const received = await receivePackage(store, requestOf(Buffer.concat([Buffer.from(field), first, second])));
  expect(received).toMatchObject({ ok: true, value: { bytes: 500 } });
  expect(kept()).toHaveLength(1);
});

const LIMIT = 100_000;
const good = formOf(zip(50_000));
test.each<[string, Request, string]>([
  ["no form", requestOf(Buffer.from("x"), { type: "text/plain" }), "package/missing"],
  ["no boundary", requestOf(Buffer.from("x"), { type: "multipart/form-data" }), "package/missing"],
  ["a form without file", requestOf(Buffer.from(`--${BOUNDARY}--\r\n`)), "package/missing"],
  ["no file chosen", requestOf(formOf(Buffer.alloc(0), "")), "package/missing"],
  ["an empty file", requestOf(formOf(Buffer.alloc(0))), "package/empty"],
  ["three bytes", requestOf(formOf(Buffer.from("PK\u0003"))), "package/not-a-zip"],
  [
    "a small file that is no zip",
    requestOf(formOf(Buffer.from("suministro,direccion\n"))),
    "package/not-a-zip",
  ],
  ["a large file that is no zip", requestOf(formOf(randomBytes(LIMIT * 3))), "package/not-a-zip"],
  ["one byte too many", requestOf(formOf(zip(LIMIT + 1))), "package/too-large"],
  ["far too large", requestOf(formOf(zip(LIMIT * 20))), "package/too-large"],
  ["a body that ends early", requestOf(good.subarray(0, 20_000)), "package/cut-short"],
  ["a body cut before the last boundary", requestOf(good.subarray(0, -20)), "package/cut-short"],
  ["a sender who hangs up", requestOf(good, { piece: 1_000, hangUpAfter: 20_000 }), "package/cut-short"],
  ["a sender who hangs up at once", requestOf(good, { piece: 10, hangUpAfter: 20 }), "package/cut-short"],
  ["fewer bytes than announced", requestOf(good, { length: good.length + 1 }), "package/cut-short"],
])("is refused and leaves nothing half: %s", async (_what, request, error) => {
  expect(await receivePackage(store, request, LIMIT)).toEqual({ ok: false, error });
  // What arrived whole though its request did not is deleted with the packages that nobody needs.
  expect(kept()).toHaveLength(_what === "fewer bytes than announced" ? 1 : 0);
});

test("exactly the limit is not too much", async () => {
  expect(await receivePackage(store, requestOf(formOf(zip(LIMIT))), LIMIT)).toMatchObject({ ok: true });
});

test.each([
  ["..\\..\\etc\\passwd.zip", "passwd.zip"],
  ["../../etc/passwd.zip", "passwd.zip"],
  ["octubre\u202egpj.zip", "octubregpj.zip"],
  [`${"a".repeat(300)}.zip`, "a".repeat(120)],
])("the name %j is only a name", async (name, plain) => {
  const received = await receivePackage(store, requestOf(formOf(zip(10), name)));
  expect(received).toMatchObject({ ok: true, value: { name: plain } });
});

test("a disk that fails is a failure, not a refusal", async () => {
  const broken: FileStore = {
    ...store,
    receive: async (_kind, bytes) => {
      for await (const _chunk of bytes) throw new Error("ENOSPC");
      throw new Error("nothing came");
    },
  };
  await expect(receivePackage(broken, requestOf(good, { piece: 100 }))).rejects.toThrow("ENOSPC");
});
