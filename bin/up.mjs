/** `npm run up`: from a bare clone to the portal with the demonstration's company. Safe to repeat. */
import { ensureBuilt, ensureInstalled, runUntilStopped } from "./bootstrap.mjs";

process.env.EMPALME_DEMONSTRATION ??= "1";
ensureInstalled();
ensureBuilt();
runUntilStopped("node", ["bin/serve.ts"]);
