/** The thread in which documents are drawn, so that a slow one never holds up a page; bundled by `npm run build`. */
import { parentPort } from "node:worker_threads";
import { renderToBuffer } from "@react-pdf/renderer";
import type { Sheet } from "../components/pdf/sheet";
import { SheetDocument } from "../components/pdf/sheet-document";

async function draw({ id, sheet }: { id: number; sheet: Sheet }): Promise<void> {
  try {
    const bytes = await renderToBuffer(<SheetDocument sheet={sheet} />);
    parentPort?.postMessage({ id, bytes });
  } catch (error) {
    parentPort?.postMessage({
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}
parentPort?.on("message", (order: { id: number; sheet: Sheet }) => void draw(order));
