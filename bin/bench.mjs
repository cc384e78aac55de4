/** `npm run bench [-- measure …] [-- --write --verbose]`: how the portal compares with a floor measured in the same run. */
import { ensureInstalled, runUntilStopped } from "./bootstrap.mjs";

ensureInstalled();
// Whatever is served in the bench's own process is served as in production, too.
Object.assign(process.env, { NODE_ENV: "production" });
runUntilStopped("node", ["tests/bench/bench.ts", ...process.argv.slice(2)]);
