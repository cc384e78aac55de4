import { spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "../../lib/platform/embedded-postgres.ts";
import { runningChild } from "../../lib/platform/running.ts";
import { builtFrom, type Piece } from "./workspace.ts";

/** The manifest is the portal's: it says which versions. */
const PIECES: Piece[] = [
  { to: "package.json", from: "package.json" },
  ...["app/layout.tsx", "app/page.tsx", "next.config.ts"].map((path) => ({
    to: path,
    from: `tests/bench/empty-app/${path}`,
  })),
];

/**
 * An application with nothing in it, of the portal's version of Next and React, built in the same way and at work.
 *
 * @throws Error when it cannot be built or does not start.
 */
export async function startEmptyApplication(stopping: AbortSignal) {
  const cwd = await builtFrom("empty", PIECES, ["node_modules/.bin/next", "build"], stopping);
  const port = await freePort();
  const args = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)];
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "ignore"] });
  const endWithUs = () => child.kill();
  process.once("exit", endWithUs);
  const running = runningChild(child, "SIGTERM");
  const ready = (async () => {
    let said = "";
    while (!said.includes("Ready")) said += String((await once(child.stdout, "data"))[0]);
  })();
  const ended = running.exited.then((why) =>
    Promise.reject(new Error(`the empty application ended: ${why}`)),
  );
  ended.catch(() => {});
  await Promise.race([ready, ended]);
  child.stdout.resume();
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await running.stop();
      process.off("exit", endWithUs);
    },
  };
}
