const ROUNDS = 40;
/** What else the machine does evens out with more rounds; a difference that is there stays. */
const MOST_ROUNDS = 400;

const median = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/**
 * How many times slower the slowest of `tries` is than the fastest, by their medians over 40 interleaved rounds; over
 * more while it is not below `atMost`.
 */
export async function mediansApart(
  tries: readonly (() => Promise<unknown>)[],
  { before, atMost }: { before: () => Promise<unknown>; atMost: number },
): Promise<number> {
  const times = tries.map((): number[] => []);
  const apart = () => {
    const medians = times.map(median);
    return Math.max(...medians) / Math.min(...medians);
  };
  for (let round = 0; round < ROUNDS || (round < MOST_ROUNDS && apart() >= atMost); round += 1)
    for (const [at, run] of tries.entries()) {
      await before();
      const began = performance.now();
      await run();
      times[at]?.push(performance.now() - began);
    }
  return apart();
}
