import { expect, type Locator, type Page } from "@playwright/test";

/** Whether the focus can be seen: a ring of two pixels or more, inside the window, under nothing. */
export async function expectFocusSeen(page: Page) {
  // The window scrolls to what has the focus, and may still be on its way.
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return "nothing has the focus";
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          const ring = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
          const { left, top, right, bottom } = element.getBoundingClientRect();
          const within = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
          const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          const free = above !== null && (element.contains(above) || above.contains(element));
          return ring && within && free
            ? "seen"
            : JSON.stringify({ html: element.outerHTML, ring, within, free, left, top, right, bottom });
        }),
      { timeout: 2_000 },
    )
    .toBe("seen");
}

/** Tabs on until `wanted` has the focus, looking at every stop on the way. */
export async function tabTo(page: Page, wanted: Locator) {
  for (let stops = 0; stops < 120; stops++) {
    await page.keyboard.press("Tab");
    await expectFocusSeen(page);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`the Tab key does not reach ${String(wanted)}`);
}

/** Types over whatever stands in the field, as the keyboard does that tabs into it. */
export async function typeInto(page: Page, label: string, text: string) {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Tabs to what is called `name` in the page and presses Enter. */
export async function pressOn(page: Page, role: "link" | "button", name: string | RegExp) {
  await tabTo(page, page.getByRole("main").getByRole(role, { name }).first());
  await page.keyboard.press("Enter");
}
