import { describe, expect, test } from "vitest";
import { issueEnvelope } from "@/lib/demonstration/dte/issue-dte.ts";
import { readDte } from "@/lib/jurisdiction/cl/dte-reader.ts";
import {
  aDte,
  changed,
  documentOf,
  documentsOf,
  fixture,
  FOLIOS,
  issued,
  NOTROS,
  REAL,
  refusalOf,
  STAMPED_AT,
} from "./documents.ts";

const note = fixture(REAL["accents, a timbre on many lines, a note"]);
const invoice = fixture(REAL["windows-1252, CRLF, no namespace"]);

describe("what a document says", () => {
  test("a real credit note", () => {
    expect(documentOf(note)).toMatchObject({
      tipo: 61,
      folio: 110616,
      issuerRut: "96670340-7",
      issuedOn: "2019-08-02",
      dueOn: "2019-09-01",
      periodFrom: null,
      receiverRut: "81675600-6",
      receiverName: "Comercializadora S.A",
      customerNumber: null,
      net: 48190822,
      exempt: 0,
      tax: 9156256,
      total: 57347078,
      payable: 57347078,
      lines: [{ name: "Comision Corner", exemption: null, amount: 48190822 }],
      linesAreGross: false,
      hasAdjustments: false,
      ted: { folio: "110616", amount: "57347078", caf: { firstFolio: "104464", keyId: "300" } },
      line: 2,
    });
  });

  test("a boleta of electricity", () => {
    expect(documentOf(issued(39, { previousBalance: -900 }))).toMatchObject({
      periodFrom: "2020-01-01",
      periodTo: "2020-01-31",
      receiverName: "Íñigo Peña & Hijas <S.A.>",
      customerNumber: "11261",
      net: 46_604,
      exempt: 441,
      tax: 8_855,
      total: 55_900,
      previousBalance: -900,
      payable: 55_000,
      ted: { caf: { keyId: "100" } },
    });
  });

  test.each(Object.entries(REAL))("%s: the ranges cut the elements out of the file", (_oddity, name) => {
    const file = fixture(name);
    const { start, end, ted } = documentOf(file);
    const cut = (from?: number, to?: number) => file.subarray(from, to).toString("latin1");
    expect(cut(start, end)).toMatch(/^<DTE [^]*<\/DTE>$/);
    expect(cut(ted?.start, ted?.end)).toMatch(/^<TED version="1.0">[^]*<\/TED>$/);
    expect(cut(end)).toMatch(/^\s*$/);
  });

  test("a number that stands for nobody is kept as it is", () => {
    const receiver = { ...aDte(39).receiver, rut: "66666666-6" };
    expect(documentOf(issued(39, { receiver })).receiverRut).toBe("66666666-6");
    expect(documentOf(changed(issued(39), /<RUTRecep>[^<]*/, "<RUTRecep>0-0"))).toMatchObject({
      receiverRut: "0-0",
    });
  });
});

describe("how a file is written", () => {
  const plain = documentOf(note);
  const asUtf8 = (file: Buffer, label: string) =>
    Buffer.from(file.toString("latin1").replace("ISO-8859-1", label), "utf8");

  test("UTF-8, declared or by default, with and without BOM: the same document, its ranges in bytes", () => {
    const bom = Buffer.from([0xef, 0xbb, 0xbf]);
    const declared = asUtf8(issued(39), "utf-8");
    const byDefault = changed(declared, ' encoding="utf-8"', "");
    for (const file of [declared, byDefault, Buffer.concat([bom, declared])]) {
      const { ted, ...document } = documentOf(file);
      expect(document).toMatchObject({ receiverName: "Íñigo Peña & Hijas <S.A.>", total: 55_900 });
      expect(file.subarray(ted?.start, ted?.end).toString("utf8")).toMatch(/^<TED[^]*Íñigo[^]*<\/TED>$/);
    }
  });

  test("single quotes around the encoding", () => {
    const quoted = changed(
      note,
      'version="1.0" encoding="ISO-8859-1"',
      "version='1.0' encoding='ISO-8859-1'",
    );
    expect(documentOf(quoted)).toEqual(plain);
  });

  test("a namespace, by default or with a prefix, makes no difference", () => {
    const xmlns = "http://www.sii.cl/SiiDte";
    expect(documentOf(changed(note, "<DTE ", `<DTE xmlns="${xmlns}" `))).toMatchObject({ folio: 110616 });
    const prefixed = changed(note, /(<\/?)(?=[A-Z])/g, "$1sii:");
    expect(documentOf(prefixed)).toMatchObject({ folio: 110616, total: 57347078 });
  });

  test("windows-1252 has letters where ISO-8859-1 has none, whichever of the two is declared", () => {
    for (const label of ["windows-1252", "ISO-8859-1"]) {
      const relabelled = Buffer.from(invoice.toString("latin1").replace("windows-1252", label), "latin1");
      const file = changed(relabelled, "FYNPAL SPA", "FYN\x92PAL \x80");
      expect(documentOf(file).receiverName).toBe("FYN’PAL €");
    }
  });

  test.each([
    ["Latin-1 under a UTF-8 label", changed(note, "ISO-8859-1", "UTF-8")],
    ["UTF-8 under a Latin-1 label", asUtf8(note, "ISO-8859-1")],
    ["a label that the SII does not know", changed(note, "ISO-8859-1", "EBCDIC-CP-ES")],
    ["UTF-16", Buffer.from(`\ufeff${note.toString("latin1")}`, "utf16le")],
  ])("%s is refused for its encoding", (_case, file) => {
    expect(refusalOf(file)).toBe("dte/encoding");
  });
});

describe("envelopes", () => {
  test("each document of an envelope stands or falls by itself", () => {
    const envelope = issueEnvelope([aDte(39), aDte(41, { folio: 78 })], NOTROS, FOLIOS, STAMPED_AT);
    const read = readDte(envelope);
    expect(read.ok && read.value.resolution).toEqual({ number: 0, date: "2020-01-02" });
    expect(documentsOf(envelope)).toMatchObject([{ tipo: 39 }, { tipo: 41, folio: 78 }]);
    expect(documentsOf(changed(envelope, "<Folio>77", "<Folio>77a"))).toMatchObject([
      "dte/invalid-value",
      { tipo: 41, folio: 78 },
    ]);
  });

  test("an invoice's envelope is read the same way", () => {
    const envelope = issueEnvelope([aDte(33), aDte(61)], NOTROS, FOLIOS, STAMPED_AT);
    expect(documentsOf(envelope)).toMatchObject([{ tipo: 33 }, { tipo: 61 }]);
  });
});

describe("what makes no document", () => {
  test.each([
    ["another root", "<html/>", "dte/not-a-dte"],
    ["an empty envelope", "<EnvioDTE><SetDTE/></EnvioDTE>", "dte/no-documents"],
    ["an empty document", "<DTE/>", "dte/missing-element"],
    ["a DTE that hides elsewhere", "<EnvioDTE><Otro><DTE/></Otro></EnvioDTE>", "dte/no-documents"],
    [
      "too many documents",
      `<EnvioDTE><SetDTE>${"<DTE/>".repeat(2001)}</SetDTE></EnvioDTE>`,
      "dte/too-many-documents",
    ],
  ])("%s", (_case, xml, code) => {
    expect(refusalOf(Buffer.from(xml))).toBe(code);
  });

  test.each([
    ["a guide of dispatch", "<TipoDTE>61", "<TipoDTE>52", "dte/unknown-type"],
    ["no folio", /<Folio>.*<\/Folio>/, "", "dte/missing-element"],
    ["folio zero", "<Folio>110616", "<Folio>0", "dte/invalid-value"],
    ["a day that does not exist", "<FchEmis>2019-08-02", "<FchEmis>2019-02-30", "dte/invalid-value"],
    ["a wrong check digit", "<RUTRecep>81675600-6", "<RUTRecep>81675600-5", "dte/invalid-value"],
    ["a decimal amount", "<MntTotal>57347078", "<MntTotal>57347078.00", "dte/invalid-value"],
    ["two totals", "<MntTotal>", "<MntTotal>1</MntTotal><MntTotal>", "dte/repeated-element"],
    ["two timbres", "<TED version", '<TED version="1.0"></TED><TED version', "dte/repeated-element"],
  ])("%s", (_case, from, to, code) => {
    expect(refusalOf(changed(note, from, to))).toBe(code);
  });

  test("a refusal tells the line, the element and what to do", () => {
    const read = readDte(changed(note, "<Folio>110616", "<Folio>0"));
    expect(read.ok && read.value.documents[0]).toEqual({
      ok: false,
      error: {
        code: "dte/invalid-value",
        line: 2,
        element: "Folio",
        value: "0",
        reason: "El valor de Folio no es válido.",
        remedy: "Pida otra vez el XML original al sistema que emite los documentos y no lo edite.",
      },
    });
  });
});
