import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { issueEnvelope } from "@/lib/demonstration/dte/issue-dte.ts";
import type { TipoDte } from "@/lib/jurisdiction/cl/dte.ts";
import { aDte, fixture, FOLIOS, issued, NOTROS, STAMPED_AT } from "./documents.ts";

const SCHEMAS = [
  "EnvioBOLETA_v11.xsd",
  "EnvioDTE_v10.xsd",
  "DTE_v10.xsd",
  "SiiTypes_v10.xsd",
  "xmldsignature_v10.xsd",
];
const schemaFile = (fileName: string) => ({ fileName, contents: fixture(`xsd/${fileName}`) });

async function errorsOf(xml: Buffer, schema: string) {
  const { errors } = await validateXML({
    xml: { fileName: "document.xml", contents: xml },
    schema: schemaFile(schema),
    preload: SCHEMAS.filter((name) => name !== schema).map(schemaFile),
    maxMemoryPages: 2048,
  });
  return errors.map(({ message }) => message);
}

describe("what the demonstration issues is valid by the SII's schemas", () => {
  const envelope = (tipos: readonly TipoDte[]) =>
    issueEnvelope(
      tipos.map((tipo) => aDte(tipo, { previousBalance: 1_200 })),
      NOTROS,
      FOLIOS,
      STAMPED_AT,
    );

  test("boletas 39 and 41", async () => {
    expect(await errorsOf(envelope([39, 41]), "EnvioBOLETA_v11.xsd")).toEqual([]);
  });
  test("invoices 33 and 34, notes 56 and 61", async () => {
    expect(await errorsOf(envelope([33, 34, 56, 61]), "EnvioDTE_v10.xsd")).toEqual([]);
  });
  test("an invoice by itself, and the schema does refuse", async () => {
    expect(await errorsOf(issued(33), "DTE_v10.xsd")).toEqual([]);
    const wrong = Buffer.from(issued(33).toString("latin1").replace("<Folio>", "<Folio>x"), "latin1");
    expect(await errorsOf(wrong, "DTE_v10.xsd")).not.toEqual([]);
  });
});

test("what ISO-8859-1 cannot write is not written", () => {
  const lines = [{ name: "Energía → red", amount: 10 }];
  expect(() => issued(39, { lines })).toThrow(RangeError);
});
