import type { Page } from "@playwright/test";

/** The demonstration's people, by what they are; their password is in the documentation. */
export const PEOPLE = {
  customer: "11.111.111-1",
  generator: "22.222.222-2",
  newcomer: "33.333.333-3",
  desk: "44.444.444-4",
  administrator: "77.777.777-7",
} as const;
export type Person = keyof typeof PEOPLE;

export const PASSWORD = "notro-en-el-viento-sur";

/** Cookies of a person who signed in when the run began: `test.use({ storageState: signedInAs("customer") })`. */
export const signedInAs = (person: Person) => `test-results/people/${person}.json`;

/** Signs in through the form, in a session of its own: for what ends or changes sessions. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto("/ingresar");
  await page.getByLabel("RUT").fill(PEOPLE[person]);
  await page.getByLabel("Contraseña").fill(PASSWORD);
  await page.getByRole("button", { name: "Ingresar" }).click();
  await page.waitForURL((url) => url.pathname !== "/ingresar");
}
