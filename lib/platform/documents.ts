import "server-only";
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { env } from "./env.ts";
import { localFileStore } from "./file-store.ts";

/** Changes when the drawing changes, so that kept documents are drawn anew. */
const DRAWING = 2;
const TIME_LIMIT_MS = 20_000;
/** A thread is replaced after this many documents: the layout engine does not give back all its memory. */
const DOCUMENTS_A_THREAD = 500;

type Answer = { id: number; bytes?: Uint8Array; error?: string };

// Fetched at run time: the bundler would follow the path of a Worker it can see, to a file that it has not built yet.
const threads = process.getBuiltinModule("node:worker_threads");

let thread: { worker: Worker; drawn: number } | undefined;
let nextId = 0;

function drawingThread(): Worker {
  if (thread && thread.drawn < DOCUMENTS_A_THREAD) {
    thread.drawn += 1;
    return thread.worker;
  }
  const retired = thread?.worker;
  if (retired) setTimeout(() => void retired.terminate(), TIME_LIMIT_MS).unref();
  const path = join(process.cwd(), ".next", "document-thread.mjs");
  const worker = new threads.Worker(path, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  worker.setMaxListeners(100);
  worker.unref();
  worker.on("exit", () => {
    if (thread?.worker === worker) thread = undefined;
  });
  thread = { worker, drawn: 1 };
  return worker;
}

function draw(sheet: object): Promise<Uint8Array> {
  const worker = drawingThread();
  const id = nextId++;
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", failed).off("exit", failed);
    };
    const failed = (reason: unknown) => {
      done();
      reject(reason instanceof Error ? reason : new Error(`document thread ended: ${String(reason)}`));
    };
    const answered = (answer: Answer) => {
      if (answer.id !== id) return;
      done();
      if (answer.bytes) resolve(answer.bytes);
      else reject(new Error(answer.error));
    };
    const timer = setTimeout(() => {
      failed(new Error("document took too long"));
      void worker.terminate();
    }, TIME_LIMIT_MS);
    worker.on("message", answered).on("error", failed).on("exit", failed);
    worker.postMessage({ id, sheet });
  });
}

/** `sheet` as PDF: drawn once for each content, kept, and served from the store ever after. */
export async function pdfOf(sheet: object): Promise<Uint8Array> {
  const store = localFileStore(join(env().EMPALME_DATA_DIR, "documents"));
  const key = `pdf/${createHash("sha256")
    .update(JSON.stringify([DRAWING, sheet]))
    .digest("hex")}`;
  const kept = await store.read(key);
  if (kept) return kept;
  const bytes = await draw(sheet);
  await store.write(key, bytes);
  return bytes;
}
