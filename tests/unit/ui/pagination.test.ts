import { expect, test } from "vitest";
import { pagesToShow } from "@/components/ui/pagination";

test.each([
  [1, 3, [1, 2, 3]],
  [4, 9, [1, 2, 3, 4, 5, "gap", 9]],
  [5, 9, [1, "gap", 4, 5, 6, "gap", 9]],
  [9, 9, [1, "gap", 8, 9]],
  [1, 1, [1]],
])("page %s of %s shows first, last and neighbours, and never hides a single page", (page, last, shown) => {
  expect(pagesToShow(page, last)).toEqual(shown);
});
