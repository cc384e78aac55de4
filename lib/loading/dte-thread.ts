/** A thread that reads and checks tax documents; started by dte-readers.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { stagedBatch, type DteBatch } from "./dte-batch.ts";

const { companyIdentity } = workerData as { companyIdentity: string };
parentPort?.on("message", (batch: DteBatch) => {
  parentPort?.postMessage(stagedBatch(batch, companyIdentity));
});
