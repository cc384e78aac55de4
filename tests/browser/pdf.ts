import { execFileSync } from "node:child_process";

/** Text of a PDF as it lies on its pages: one string a page. */
export function pdfPages(pdf: Buffer): string[] {
  const text = execFileSync("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"], {
    input: pdf,
    encoding: "utf8",
  });
  return text.split("\f").slice(0, -1);
}

/** Text of a PDF in the order in which it was drawn, in one line. */
export function pdfText(pdf: Buffer): string {
  const text = execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", "-", "-"], {
    input: pdf,
    encoding: "utf8",
  });
  return text.replaceAll(/\s+/g, " ");
}

export interface Word {
  page: number;
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Every word with its place, in points from the upper left corner, and the size of the pages. */
export function pdfWords(pdf: Buffer): { words: Word[]; width: number; height: number } {
  const xml = execFileSync("pdftotext", ["-bbox", "-enc", "UTF-8", "-", "-"], {
    input: pdf,
    encoding: "utf8",
  });
  const pages = [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([^]*?)<\/page>/g)];
  const words = pages.flatMap(([, , , inside = ""], page) =>
    [...inside.matchAll(/xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</g)].map(
      ([, left, top, right, bottom, text = ""]) => ({
        page,
        text,
        left: Number(left),
        right: Number(right),
        top: Number(top),
        bottom: Number(bottom),
      }),
    ),
  );
  return { words, width: Number(pages[0]?.[1]), height: Number(pages[0]?.[2]) };
}

/** The line of `text` that begins with `words`, its blanks made one each; fails when there is none or more. */
export function lineOf(text: string, words: string): string {
  const lines = text.split("\n").map((line) => line.trim().replaceAll(/\s+/g, " "));
  const found = lines.filter((line) => line.startsWith(words));
  if (found.length !== 1) throw new Error(`${found.length} lines begin with "${words}"`);
  return found[0] ?? "";
}
