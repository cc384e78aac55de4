import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { checkAmounts } from "@/lib/jurisdiction/cl/dte-amounts.ts";
import { readDte } from "@/lib/jurisdiction/cl/dte-reader.ts";
import { verifyTimbre } from "@/lib/jurisdiction/cl/dte-timbre.ts";
import type { Dte } from "@/lib/jurisdiction/cl/dte.ts";
import { demonstrationCompany } from "@/lib/demonstration/companies.ts";
import { fixture } from "../jurisdiction/dte/documents.ts";
import { numberIn, packageOf, tables } from "./package-rows.ts";

const files = packageOf("cl").filter(({ path }) => path.endsWith(".xml"));
const contentOf = (path: string) =>
  Buffer.from(packageOf("cl").find((file) => file.path === path)?.content ?? "");

const documents = files.flatMap(({ path, content }) => {
  const read = readDte(Buffer.from(content));
  if (!read.ok) throw new Error(`${path}: ${read.error.reason}`);
  return read.value.documents.map((document): Dte => {
    if (!document.ok) throw new Error(`${path}: ${document.error.reason}`);
    return document.value;
  });
});
const bills = new Map(
  tables("cl")("boletas")
    .filter(({ folio }) => folio !== "")
    .map((bill) => [`${bill["tipo_dte"]} ${bill["folio"]}`, bill]),
);

describe("the tax documents of Los Notros", () => {
  test("are many, boletas and invoices", () => {
    expect(documents.length).toBeGreaterThan(1_500);
    expect(new Set(documents.map(({ tipo }) => tipo))).toEqual(new Set([33, 39]));
  });

  test("have timbres that verify and amounts that agree, and none is of trade", () => {
    for (const document of documents) {
      expect(verifyTimbre(document)).toBeNull();
      expect(checkAmounts(document)).toBeNull();
      expect(document.ted?.caf.keyId).toBe("100");
      expect(document.issuerRut).toBe(demonstrationCompany("cl").identityNumber);
    }
  });

  test("say each what its bill says, and no bill has two", () => {
    const holders = new Map(tables("cl")("titulares").map(({ documento, nombre }) => [documento, nombre]));
    for (const { tipo, folio, total, net, exempt, issuedOn, receiverRut, receiverName } of documents) {
      const bill = bills.get(`${tipo} ${folio}`);
      const amounts = ["total", "afecto", "exento"].map((column) => numberIn(bill, column));
      expect([total, net ?? 0, exempt ?? 0], `${tipo} ${folio}`).toEqual(amounts);
      expect(issuedOn).toBe(bill?.["emision"]);
      expect(receiverName).toBe(holders.get(receiverRut));
    }
    expect(new Set(documents.map(({ tipo, folio }) => `${tipo} ${folio}`)).size).toBe(documents.length);
  });

  test("are there for the eight months of supply 11261 that the manual has, January 2020 with 55.900", () => {
    const own = [...bills.values()].filter(({ suministro }) => suministro === "11261");
    expect(own).toHaveLength(8);
    for (const { folio, periodo } of own) {
      const document = documents.find(({ tipo, folio: number }) => tipo === 39 && number === Number(folio));
      expect(document, periodo).toBeDefined();
      if (periodo === "2020-01") expect(document?.total).toBe(55_900);
    }
  });

  test("come in envelopes and one by one, one of these with the company's own PDF", () => {
    const envelopes = files.filter(({ path }) => /^dte\/(boletas|facturas)-\d{4}-\d{2}\.xml$/.test(path));
    expect(envelopes.length).toBe(24);
    const printed = packageOf("cl").filter(({ path }) => /^dte\/.*\.pdf$/.test(path));
    expect(printed).toHaveLength(1);
    expect(contentOf((printed[0]?.path ?? "").replace(".pdf", ".xml")).length).toBeGreaterThan(1_000);
  });

  test.each([
    ["boletas", "EnvioBOLETA_v11.xsd"],
    ["facturas", "EnvioDTE_v10.xsd"],
  ])("are valid by the SII's schemas: %s", async (name, schema) => {
    const { errors } = await validateXML({
      xml: { fileName: "envelope.xml", contents: contentOf(`dte/${name}-2026-10.xml`) },
      schema: { fileName: schema, contents: fixture(`xsd/${schema}`) },
      preload: ["DTE_v10.xsd", "SiiTypes_v10.xsd", "xmldsignature_v10.xsd"].map((fileName) => ({
        fileName,
        contents: fixture(`xsd/${fileName}`),
      })),
      maxMemoryPages: 4096,
    });
    expect(errors.map(({ message }) => message).slice(0, 3)).toEqual([]);
  });
});
