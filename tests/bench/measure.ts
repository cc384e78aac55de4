import type { Portal } from "../support/portal.ts";
import type { LoadServer } from "./load-server.ts";

export interface Outcome {
  /** Ours over the floor, both measured in this run. */
  ratio: number;
  /** The figures of both sides, in a few words. */
  sides: string;
  /** What helps to explain them. */
  details: string[];
}

/** What a measure is given: the portal or the PostgreSQL it works with, started at first use, and the sign to stop. */
export interface Bench {
  portal(): Promise<Portal>;
  server(): Promise<LoadServer>;
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

/** What 95 of 100 do not exceed. */
export const p95 = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

/** Two sides that are measured in turn, neither always first. */
export async function inTurn(rounds: number, ours: () => Promise<number>, peer: () => Promise<number>) {
  const taken: { ours: number; peer: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const peerFirst = round % 2 === 0 ? await peer() : undefined;
    const measured = await ours();
    taken.push({ ours: measured, peer: peerFirst ?? (await peer()) });
  }
  return taken;
}
