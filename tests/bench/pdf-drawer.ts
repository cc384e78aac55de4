import { build } from "esbuild";
import { fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { output } from "./command.ts";
import { BENCH_FOLDER, ROOT } from "./workspace.ts";

const FOLDER = join(BENCH_FOLDER, "documents");
const STEP_LIMIT_MS = 60_000;

export interface DrawingOrder {
  documents: number;
}
export interface Drawn {
  /** CPU of the whole process for a document. */
  cpuMs: number;
  /** Memory of the whole process, right after. */
  residentBytes: number;
  /** The last document, base64. */
  last: string;
}

/** A process that draws bills: ours as the portal does, in its thread and kept in its store, or the peer by hand. */
export interface Drawer {
  draw(documents: number): Promise<Drawn>;
  stop(): Promise<void>;
}

/** Bundles the processes and the thread of documents, each as the product's own are, and empties the store. */
export async function buildDrawers(stopping: AbortSignal): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  const outfile = join(FOLDER, ".next/document-thread.mjs");
  await output("npm", ["run", "-s", "build:documents", "--", `--outfile=${outfile}`, "--allow-overwrite"], {
    cwd: ROOT,
    stopping,
    limit: STEP_LIMIT_MS,
  });
  await build({
    entryPoints: [join(ROOT, "tests/bench/pdf-process.ts")],
    outfile: join(FOLDER, "pdf-process.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    // The portal's code says that it is for servers only; packages that the peer uses stay as they are installed.
    conditions: ["react-server"],
    external: ["pdfkit", "bwip-js", "saxes"],
    logLevel: "warning",
  });
}

export function startDrawer(side: "ours" | "peer", stopping: AbortSignal): Drawer {
  stopping.throwIfAborted();
  const env = {
    NODE_ENV: "production" as const,
    DATABASE_URL: "postgresql://bench.example/none",
    EMPALME_SECRET: "no session is signed with this secret",
    APP_URL: "http://bench.example",
    EMPALME_DEMONSTRATION: "1",
    EMPALME_DATA_DIR: FOLDER,
  };
  const child = fork(join(FOLDER, "pdf-process.mjs"), [side], { cwd: FOLDER, env, signal: stopping });
  child.on("error", () => {});
  const ended = once(child, "exit").then(([code]) =>
    Promise.reject(new Error(`the process that draws (${side}) ended with ${String(code)}`)),
  );
  ended.catch(() => {});
  return {
    async draw(documents) {
      child.send({ documents } satisfies DrawingOrder);
      const [drawn] = (await Promise.race([once(child, "message"), ended])) as [Drawn];
      return drawn;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended.catch(() => undefined);
    },
  };
}
