import "server-only";
import { Readable } from "node:stream";
import { notFound } from "next/navigation";
import { csvFormat, csvHead, csvOf, csvRows, type CsvColumn } from "./csv.ts";
import { pdfOf } from "./documents.ts";

/** Headers of a private file that the browser saves under `name`, kept to characters that every system takes. */
const fileHeaders = (type: string, name: string, how: "attachment" | "inline" = "attachment") => ({
  "content-type": type,
  "content-disposition": `${how}; filename="${name.replaceAll(/[^\w.-]/g, "_")}"`,
  "cache-control": "private, no-store",
});

/** `sheet` as a PDF to save; null is what is not there, or not theirs. */
export async function pdfResponse(sheet: object | null, name: string): Promise<Response> {
  if (!sheet) notFound();
  const bytes = await pdfOf(sheet);
  return new Response(new Uint8Array(bytes), { headers: fileHeaders("application/pdf", `${name}.pdf`) });
}

/** Bytes as they were handed to the portal, to open (PDF) or to save; null is what is not there, or not theirs. */
export function bytesResponse(
  bytes: Uint8Array | null,
  { type, name, how }: { type: string; name: string; how: "attachment" | "inline" },
): Response {
  if (!bytes) notFound();
  return new Response(new Uint8Array(bytes), { headers: fileHeaders(type, name, how) });
}

const formatOf = (request: Request) => csvFormat.parse(new URL(request.url).searchParams.get("formato"));

/** `rows` as a CSV to save, in the format that the address asks for; null is what is not there, or not theirs. */
export function csvResponse<Row>(
  request: Request,
  columns: CsvColumn<Row>[],
  rows: readonly Row[] | null,
  name: string,
): Response {
  if (!rows) notFound();
  const format = formatOf(request);
  return new Response(csvOf(columns, rows, format), {
    headers: fileHeaders("text/csv; charset=utf-8", `${name}.csv`),
  });
}

/** The same for rows too many to hold at once, batch by batch. */
export function csvStreamResponse<Row>(
  request: Request,
  columns: CsvColumn<Row>[],
  batches: AsyncIterable<readonly Row[]> | null,
  name: string,
): Response {
  if (!batches) notFound();
  const format = formatOf(request);
  async function* text() {
    yield csvHead(columns, format);
    for await (const rows of batches ?? []) yield csvRows(columns, rows, format);
  }
  return streamResponse(
    Readable.from(text(), { objectMode: false }),
    "text/csv; charset=utf-8",
    `${name}.csv`,
  );
}

/** What `stream` brings, as a file to save. */
export const streamResponse = (stream: Readable, type: string, name: string): Response =>
  new Response(Readable.toWeb(stream) as unknown as ReadableStream, { headers: fileHeaders(type, name) });
