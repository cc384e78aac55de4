import { once } from "node:events";
import { type ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

/** A process that works for us. */
export interface Running {
  /** Resolves with why, once it has ended for whatever reason. */
  exited: Promise<string>;
  /** Ends it in an orderly way and waits until it is gone; what does not end in time is killed. */
  stop(): Promise<void>;
}

/** Longer than the slowest request or job step may take after it was told to end. */
const GRACE_MS = 30_000;

/** `child` as a process that is told to end with `signal`. */
export function runningChild(child: ChildProcess, signal: NodeJS.Signals): Running {
  const exited = once(child, "exit").then(([code, by]) =>
    by ? `signal ${String(by)}` : `code ${String(code)}`,
  );
  return {
    exited,
    async stop() {
      child.kill(signal);
      const patience = new AbortController();
      const late = wait(GRACE_MS, undefined, { signal: patience.signal, ref: false }).then(() =>
        child.kill("SIGKILL"),
      );
      late.catch(() => {});
      await exited;
      patience.abort();
    },
  };
}
