/** `node tests/bench/stage-client.ts <database> <package>`: stages a package's charges, and prints how long it took. */
import pg from "pg";
import { chile } from "../../lib/jurisdiction/cl/chile.ts";
import { openPackage } from "../../lib/loading/package/package-reader.ts";
import { resourceNamed } from "../../lib/loading/format/resources.ts";
import { createStaging, stage } from "../../lib/loading/staging/staging.ts";

const [url, source] = process.argv.slice(2);
if (url === undefined || source === undefined) throw new Error("which database, and which package?");
const file = "cargos.csv";

// Whoever loads has the package read through the same reader, which counts and fingerprints its bytes.
const began = performance.now();
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query("BEGIN");
await createStaging(client);
const pack = await openPackage(source);
const rows = await stage(client, { file, bytes: pack.read(file), resource: resourceNamed("cargos") }, chile);
const seconds = (performance.now() - began) / 1000;
pack.close();
await client.end();
process.stdout.write(JSON.stringify({ seconds, rows }));
