import { expect, test, vi } from "vitest";
import { log } from "../../../lib/platform/log.ts";
import type { Running } from "../../../lib/platform/running.ts";
import { keepRunning } from "../../../lib/platform/supervisor.ts";

log.level = "silent";

/** Processes that end when they are told to, or when `crash` is called. */
function crashing() {
  const crashes: ((why: string) => void)[] = [];
  const start = (): Promise<Running> => {
    const { promise, resolve } = Promise.withResolvers<string>();
    crashes.push(resolve);
    return Promise.resolve({ exited: promise, stop: () => Promise.resolve(resolve("told to")) });
  };
  return { starts: crashes, start, crash: () => crashes.at(-1)?.("crash") };
}

test("what ends is started again, a pause for each time, and given up in the end", async () => {
  const { starts, start, crash } = crashing();
  const giveUp = vi.fn();
  await keepRunning("part", start, giveUp, [10, 20, 30]);
  for (const started of [2, 3, 4]) {
    crash();
    await vi.waitFor(() => expect(starts).toHaveLength(started), { interval: 5 });
  }
  crash();
  await vi.waitFor(() => expect(giveUp).toHaveBeenCalledExactlyOnceWith("part"));
  expect(starts).toHaveLength(4);
});

test("what is told to end is not started again", async () => {
  const { starts, start } = crashing();
  const giveUp = vi.fn();
  const part = await keepRunning("part", start, giveUp);
  await part.stop();
  expect(starts).toHaveLength(1);
  expect(giveUp).not.toHaveBeenCalled();
});
