import "server-only";
import { notFound } from "next/navigation";
import { csvFormat, csvOf, type CsvColumn } from "./csv.ts";
import { pdfOf } from "./documents.ts";

/** Headers of a private file that the browser saves under `name`, kept to characters that every system takes. */
const fileHeaders = (type: string, name: string) => ({
  "content-type": type,
  "content-disposition": `attachment; filename="${name.replaceAll(/[^\w.-]/g, "_")}"`,
  "cache-control": "private, no-store",
});

/** `sheet` as a PDF to save; null is what is not there, or not theirs. */
export async function pdfResponse(sheet: object | null, name: string): Promise<Response> {
  if (!sheet) notFound();
  const bytes = await pdfOf(sheet);
  return new Response(new Uint8Array(bytes), { headers: fileHeaders("application/pdf", `${name}.pdf`) });
}

/** `rows` as a CSV to save, in the format that the address asks for; null is what is not there, or not theirs. */
export function csvResponse<Row>(
  request: Request,
  columns: CsvColumn<Row>[],
  rows: readonly Row[] | null,
  name: string,
): Response {
  if (!rows) notFound();
  const format = csvFormat.parse(new URL(request.url).searchParams.get("formato"));
  return new Response(csvOf(columns, rows, format), {
    headers: fileHeaders("text/csv; charset=utf-8", `${name}.csv`),
  });
}
