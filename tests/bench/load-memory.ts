import { billingExport } from "./billing-export.ts";
import { holdsTo, load } from "./load-process.ts";
import { inTurn, median, type Bench, type Measure } from "./measure.ts";

const FEW = 100_000;
const MANY = 400_000;
const ROUNDS = 2;

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

/** Peak memory of the loader's process for four million charges, over that for one million. */
export const loadMemory: Measure = {
  name: "load_memory",
  goal: 1.15,
  async take({ server: start, stopping }: Bench) {
    const server = await start();
    const times: string[] = [];
    const peak = (bills: number) => async () => {
      const whole = await billingExport(bills);
      const loaded = await load(await server.portalDatabase("memory"), whole.path, stopping);
      holdsTo(whole, loaded);
      times.push(`${bills} bills in ${loaded.seconds.toFixed(1)} s with ${megabytes(loaded.peakBytes)}`);
      return loaded.peakBytes;
    };
    const rounds = await inTurn(ROUNDS, peak(MANY), peak(FEW));
    const middle = (side: "ours" | "peer") => megabytes(median(rounds.map((round) => round[side])));
    return {
      ratio: median(rounds.map(({ ours, peer }) => ours / peer)),
      sides: `4 million lines ${middle("ours")}, 1 million ${middle("peer")}`,
      details: times,
    };
  },
};
