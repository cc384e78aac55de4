import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** WCAG 2.2: text at 4.5:1 (1.4.3), edges that one must see at 3:1 (1.4.11), whatever hue a company brings. */
const sheet = readFileSync("app/globals.css", "utf8");
const dark = sheet.slice(
  sheet.indexOf("prefers-color-scheme: dark"),
  sheet.indexOf("@media print {\n    :root"),
);
const light = sheet.slice(0, sheet.indexOf("prefers-color-scheme: dark"));

const BRANDS = [0.03, 0.075, 0.12].flatMap((chroma) =>
  Array.from({ length: 24 }, (_, step) => ({ hue: step * 15, chroma })),
);

type Brand = (typeof BRANDS)[number];
type Scheme = "light" | "dark";

function declared(name: string, scheme: Scheme): string {
  const find = (text: string) => new RegExp(`--color-${name}: ([^;]+);`).exec(text)?.[1];
  const value = (scheme === "dark" ? find(dark) : undefined) ?? find(light);
  if (!value) throw new Error(`no colour ${name}`);
  const alias = /^var\(--color-([\w-]+)\)$/.exec(value)?.[1];
  return alias ? declared(alias, scheme) : value;
}

/** Relative luminance of `oklch(l c h)`, channels clipped to sRGB as browsers do. */
function luminance(name: string, scheme: Scheme, brand: Brand): number {
  const plain = declared(name, scheme)
    .replace(/calc\(var\(--brand-chroma\) \* ([\d.]+)\)/, (_, factor: string) =>
      String(brand.chroma * Number(factor)),
    )
    .replace("var(--brand-chroma)", String(brand.chroma))
    .replace("var(--brand-hue)", String(brand.hue));
  const [lightness, chroma, hue] =
    /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(plain)?.slice(1).map(Number) ?? [];
  if (lightness === undefined || chroma === undefined || hue === undefined)
    throw new Error(`cannot read ${plain}`);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  return (
    0.2126 * clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  );
}

function worstContrast(front: string, back: string, scheme: Scheme): number {
  const ratios = BRANDS.map((brand) => {
    const pair = [luminance(front, scheme, brand), luminance(back, scheme, brand)].sort((x, y) => y - x);
    return ((pair[0] ?? 0) + 0.05) / ((pair[1] ?? 0) + 0.05);
  });
  return Math.min(...ratios);
}

const PAPERS = ["paper", "paper-raised", "paper-sunk"];
const TEXT: [string, string[]][] = [
  ["ink", PAPERS],
  ["ink-soft", PAPERS],
  ["brand", PAPERS],
  ["attention", ["paper", "paper-sunk", "attention-soft"]],
  ["problem", ["paper", "paper-raised", "paper-sunk", "problem-soft"]],
  ["done", ["paper", "paper-sunk", "done-soft"]],
  ["estimated", ["paper", "paper-sunk", "estimated-soft"]],
  ["info", ["paper", "paper-sunk", "info-soft"]],
  ["on-button", ["button", "button-over"]],
  ["on-header", ["header"]],
  ["on-header-soft", ["header"]],
];
const EDGES: [string, string[]][] = [
  ["edge", PAPERS],
  ["focus", PAPERS],
  ["focus-dark", ["header"]],
  ["chart", ["paper"]],
  ["chart-before", ["paper"]],
];
const pairs = (least: number, list: [string, string[]][]) =>
  list.flatMap(([front, backs]) => backs.map((back): [string, string, number] => [front, back, least]));

test.each([...pairs(4.5, TEXT), ...pairs(3, EDGES)])(
  "%s on %s holds %s:1 at every hue",
  (front, back, least) => {
    expect(worstContrast(front, back, "light")).toBeGreaterThanOrEqual(least);
    expect(worstContrast(front, back, "dark")).toBeGreaterThanOrEqual(least);
  },
);
