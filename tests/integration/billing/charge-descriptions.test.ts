import { expect, test } from "vitest";
import { chargeDescriptions, chargeExplanations } from "../../../lib/billing/queries.ts";
import { anyone, contextOf } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";

const { db } = await freshDatabase();

test("anyone may read what the company says of its charges, by name", async () => {
  const ctx = contextOf(db, anyone);
  expect(await chargeDescriptions(ctx)).toEqual([]);
  await db.chargeDescription.createMany({
    data: [
      { description: "Interés por mora", explanation: "Por los días de atraso." },
      { description: "(R.M.E.)", explanation: "Por cada kWh." },
      { description: "Ñandú", explanation: "Después de la n." },
      { description: "Neto", explanation: "Antes de la ñ." },
    ],
  });
  expect((await chargeDescriptions(ctx)).map(({ description }) => description)).toEqual([
    "(R.M.E.)",
    "Interés por mora",
    "Neto",
    "Ñandú",
  ]);
});

test("a line of a bill is explained by the glosa that is written the same, and by no other", async () => {
  const ctx = contextOf(db, anyone);
  const found = await chargeExplanations(ctx, ["(R.M.E.)", "(R.M.E.)", "Interes por mora", "Neto 286"]);
  expect(Object.fromEntries(found)).toEqual({ "(R.M.E.)": "Por cada kWh." });
});
