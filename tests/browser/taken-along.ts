import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** What a link of the page saves: the name that the browser gives the file, and its bytes. */
export async function takenAlong(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

export const BYTE_ORDER_MARK = "\u{feff}";

/** Rows of a CSV without quoted cells, each with its heading; the byte order mark is not part of any. */
export function csvRecords(csv: string, delimiter: ";" | ","): Record<string, string>[] {
  const [head = "", ...lines] = csv.replace(BYTE_ORDER_MARK, "").split("\r\n").slice(0, -1);
  const names = head.split(delimiter);
  return lines.map((line) =>
    Object.fromEntries(line.split(delimiter).map((cell, at) => [names[at] ?? "", cell])),
  );
}
