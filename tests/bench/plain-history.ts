import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** What only a style sheet or a script reads. */
const ORNAMENT = / (?:class|style|scope|role|tabindex|id|data-[\w-]+|aria-[\w-]+)="[^"]*"/g;

/**
 * The table of a history page as somebody would write it by hand: elements, texts and links, in a document without styles
 * and scripts.
 *
 * @throws Error when the page has no table with every month.
 */
export function plainVersion(html: string): string {
  const table = /<table[\s\S]*<\/table>/.exec(html)?.[0] ?? "";
  const rows = table.match(/<tr[\s>]/g)?.length ?? 0;
  if (rows !== 37)
    throw new Error(`the table of the history has ${rows} rows, and 36 months with their head are 37`);
  const plain = table
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, "")
    .replaceAll("<!-- -->", "")
    .replaceAll(ORNAMENT, "")
    .replaceAll(/<\/?span>/g, "");
  return `<!DOCTYPE html><html lang="es"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Consumo y cargos históricos</title><h1>Consumo y cargos históricos</h1>${plain}</html>`;
}

/** Serves one document, compressed beforehand, as a web server does with a file. */
export async function serveDocument(html: string) {
  const body = gzipSync(html);
  const headers = { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" };
  const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
  server.listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise((closed) => server.close(closed)),
  };
}
