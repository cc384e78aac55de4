import { expect, test } from "vitest";
import { surchargeUnitWords, surchargeWords } from "../../../components/domain/vnr-words.ts";
import { decimalText } from "../../../lib/kernel/decimal.ts";

const numbers = { locale: "es-CL", currency: "CLP" };
const surcharge = decimalText(0.0133);

test.each([
  ["porcentaje", "0,0133\u00a0%", "%"],
  ["fraccion", "0,0133 (1,33\u00a0%)", "fracción"],
  ["por mil", "0,0133 (por mil)", "por mil"],
  [null, "0,0133 (unidad no declarada)", "unidad no declarada"],
])(
  "a surcharge whose unit is %s is said in it, and as a percentage only where it is known to be one",
  (unit, words, inCsv) => {
    expect(surchargeWords(surcharge, unit, numbers)).toBe(words);
    expect(surchargeUnitWords(unit)).toBe(inCsv);
  },
);
