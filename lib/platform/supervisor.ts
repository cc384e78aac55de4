import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "./log.ts";
import { runningChild, type Running } from "./running.ts";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A process that ends this often without having stood for `STEADY_MS` is beyond help. */
const CRASHES_ALLOWED = 6;
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
      if (crashes > CRASHES_ALLOWED) return giveUp(name);
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (crashes - 1));
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
