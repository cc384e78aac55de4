/** `npm run empalme -- <command>`: installs what is missing, then the administrator's command line. */
import { ensureInstalled, run } from "./bootstrap.mjs";

// Paths are relative to where the command was given; npm says where that was.
process.env.INIT_CWD ??= process.cwd();
ensureInstalled();
run("node", ["bin/empalme.ts", ...process.argv.slice(2)]);
