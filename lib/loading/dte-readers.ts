import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { stagedBatch, type DteBatch, type StagedBatch } from "./dte-batch.ts";

/** A thread takes as long to start as a few hundred documents to read. */
const FILES_WORTH_THREADS = 20_000;
const MOST_THREADS = 4;

interface Reader {
  /** How many batches are under way in it. */
  busy: number;
  read: (batch: DteBatch) => Promise<StagedBatch>;
  close: () => Promise<unknown>;
}

/** Reads batches of tax documents, in threads of their own where there are many files. */
export class DteReaders {
  readonly #readers: Reader[];

  constructor(companyIdentity: string, files: number) {
    const threads = files < FILES_WORTH_THREADS ? 0 : Math.min(availableParallelism(), MOST_THREADS);
    this.#readers =
      threads < 2
        ? [sameThread(companyIdentity)]
        : Array.from({ length: threads }, () => ownThread(companyIdentity));
  }

  /** Batches that keep every reader busy while the next ones are made. */
  get batchesAtOnce(): number {
    return this.#readers.length * 2;
  }

  async read(batch: DteBatch): Promise<StagedBatch> {
    const reader = this.#readers.reduce((least, other) => (other.busy < least.busy ? other : least));
    reader.busy += 1;
    try {
      return await reader.read(batch);
    } finally {
      reader.busy -= 1;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#readers.map((reader) => reader.close()));
  }
}

const sameThread = (companyIdentity: string): Reader => ({
  busy: 0,
  read: async (batch) => stagedBatch(batch, companyIdentity),
  close: async () => {},
});

function ownThread(companyIdentity: string): Reader {
  const worker = new Worker(new URL("./dte-thread.ts", import.meta.url), { workerData: { companyIdentity } });
  const waiting: { resolve: (staged: StagedBatch) => void; reject: (error: unknown) => void }[] = [];
  const fail = (error: unknown) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  // A thread answers in the order in which it was asked.
  worker.on("message", (staged: StagedBatch) => waiting.shift()?.resolve(staged));
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`the thread that reads tax documents ended with ${code}`)));
  return {
    busy: 0,
    read: (batch) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(batch, [batch.bytes.buffer]);
      }),
    close: () => worker.terminate(),
  };
}
