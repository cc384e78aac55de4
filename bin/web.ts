/** `node bin/web.ts`: answers requests; needs what lib/platform/env.ts lists. */
import { env } from "../lib/platform/env.ts";
import { serveWeb } from "../lib/platform/web-server.ts";

process.title = "empalme-web";
const { HOST, PORT } = env();
// Where Next asks for the page that an action redirects to; by the public address it would leave the building.
process.env["__NEXT_PRIVATE_ORIGIN"] =
  `http://${["0.0.0.0", "::"].includes(HOST) ? "127.0.0.1" : HOST}:${PORT}`;
await serveWeb();
