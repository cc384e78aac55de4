import { chromium, type FullConfig } from "@playwright/test";
import { PEOPLE, signedInAs, signIn, type Person } from "./people.ts";
import { startPortal } from "./portal.ts";

/** Before the browser tests: one portal for all of them, and everybody signed in once. */
export default async function browserTests(config: FullConfig) {
  const portal = await startPortal();
  // Playwright hands the environment on to its workers, which read their configuration again.
  process.env["PORTAL_URL"] = portal.url;
  process.env["PORTAL_OUTBOX"] = portal.outbox;
  const { launchOptions, locale, timezoneId } = config.projects[0]?.use ?? {};
  const browser = await chromium.launch(launchOptions ?? {});
  try {
    for (const person of Object.keys(PEOPLE) as Person[]) {
      const page = await browser.newPage({
        baseURL: portal.url,
        ...(locale && { locale }),
        ...(timezoneId && { timezoneId }),
      });
      await signIn(page, person);
      await page.context().storageState({ path: signedInAs(person) });
      await page.context().close();
    }
  } catch (error) {
    await portal.stop();
    throw error;
  } finally {
    await browser.close();
  }
  return () => portal.stop();
}
