import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { FIRST_CALENDARS, RULE_SETS } from "@/lib/jurisdiction/rule-sets.ts";

/** What stands where there is no norm, or none that has a number; each says so itself. */
const NO_NORM = [
  /^Plazo que fija la empresa; ninguna norma/,
  /^Horas de reloj/,
  /^decreto supremo de (diciembre|julio) de 2025$/,
  /^feriado departamental de Potosí$/,
];

/** How the norms that people read begin, and the names of their pages. */
const PAGES: [RegExp, (number: string) => string][] = [
  [/Ley ([\d.]+)/g, (number) => `ley-${number.replaceAll(".", "")}`],
  [/DS ([\d.]+)/g, (number) => `ds-${number.replaceAll(".", "")}`],
  [/Contrato/g, () => "contrato-condiciones-uniformes"],
  [/Manual de COOPELECT/g, () => "manual-coopelect"],
  [/NTCSD/g, () => "ntcsd"],
  [/Código del Trabajo/g, () => "codigo-del-trabajo"],
];

const pages = Object.fromEntries(
  RULE_SETS.map(({ country }) => [
    country,
    readdirSync(`docs/law/${country.toLowerCase()}`).map((file) => file.replace(".md", "")),
  ]),
);

/** The norms of the country that `text` names and that have no page; the text itself when it names none. */
function withoutPage(country: string, text: string): string[] {
  if (NO_NORM.some((shape) => shape.test(text))) return [];
  const named = PAGES.flatMap(([shape, pageOf]) =>
    [...text.matchAll(shape)].map(([, number = ""]) => pageOf(number)),
  );
  if (named.length === 0) return [text];
  const has = (name: string) => pages[country]?.some((page) => page === name || page.startsWith(`${name}-`));
  return named.filter((name) => !has(name)).map((name) => `${country} ${name}`);
}

test("a norm without a page is found out", () => {
  expect(withoutPage("CO", "Ley 9.999, artículo 1")).toEqual(["CO ley-9999"]);
  expect(withoutPage("CO", "costumbre")).toEqual(["costumbre"]);
  expect(withoutPage("CO", "Contrato, cláusula 1; Ley 142 de 1994")).toEqual([]);
});

test("every term names a norm that has its page", () => {
  const named = RULE_SETS.flatMap(({ country, rules }) =>
    rules.flatMap(({ clause, filingLimit }) => [
      ...withoutPage(country, clause.norm),
      ...(filingLimit ? withoutPage(country, filingLimit.clause.norm) : []),
    ]),
  );
  expect(named).toEqual([]);
});

test("every holiday names a norm that has its page", () => {
  const named = FIRST_CALENDARS.flatMap(({ id, days }) =>
    days.flatMap(({ norm }) => withoutPage(id.slice(0, 2), norm)),
  );
  expect([...new Set(named)]).toEqual([]);
});
