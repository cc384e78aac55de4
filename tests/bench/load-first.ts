import { billingExport, billsExport, soundCharges } from "./billing-export.ts";
import { holdsTo, load } from "./load-process.ts";
import { seconds } from "./load-staging.ts";
import { inTurn, median, type Bench, type Measure, type Outcome } from "./measure.ts";
import { CHARGES, copied, pgloaded } from "./peers.ts";

const BILLS = 100_000;

/** A first load of bills, checks and rejected rows and all, over a peer that only puts their charges into a keyed table. */
async function firstOver(
  peer: { name: string; rounds: number; run: typeof copied },
  { server: start, stopping }: Bench,
): Promise<Outcome> {
  const server = await start();
  const whole = await billsExport(BILLS);
  const charges = await soundCharges(BILLS);
  const rounds = await inTurn(
    peer.rounds,
    async () => {
      const loaded = await load(await server.portalDatabase("first"), whole.path, stopping);
      holdsTo(whole, loaded);
      return loaded.seconds;
    },
    async () => peer.run(await server.emptyDatabase("peer"), CHARGES.keyed, charges, stopping),
  );
  const everything = await billingExport(BILLS);
  const more = await load(await server.portalDatabase("first"), everything.path, stopping);
  holdsTo(everything, more);
  const middle = (side: "ours" | "peer") => seconds(median(rounds.map((round) => round[side])));
  return {
    ratio: median(rounds.map(({ ours, peer: theirs }) => ours / theirs)),
    sides: `first load ${middle("ours")}, ${peer.name} ${middle("peer")} for ${charges.rows} lines`,
    details: [
      ...rounds.map(({ ours, peer: theirs }) => `${seconds(ours)} / ${seconds(theirs)}`),
      `with 100,000 readings and as many payments in the package: ${seconds(more.seconds)}`,
    ],
  };
}

export const loadFirst: Measure = {
  name: "load_first",
  goal: 2.5,
  take: (bench) => firstOver({ name: "\\copy", rounds: 3, run: copied }, bench),
};

export const loadPgloader: Measure = {
  name: "load_pgloader",
  goal: 0.33,
  take: (bench) => firstOver({ name: "pgloader", rounds: 2, run: pgloaded }, bench),
};
