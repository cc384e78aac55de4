import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { smallPng } from "./small-png.ts";

const FOLDER = join(import.meta.dirname, "../../docs/screenshots");
const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
];
const SCHEMES = ["light", "dark"] as const;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** By night only the colours are other ones. */
const ABOUT_COLOURS = ["color-contrast", "link-in-text-block"];
/** A phone held upright at 400 % zoom, and a laptop at 200 %. */
const ZOOMED = [320, 640];

/** What the browser finds wrong with the pages that `page` opens from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    const failedPage =
      message.location().url === page.url() && message.text().startsWith("Failed to load resource");
    if (["error", "warning"].includes(message.type()) && !failedPage) complaints.push(message.text());
  });
  return complaints;
}

/** Elements that reach out of the window sideways, which a person would have to scroll to. */
async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class")}">`);
  });
}

async function violations(page: Page, scheme: (typeof SCHEMES)[number]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (scheme === "dark") axe.withRules(ABOUT_COLOURS);
  else axe.withTags(RULES);
  // There are no frames of other sites, for which axe would open another page every time.
  const { violations: found } = await axe.setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

async function picture(page: Page, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  if (process.env["EMPALME_SCREENSHOTS"] !== "1" && existsSync(path)) return;
  // Days on which something was loaded are other ones every time.
  const days = page.locator('[data-label="Fecha"]');
  await days.evaluateAll((cells) => cells.forEach((cell) => (cell.textContent = "2 de noviembre de 2026")));
  const png = await page.screenshot({ fullPage: true, animations: "disabled" });
  expect(png.byteLength).toBeGreaterThan(5_000);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path, smallPng(png));
}

/**
 * Looks at the page that stands open as people will, on a phone and on a desk, by day and by night: nothing runs over
 * the edge, axe finds nothing, and a picture is taken. Pictures in docs/screenshots are made where they are missing, or
 * all of them with EMPALME_SCREENSHOTS=1.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction(() => document.getAnimations().length === 0);
      const what = `${name}, ${size.width} px, ${colorScheme}`;
      expect(await overflowing(page), what).toEqual([]);
      expect(await violations(page, colorScheme), what).toEqual([]);
      await picture(page, `${name}-${size.width}-${colorScheme}`);
    }
  }
  for (const width of ZOOMED) {
    await page.setViewportSize({ width, height: 450 });
    expect(await overflowing(page), `${name}, ${width} px`).toEqual([]);
  }
}
