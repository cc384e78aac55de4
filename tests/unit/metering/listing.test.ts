import { expect, test } from "vitest";
import { day } from "../../../lib/kernel/civil-date.ts";
import type { DecimalText } from "../../../lib/kernel/decimal.ts";
import { addMonths, period } from "../../../lib/kernel/period.ts";
import { withConsumption } from "../../../lib/metering/consumption.ts";
import { arrangedReadings, readingListing } from "../../../lib/metering/listing.ts";
import type { TakenReading } from "../../../lib/metering/model.ts";

const WORDS = { actual: "leída en terreno", estimated: "estimada", missing: "sin lectura" };

const registers = ["100", "400", null, "450"];
const rows = withConsumption(
  registers
    .map((register, at): TakenReading => {
      const month = addMonths(period("2020-01"), at);
      const quality = register === null ? "missing" : at === 1 ? "estimated" : "actual";
      const readOn = register === null ? null : day(`${month}-10`);
      return {
        period: month,
        serialNumber: "5107733",
        quality,
        readOn,
        registerKwh: register as DecimalText | null,
      };
    })
    .reverse(),
);

test.each<[asked: object, periods: string[], why: string]>([
  [{}, ["2020-04", "2020-03", "2020-02", "2020-01"], "newest first"],
  [{ dir: "asc" }, ["2020-01", "2020-02", "2020-03", "2020-04"], "oldest first"],
  [{ orden: "lectura" }, ["2020-04", "2020-02", "2020-01", "2020-03"], "unknown last"],
  [{ orden: "lectura", dir: "asc" }, ["2020-01", "2020-02", "2020-04", "2020-03"], "unknown last again"],
  [{ orden: "consumo" }, ["2020-02", "2020-04", "2020-03", "2020-01"], "300, 50, unknown"],
  [{ orden: "fecha", dir: "asc" }, ["2020-01", "2020-02", "2020-04", "2020-03"], "by day"],
  [{ buscar: "ESTIMADA" }, ["2020-02"], "a kind"],
  [{ buscar: "leida" }, ["2020-04", "2020-01"], "without accents"],
  [{ buscar: "abril 2020" }, ["2020-04"], "a month"],
  [{ buscar: "5107733" }, ["2020-04", "2020-03", "2020-02", "2020-01"], "a meter"],
  [{ buscar: "nunca" }, [], "nothing"],
  [
    { orden: "x", dir: "arriba", pagina: "-1", filas: "1e9" },
    ["2020-04", "2020-03", "2020-02", "2020-01"],
    "nonsense",
  ],
])("%o → %j (%s)", (asked, periods) => {
  expect(arrangedReadings(rows, readingListing.parse(asked), WORDS).map((row) => row.period)).toEqual(
    periods,
  );
});
