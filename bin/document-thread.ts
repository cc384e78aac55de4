/** The thread in which documents are drawn, so that a slow one never holds up a page; bundled by `npm run build`. */
import { parentPort } from "node:worker_threads";
import { draw } from "../components/pdf/draw.tsx";

interface Order {
  id: number;
  sheet: Parameters<typeof draw>[0];
}

async function answer({ id, sheet }: Order): Promise<void> {
  try {
    parentPort?.postMessage({ id, bytes: await draw(sheet) });
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ id, error: said });
  }
}
parentPort?.on("message", (order: Order) => void answer(order));
