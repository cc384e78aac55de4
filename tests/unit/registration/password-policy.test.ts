import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ERROR_COPY } from "../../../lib/copy/errors.ts";
import { DEMONSTRATION_PASSWORD } from "../../../lib/demonstration/people.ts";
import { commonPasswords } from "../../../lib/registration/common-passwords.ts";
import { charactersToGuess } from "../../../lib/registration/guessable.ts";
import { checkPassword, MOST_CHARACTERS } from "../../../lib/registration/password-policy.ts";

const common = await commonPasswords();
const context = [
  ...["Cooperativa Eléctrica Los Notros Ltda.", "Juan Andrés", "Pérez", "Soto", ""],
  ...["12.345.678-5", "juanperez@correo.example", "1985-03-14"],
];
const judged = (password: string, hasSecondFactor = false) => {
  const result = checkPassword(password, { common, context, hasSecondFactor });
  return result.ok ? "fine" : result.error;
};

/** Words in no order that anybody would guess. */
const LONG = "tejado-cuchara-nublado-relincho-";

describe("length", () => {
  test.each([
    ["relincho-tejado".slice(0, 14), false, "password/too-short"],
    ["relincho-tejado", false, "fine"],
    ["relincho-teja".slice(0, 11), true, "password/too-short-with-second-factor"],
    ["relincho-tej", true, "fine"],
    ["", false, "password/too-short"],
    ["ñandú-relincho3", false, "fine"],
    ["🦉🐝🪁🧅🌋🪗🦔🧭🪴🐙🧵🥝🚜🦩🪀", false, "fine"],
    ["🦉🐝🪁🧅🌋🪗🦔🧭🪴🐙🧵🥝🚜🦩", false, "password/too-short"],
    [LONG.repeat(4).slice(0, 128), false, "fine"],
    [LONG.repeat(5).slice(0, 129), false, "password/too-long"],
  ])("%s (second factor: %s): %s", (password, hasSecondFactor, outcome) => {
    expect(judged(password, hasSecondFactor)).toBe(outcome);
  });

  test("an accent written apart is not one more character", () => {
    const composed = "ñandú-relinchó";
    expect([...composed]).toHaveLength(14);
    for (const form of ["NFC", "NFD"]) expect(judged(composed.normalize(form))).toBe("password/too-short");
  });

  test("what is taken here fits through the sign-in form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (password) => {
        if (judged(password) !== "fine") return;
        expect(password.length).toBeLessThanOrEqual(256);
        expect([...password.normalize("NFC")].length).toBeLessThanOrEqual(MOST_CHARACTERS);
      }),
    );
  });
});

describe("what is guessed first is refused", () => {
  test.each([
    ["passwordpassword", "password/common", "a common one"],
    ["PasswordPassword", "password/common", "the same in capitals"],
    ["1qaz2wsx3edc4rfv", "password/common", "a pattern of the keyboard"],
    ["contraseña123456", "password/predictable", "a word and a sequence"],
    ["C0ntr@señ@123456", "password/predictable", "with signs for letters"],
    ["monkeydragonshadow", "password/predictable", "three common ones"],
    ["hunter2hunter2hunter2", "password/predictable", "one again and again"],
    ["hunter2!hunter2?hunter2", "password/predictable", "with a sign between"],
    ["xq7xq7xq7xq7xq7xq7", "password/predictable", "a short piece again and again"],
    ["qwertyuiopasdfghjkl", "password/predictable", "rows of the keyboard"],
    ["poiuytrewq0987654321", "password/predictable", "backwards"],
    ["123456789012345678", "password/predictable", "digits in order"],
    ["aaaaaaaaaaaaaaaaaaaa", "password/predictable", "one character"],
    ["               ", "password/predictable", "blanks"],
    ["abcdefghijklmnop", "password/predictable", "the alphabet"],
    ["septiembre2026!", "password/predictable", "month and year"],
    ["Empalme-Portal-2026", "password/predictable", "the service"],
    ["electricidad2025", "password/predictable", "the trade"],
    ["medidor-boleta-luz", "password/predictable", "the trade, three times"],
    ["Los Notros Ltda. 1", "password/personal", "the company"],
    ["losnotros-2026-losnotros", "password/personal", "the company, joined"],
    ["JuanAndresPerezSoto", "password/personal", "the person"],
    ["Pérez.Soto.1985", "password/personal", "with a year"],
    ["12.345.678-5 Juan", "password/personal", "the document"],
    ["juanperez@correo", "password/personal", "the e-mail"],
  ])("%s: %s (%s)", (password, problem) => {
    expect(judged(password)).toBe(problem);
  });

  test("every common password of the least length, with either limit", () => {
    const long = [...common].filter((password) => [...password].length >= 12);
    expect(long.length).toBeGreaterThan(250);
    for (const password of long)
      for (const written of [password, password.toUpperCase()])
        expect(judged(written, true)).toMatch(/^password\/(common|predictable|personal)$/);
  });

  test("every common password twice, or with a year behind it", () => {
    const some = [...common].filter((_, at) => at % 25 === 0);
    for (const password of some)
      for (const longer of [`${password}${password}${password}${password}`, `${password}2024${password}`])
        if (longer.length >= 15) expect(judged(longer)).not.toBe("fine");
  });
});

describe("what is not guessed is taken, whatever it is made of", () => {
  test.each([
    DEMONSTRATION_PASSWORD,
    "caballo correcto bateria grapa",
    "mi perro come uvas",
    "la casa de mi abuela",
    "kT9#vLq2xZ!mR4w",
    "relinchotejadonublado",
    "tejado  cuchara  nublado",
    "Juan cocina tejados nublados",
    "пароль-которого-нет",
    "<script>alert('x')</script>",
  ])("%s", (password) => {
    expect(judged(password)).toBe("fine");
  });

  test("sixteen characters drawn at random", () => {
    const drawn = fc.string({
      unit: fc.constantFrom(..."abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"),
      minLength: 16,
      maxLength: 16,
    });
    const refused = fc
      .sample(drawn, { numRuns: 500, seed: 5 })
      .filter((password) => judged(password) !== "fine");
    // fast-check likes to repeat characters: whoever draws evenly meets this less often still.
    expect(refused.length).toBeLessThan(5);
  });
});

test("a piece never makes a password worth more than its characters, nor less when one is added", () => {
  const near = fc.string({ unit: fc.constantFrom(..."abcde12345 notrsperz"), maxLength: 40 });
  const known = { common, context: new Set(["notros", "perez"]) };
  fc.assert(
    fc.property(near, fc.constantFrom("x", "1", " "), (password, more) => {
      const worth = charactersToGuess(password, known);
      expect(worth).toBeLessThanOrEqual(password.length);
      expect(charactersToGuess(password + more, known)).toBeLessThanOrEqual(worth + 1);
    }),
  );
});

test("the longest password is judged in a moment", () => {
  const began = performance.now();
  for (let round = 0; round < 10; round += 1) judged(`${round}${LONG.repeat(4)}`.slice(0, 128));
  expect((performance.now() - began) / 10).toBeLessThan(100);
});

test("the sentences say the figures of the rule", () => {
  expect(ERROR_COPY["password/too-short"]).toContain("15");
  expect(ERROR_COPY["password/too-short-with-second-factor"]).toContain("12");
  expect(ERROR_COPY["password/too-long"]).toContain(String(MOST_CHARACTERS));
});
