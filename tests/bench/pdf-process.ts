/** `node pdf-process.mjs <ours|peer>`: draws bills, no two the same, as many as it is told; bundled by the bench. */
import { readFileSync } from "node:fs";
import { pdfOf } from "../../lib/platform/documents.ts";
import type { Drawn, DrawingOrder } from "./pdf-drawer.ts";
import { billSheet } from "./pdf-bills.ts";
import { drawByHand } from "./pdf-peer.ts";

const draw = process.argv[2] === "ours" ? pdfOf : drawByHand;
let folio = 0;

/** Of the whole process, all threads: KiB in /proc. */
function residentBytes(): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return Number(kilobytes) * 1024;
}

async function fulfil({ documents }: DrawingOrder): Promise<Drawn> {
  const sheets = Array.from({ length: documents }, () => billSheet((folio += 1)));
  const before = process.cpuUsage();
  let last: Uint8Array = new Uint8Array();
  for (const sheet of sheets) last = await draw(sheet);
  const { user, system } = process.cpuUsage(before);
  return {
    cpuMs: (user + system) / 1000 / documents,
    residentBytes: residentBytes(),
    last: Buffer.from(last).toString("base64"),
  };
}

process.on("message", (order: DrawingOrder) => {
  fulfil(order).then(
    (drawn) => process.send?.(drawn),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.once("disconnect", () => process.exit());
