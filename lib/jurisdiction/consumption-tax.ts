import type { CivilDate } from "../kernel/civil-date.ts";
import { Decimal, decimalText, type DecimalText } from "../kernel/decimal.ts";
import type { ConsumptionTax } from "./jurisdiction.ts";

/** A rate and the day it came into force. */
export interface DatedRate {
  since: CivilDate;
  rate: DecimalText;
}

/** A tax whose amount is rounded half up (away from zero, so that a credit mirrors its charge) to `digits` decimals. */
export function consumptionTax(name: string, rates: readonly DatedRate[], digits: number): ConsumptionTax {
  const rate = (date: CivilDate) => rates.findLast(({ since }) => since <= date)?.rate ?? null;
  return {
    name,
    rate,
    of(taxable, date) {
      const inForce = rate(date);
      if (inForce === null) return null;
      const exact = new Decimal(taxable).times(inForce);
      // A tiny credit rounds to "-0"; adding zero drops the sign.
      return decimalText(exact.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP).plus(0));
    },
  };
}
