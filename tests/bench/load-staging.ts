import { soundCharges } from "./billing-export.ts";
import { inTurn, median, type Bench, type Measure } from "./measure.ts";
import { CHARGES, copied, timed } from "./peers.ts";

const BILLS = 100_000;
const ROUNDS = 5;

export const seconds = (value: number) => `${value.toFixed(2)} s`;

/** A million charges checked into staging, over `psql \copy` of the same file into the same kind of table. */
export const loadStaging: Measure = {
  name: "load_staging",
  goal: 1.35,
  async take({ server: start, stopping }: Bench) {
    const server = await start();
    const charges = await soundCharges(BILLS);
    const ours = await server.portalDatabase("staging");
    const peer = await server.emptyDatabase("peer");
    const stage = async () => {
      await server.settle();
      const { said } = await timed(
        process.execPath,
        ["tests/bench/stage-client.ts", ours, charges.path],
        stopping,
      );
      const staged = JSON.parse(said) as { seconds: number; rows: number };
      if (staged.rows !== charges.rows) throw new Error(`${staged.rows} of ${charges.rows} rows are staged`);
      return staged.seconds;
    };
    const copy = async () => {
      await server.settle();
      return copied(peer, CHARGES.bare, charges, stopping);
    };
    const rounds = await inTurn(ROUNDS, stage, copy);
    return {
      ratio: median(rounds.map((round) => round.ours / round.peer)),
      sides: `staging ${seconds(median(rounds.map((round) => round.ours)))}, \\copy ${seconds(median(rounds.map((round) => round.peer)))} for ${charges.rows} lines`,
      details: rounds.map((round) => `${seconds(round.ours)} / ${seconds(round.peer)}`),
    };
  },
};
