import { createDb } from "../../lib/platform/create-db.ts";
import { LIMITS, takeAttempt } from "../../lib/registration/attempts.ts";
import { inTurn, median, type Bench, type Measure } from "./measure.ts";

const ROUNDS = 400;
const WARM_UP = 100;

/**
 * Milliseconds to take a try of two limits, a document's and a network's, over those of writing one row by its key: a
 * single round trip that is committed, by the same client. Two round trips would be twice that.
 */
export const limiterRoundTrip: Measure = {
  name: "limiter_round_trip",
  goal: 1.5,
  async take({ server: start }: Bench) {
    const server = await start();
    const db = createDb(await server.portalDatabase("bench_limiter"));
    const timed = async (work: () => Promise<unknown>) => {
      const began = performance.now();
      await work();
      return performance.now() - began;
    };
    let at = 0;
    const taken = () =>
      timed(() => {
        const subject = String(at++);
        return takeAttempt(db, [
          { limit: LIMITS.signInDocument, subject },
          { limit: LIMITS.signInNetwork, subject },
        ]);
      });
    const written = () =>
      timed(
        () => db.$executeRaw`INSERT INTO attempt (key, failures, last_failure_at)
          VALUES (${`floor ${at++}`}, 1, now()) ON CONFLICT (key) DO UPDATE SET failures = 1`,
      );
    await inTurn(WARM_UP, taken, written);
    const rounds = await inTurn(ROUNDS, taken, written);
    await db.$disconnect();
    const [ours, floor] = (["ours", "peer"] as const).map((side) =>
      median(rounds.map((round) => round[side])),
    );
    return {
      ratio: (ours ?? NaN) / (floor ?? NaN),
      sides: `two limits ${ours?.toFixed(2)} ms, one row ${floor?.toFixed(2)} ms`,
      details: [],
    };
  },
};
