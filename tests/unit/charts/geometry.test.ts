import { expect, test } from "vitest";
import {
  barsPath,
  extreme,
  gapCentres,
  gapsPath,
  placeBars,
  scaleOf,
  ticksUpTo,
  windowsOfTwelve,
  yearBefore,
  type ChartMonth,
} from "@/components/charts/geometry";
import { decimalText } from "@/lib/kernel/decimal";
import { addMonths, period } from "@/lib/kernel/period";

const months = (values: readonly (number | null)[]): ChartMonth[] =>
  values.map((value, index) => ({
    period: addMonths(period("2019-11"), index),
    value: value === null ? null : decimalText(value),
    label: String(value),
  }));
const place = (values: readonly (number | null)[]) => {
  const known = values.filter((value) => value !== null).map(decimalText);
  const scale = scaleOf(known, 0, 100);
  return { scale, bars: placeBars(months(values), scale, { left: 0, right: values.length * 10, width: 6 }) };
};

test("the baseline is zero and the greatest value reaches the top", () => {
  const scale = scaleOf([decimalText(141), decimalText(636)], 47, 178);
  expect(scale.baseline).toBe(178);
  expect(scale.y(decimalText(636))).toBe(47);
  expect(scale.y(decimalText(318))).toBe(112.5);
});

test("an amount in favour hangs below zero", () => {
  const scale = scaleOf([decimalText(-50), decimalText(150)], 0, 100);
  expect([scale.y(decimalText(150)), scale.baseline, scale.y(decimalText(-50))]).toEqual([0, 75, 100]);
});

test("a chart of nothing, and one of zeros, still has a baseline", () => {
  expect(scaleOf([], 0, 100)).toMatchObject({ baseline: 100, ticks: [] });
  expect(scaleOf([decimalText(0)], 0, 100).y(decimalText(0))).toBe(100);
});

test.each([
  [636, [200, 400, 600]],
  [135772, [50000, 100000]],
  [1, [0.5, 1]],
  [0, []],
])("guide lines up to %s are round", (high, ticks) => {
  expect(ticksUpTo(high)).toEqual(ticks);
});

test("bars of one kind are one path, and what is not known is no bar", () => {
  const { bars, scale } = place([100, null, 50]);
  expect(barsPath(bars, scale.baseline, 6)).toBe("M2 100V0h6V100M22 100V50h6V100");
  expect(gapsPath(bars, scale.baseline, 6, 20)).toBe("M12 100v-20M18 100v-20");
});

test("a true zero is a line, not a gap", () => {
  const { bars, scale } = place([100, 0]);
  expect(barsPath(bars.slice(1), scale.baseline, 6)).toBe("M12 100V99h6V100");
  expect(gapsPath(bars, scale.baseline, 6, 20)).toBe("");
});

test("neighbouring unknown months share a label", () => {
  expect(gapCentres(place([null, 5, null, null]).bars)).toEqual([5, 30]);
});

test("windows of twelve count back from the newest month", () => {
  const windows = windowsOfTwelve(Array.from({ length: 30 }, (_, index) => index));
  expect(windows.map((window) => [window[0], window.length])).toEqual([
    [18, 12],
    [6, 12],
    [0, 6],
  ]);
});

test("the greatest and the least are known months, the later one when equal", () => {
  const [, , later] = months([7, null, 7, 3]);
  expect(extreme(months([7, null, 7, 3]), 1)).toEqual(later);
  expect(extreme(months([7, null, 7, 3]), -1)?.label).toBe("3");
  expect(extreme(months([null]), 1)).toBeUndefined();
});

test("the year before keeps the month", () => {
  expect(yearBefore(period("2020-01"))).toBe("2019-01");
});
