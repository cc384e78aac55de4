import { describe, expect, test } from "vitest";
import {
  changeSentences,
  consumptionNote,
  installedSentence,
  readingNotes,
} from "../../../components/domain/metering-words.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import type { DecimalText } from "../../../lib/kernel/decimal.ts";
import { period } from "../../../lib/kernel/period.ts";
import type { InstalledMeter, ReadingRow } from "../../../lib/metering/model.ts";

const row: ReadingRow = {
  period: period("2020-03"),
  serialNumber: "A",
  quality: "actual",
  readOn: day("2020-03-28"),
  registerKwh: "190" as DecimalText,
  consumptionKwh: "90" as DecimalText,
  since: period("2020-02"),
  unmeasured: null,
};
const fresh: InstalledMeter = { serialNumber: "B", installedOn: day("2020-02-21"), removedOn: null };
const old: InstalledMeter = {
  serialNumber: "A",
  installedOn: day("2015-01-01"),
  removedOn: day("2020-02-20"),
};

describe("what is said beside a consumption", () => {
  test.each<[given: Partial<ReadingRow>, billingMonths: number, note: string | null]>([
    [{}, 1, null],
    [{ since: period("2020-01") }, 1, "desde enero de 2020"],
    [{ since: period("2020-01") }, 2, null],
    [{ since: null, consumptionKwh: null, unmeasured: "firstReading" }, 1, "primera lectura de este medidor"],
    [{ since: null, consumptionKwh: null, unmeasured: "registerFell" }, 1, "marca menos que antes"],
    [{ since: null, consumptionKwh: null, unmeasured: "notRead" }, 1, null],
  ])("%o, billed every %d → %s", (given, billingMonths, note) => {
    expect(consumptionNote({ ...row, ...given }, billingMonths)).toBe(note);
  });

  test("a note is explained where it stands, and nothing else is", () => {
    expect(readingNotes([row])).toHaveLength(1);
    const fell: ReadingRow = { ...row, unmeasured: "registerFell" };
    expect(readingNotes([row, fell]).join()).toContain("dio la vuelta");
  });
});

describe("what is said of the meters", () => {
  test("a change names both meters and both days", () => {
    const [sentence, ...others] = changeSentences([fresh, old]);
    expect(others).toEqual([]);
    expect(sentence).toContain("El 20 de febrero de 2020 se retiró el medidor N° A");
    expect(sentence).toContain("el 21 de febrero de 2020 se instaló el N° B");
  });

  test("one meter was never changed, and two at work at once are no change", () => {
    expect(changeSentences([fresh])).toEqual([]);
    expect(changeSentences([fresh, { ...old, removedOn: null }])).toEqual([]);
  });

  test("a supply without a meter today says so", () => {
    const usagePoint = { number: "1", address: "Camino 1", comuna: "Frutillar", region: "Los Lagos" };
    const history = { usagePoint, billingMonths: 1, meters: [old], rows: [] };
    expect(installedSentence({ ...history, installed: null })).toContain("ningún medidor instalado hoy");
    expect(installedSentence({ ...history, installed: fresh })).toBe(
      "Medidor N° B, instalado el 21 de febrero de 2020.",
    );
  });
});
