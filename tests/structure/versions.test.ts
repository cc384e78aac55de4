import { expect, test } from "vitest";
import { ALWAYS_THERE, installedPackages, outdated } from "./versions.ts";

const installed = installedPackages();

test("no installed package is older than the oldest safe version", () => {
  const names = installed.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(ALWAYS_THERE));
  expect(outdated(installed)).toEqual([]);
});

test.each([
  ["next", "16.4.4"],
  ["next", "15.99.0"],
  ["nodemailer", "7.0.10"],
])("%s %s is turned away", (name, version) => {
  expect(outdated([...installed, { name, version }])).toHaveLength(1);
});
