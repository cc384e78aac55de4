import { get, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Portal } from "../support/portal.ts";
import { cookieOf } from "./measured-portal.ts";
import type { Bench, Measure } from "./measure.ts";
import { plainVersion } from "./plain-history.ts";

/** The demonstration's supply with the manual's months, all 36 in one page. */
export const WHOLE_HISTORY = "/mi-cuenta/suministros/11261/consumos?filas=36";

/** The page as it comes over the wire, and unpacked. */
export async function wholeHistory(
  portal: Portal,
  cookie: string,
): Promise<{ packed: Buffer; html: string }> {
  const headers = { accept: "text/html", "accept-encoding": "gzip", cookie };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${portal.url}${WHOLE_HISTORY}`, { headers }, resolve).on("error", reject);
  });
  const packed = await buffer(response);
  if (response.statusCode !== 200 || response.headers["content-encoding"] !== "gzip")
    throw new Error(`the history answers ${response.statusCode} ${response.headers["content-encoding"]}`);
  return { packed, html: gunzipSync(packed).toString() };
}

/** Bytes on the wire of the history page with its 36 months, charts and all, over those of its table as plain HTML. */
export const historyWire: Measure = {
  name: "history_wire",
  goal: 2.2,
  async take({ portal: start }: Bench) {
    const portal = await start();
    const { packed, html } = await wholeHistory(portal, await cookieOf("customer", portal));
    const plain = gzipSync(plainVersion(html)).length;
    const without = (part: RegExp) => gzipSync(html.replaceAll(part, "")).length;
    return {
      ratio: packed.length / plain,
      sides: `page ${packed.length} B, its table as plain HTML ${plain} B, both gzip`,
      details: [
        `without its drawings ${without(/<svg[\s\S]*?<\/svg>/g)} B, without scripts and their data ${without(/<script[\s\S]*?<\/script>/g)} B`,
      ],
    };
  },
};
