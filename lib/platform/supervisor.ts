import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "./log.ts";
import { runningChild, type Running } from "./running.ts";

/** Before each further start of a process that keeps ending without having stood for `STEADY_MS`; then it is given up. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
const STEADY_MS = 60_000;

/**
 * Starts one of our programs and resolves once it says it is ready. In a session of its own, so that Ctrl-C reaches the
 * supervisor only; the channel between the two closes when the supervisor dies, and the program then ends by itself.
 *
 * @throws Error when it ends before it is ready.
 */
export async function startProgram(path: string, environment: NodeJS.ProcessEnv): Promise<Running> {
  const child = fork(path, {
    env: environment,
    detached: true,
    execArgv: [],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const running = runningChild(child, "SIGTERM");
  const ended = running.exited.then((why) => {
    throw new Error(`${path} ended before it was ready: ${why}`);
  });
  ended.catch(() => {});
  await Promise.race([once(child, "message"), ended]);
  return running;
}

/** For a program started by `startProgram`: says that it is ready, and calls `stop` when it is told to end or orphaned. */
export function supervised(stop: () => void): void {
  process.once("SIGTERM", stop).once("SIGINT", stop);
  if (!process.send) return;
  process.once("disconnect", stop);
  process.send("ready");
}

/**
 * Keeps a process at work: starts it again, after longer and longer pauses, whenever it ends. Its first start must
 * succeed; `giveUp` is called when it keeps ending.
 */
export async function keepRunning(
  name: string,
  start: () => Promise<Running>,
  giveUp: (name: string) => void,
  pauses: readonly number[] = PAUSES_MS,
): Promise<Pick<Running, "stop">> {
  const stopping = new AbortController();
  let current: Running | null = await start();

  const watch = async () => {
    let crashes = 0;
    while (!stopping.signal.aborted) {
      const since = Date.now();
      const why = await (current?.exited ?? "not started");
      current = null;
      if (stopping.signal.aborted) return;
      crashes = Date.now() - since > STEADY_MS ? 1 : crashes + 1;
      const pause = pauses[crashes - 1];
      if (pause === undefined) return giveUp(name);
      log.error({ part: name, why, crashes, pause }, "part ended; starting it again");
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      current = await start().catch((err: unknown) => {
        log.error({ part: name, err }, "part did not start");
        return null;
      });
    }
  };
  const watching = watch();

  return {
    async stop() {
      stopping.abort();
      await current?.stop();
      await watching;
      await current?.stop();
    },
  };
}
