import type { LoadReport } from "../../lib/loading/model.ts";
import { load } from "./load-process.ts";
import type { Bench, Measure } from "./measure.ts";
import { networkExport, SPANS_OF_THE_SAMPLE } from "./network-export.ts";

const SOME = 500_000;
const MANY = 1_000_000;
/** What a load of a network may take, whatever its size. */
const MOST_BYTES = 1.5e9;

interface Cost {
  seconds: number;
  peakBytes: number;
}

/** @throws Error unless every row was published */
function holds({ status, refusal, counts }: LoadReport, spans: number): void {
  const found = counts.find(({ resource }) => resource === "vanos");
  if (status !== "published" || found?.accepted !== spans)
    throw new Error(`${spans} spans, and the loader says ${refusal ?? JSON.stringify(found)}`);
}

const taken = new Map<number, Promise<Cost>>();
/** Loading, checks, changes and search index of a network of so many spans, over an edition with some 6,000 fewer. */
function cost(spans: number, { server: start, stopping }: Bench): Promise<Cost> {
  const measured = async () => {
    const [before, whole] = [await networkExport(spans - SPANS_OF_THE_SAMPLE), await networkExport(spans)];
    const server = await start();
    const database = await server.portalDatabase("network");
    holds((await load(database, before.path, stopping)).report, before.spans);
    await server.settle();
    const { report, seconds, peakBytes } = await load(database, whole.path, stopping);
    holds(report, whole.spans);
    return { seconds, peakBytes };
  };
  const known = taken.get(spans) ?? measured();
  taken.set(spans, known);
  return known;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

/** Seconds for a network of a million spans over those for half a million. */
export const networkGrowth: Measure = {
  name: "network_growth",
  goal: 2.3,
  async take(bench: Bench) {
    const some = await cost(SOME, bench);
    const many = await cost(MANY, bench);
    return {
      ratio: many.seconds / some.seconds,
      sides: `1,000,000 spans ${many.seconds.toFixed(0)} s, 500,000 ${some.seconds.toFixed(0)} s`,
      details: [],
    };
  },
};

/** Peak memory of the loader's process for a million spans, over 1.5 GB. */
export const networkMemory: Measure = {
  name: "network_memory",
  goal: 1,
  async take(bench: Bench) {
    const { peakBytes } = await cost(MANY, bench);
    return {
      ratio: peakBytes / MOST_BYTES,
      sides: `${megabytes(peakBytes)} of ${megabytes(MOST_BYTES)}`,
      details: [],
    };
  },
};
