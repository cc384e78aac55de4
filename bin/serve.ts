/** `node bin/serve.ts`: the whole portal – PostgreSQL, web and worker – under one supervisor. */
import { serve } from "../lib/platform/serve.ts";

process.title = "empalme";
await serve(process.env);
