import type { Portal } from "../support/portal.ts";

export interface Outcome {
  /** Ours over the floor, both measured in this run. */
  ratio: number;
  /** The figures of both sides, in a few words. */
  sides: string;
  /** What helps to explain them. */
  details: string[];
}

/** What a measure is given: the portal it measures, started at first use, and the sign to stop. */
export interface Bench {
  portal(): Promise<Portal>;
  stopping: AbortSignal;
}

export interface Measure {
  name: string;
  /** The most that the ratio should be. */
  goal: number;
  /** @throws Error when it cannot be taken, or measured something else than it should. */
  take(bench: Bench): Promise<Outcome>;
}

/** The middle one; of an even number the upper of the two. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}
