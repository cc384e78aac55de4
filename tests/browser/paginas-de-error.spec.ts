import { expect, test } from "@playwright/test";
import { companyProfile } from "../../lib/platform/profile.ts";
import { signedInAs, type Person } from "../support/people.ts";

const REFUSALS: { as: Person; path: string; status: number; title: string }[] = [
  { as: "newcomer", path: "/mi-cuenta/suministros/11261", status: 404, title: "No encontramos esta página" },
  { as: "customer", path: "/no-hay-tal-pagina", status: 404, title: "No encontramos esta página" },
  { as: "customer", path: "/mesa", status: 403, title: "No puede entrar aquí con su cuenta" },
  { as: "desk", path: "/mi-cuenta", status: 403, title: "No puede entrar aquí con su cuenta" },
  { as: "administrator", path: "/mi-cuenta/pdf", status: 403, title: "No puede entrar aquí con su cuenta" },
];

for (const { as, path, status, title } of REFUSALS)
  for (const javaScriptEnabled of [true, false])
    test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript", () => {
      test.use({ javaScriptEnabled, storageState: signedInAs(as) });

      test(`${path} dice a ${as} qué pasa y adónde ir (${status})`, async ({ page }) => {
        expect((await page.goto(path))?.status()).toBe(status);
        await expect(page).toHaveTitle(new RegExp(`^${title} ·`));
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        await expect(page.getByRole("main")).toContainText(companyProfile().emergencyPhone);
        await page.getByRole("main").getByRole("link", { name: "la página de inicio" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sucursal virtual");
      });
    });
