import { expect, test } from "vitest";
import { adjustmentOf } from "../../../lib/billing/adjustment.ts";
import type { LineItem } from "../../../lib/billing/model.ts";
import type { DecimalText } from "../../../lib/kernel/decimal.ts";

const line = (description: string, amount: number): LineItem => ({
  line: 1,
  description,
  quantity: null,
  unit: null,
  unitPrice: null,
  amount: String(amount) as DecimalText,
  taxable: true,
});

test.each([
  ["Subsidio eléctrico transitorio", -4500, "subsidy"],
  ["SUBSIDIO ELÉCTRICO", -4500, "subsidy"],
  ["Contribución para subsidios", 1200, null],
  ["Reliquidación por decreto tarifario", 68_941, "recalculation"],
  ["Reliquidacion decreto 7T", -1200, "recalculation"],
  ["Compensación por interrupciones", -3000, "compensation"],
  ["Compensacion art. 16 B", -3000, "compensation"],
  ["Ajuste de sencillo", -4, "credit"],
  ["Electricidad consumida", 32_780, null],
  ["Devolución", 0, null],
])("«%s» of %i is %s", (description, amount, adjustment) => {
  expect(adjustmentOf(line(description, amount))).toBe(adjustment);
});
