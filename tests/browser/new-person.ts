import { expect, type Page } from "@playwright/test";
import { rutWithDigit } from "../support/ruts.ts";
import { pressOn, typeInto } from "./keyboard.ts";
import { linkMailedTo } from "./outbox.ts";

export const PASSWORD = "molino lento bajo cuatro sauces";

const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** How a form is filled in and sent. */
interface Hand {
  fill: (page: Page, label: string, text: string) => Promise<void>;
  press: (page: Page, button: string) => Promise<void>;
}
const MOUSE: Hand = { fill, press };
export const KEYBOARD: Hand = {
  fill: typeInto,
  press: (page, button) => pressOn(page, "button", button),
};

export async function enter(
  page: Page,
  { rut, password, hand: { fill, press } = MOUSE }: { rut: string; password: string; hand?: Hand },
) {
  await page.goto("/ingresar");
  await fill(page, "RUT", rut);
  await fill(page, "Contraseña", password);
  await press(page, "Ingresar");
}

/** Somebody new, registered and signed in. */
export async function aNewPerson(page: Page, { givenName = "Elisa", hand = MOUSE } = {}) {
  const { fill, press } = hand;
  const number = 10_000_000 + Math.floor(Math.random() * 9_000_000);
  const person = { rut: rutWithDigit(number), email: `persona-${number}@correo.example` };
  await page.goto("/registro");
  await fill(page, "RUT", person.rut);
  await fill(page, "Nombres", givenName);
  await fill(page, "Apellido paterno", "Quintupil");
  await fill(page, "Email", person.email);
  await fill(page, "Contraseña", PASSWORD);
  await fill(page, "Confirmar contraseña", PASSWORD);
  await press(page, "Crear cuenta");
  await page.goto(await linkMailedTo(person.email, "Confirme su correo para crear la cuenta", /confirmar/));
  await press(page, "Confirmar y crear la cuenta");
  await enter(page, { rut: person.rut, password: PASSWORD, hand });
  await expect(page).toHaveURL("/mi-cuenta");
  return person;
}
