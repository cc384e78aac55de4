import { networkExport } from "/work/wt-network/tests/bench/network-export.ts";
import { startLoadServer } from "/work/wt-network/tests/bench/load-server.ts";
import { load } from "/work/wt-network/tests/bench/load-process.ts";
const server = await startLoadServer();
const stop = new AbortController();
for (const spans of process.argv.slice(2).map(Number)) {
  const { path } = await networkExport(spans);
  const url = await server.portalDatabase("network");
  try {
    const l = await load(url, path, stop.signal);
    console.log(
      spans,
      l.seconds.toFixed(1),
      "s",
      (l.peakBytes / 1e6).toFixed(0),
      "MB",
      l.report.status,
      l.report.refusal,
      JSON.stringify(l.report.counts.map((c) => [c.resource, c.read])),
    );
  } catch (e) {
    console.log(e);
  }
}
await server.stop();
process.exit(0);
