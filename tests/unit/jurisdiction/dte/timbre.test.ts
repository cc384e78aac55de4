import { describe, expect, test } from "vitest";
import { readDte } from "@/lib/jurisdiction/cl/dte-reader.ts";
import { verifyTimbre } from "@/lib/jurisdiction/cl/dte-timbre.ts";
import { changed, documentOf, fixture, issued, REAL, TIPOS } from "./documents.ts";

const verdictOf = (file: Buffer) => verifyTimbre(documentOf(file));
const note = fixture(REAL["accents, a timbre on many lines, a note"]);
const invoice = fixture(REAL["windows-1252, CRLF, no namespace"]);
const caf = (file: Buffer) => /<CAF [^]*<\/CAF>/.exec(file.toString("latin1"))?.[0] ?? "";

describe("a timbre that was not touched verifies", () => {
  const copies = Object.values(REAL).map((name) => name.replace(".xml", "--cleaned.xml"));
  test.each([...Object.values(REAL), ...copies])("%s", (name) => {
    expect(verdictOf(fixture(name))).toBeNull();
  });

  test.each(TIPOS)("an issued document of type %i, with accents and entities", (tipo) => {
    const file = issued(tipo);
    expect(file.includes(Buffer.from("Íñigo Peña &amp; Hijas &lt;S.A.&gt;", "latin1"))).toBe(true);
    expect(verdictOf(file)).toBeNull();
  });

  test("it is what ISO-8859-1 makes of it that was signed, in whatever the file is written", () => {
    const utf8 = Buffer.from(issued(39).toString("latin1").replace("ISO-8859-1", "UTF-8"), "utf8");
    expect(verdictOf(utf8)).toBeNull();
  });

  test("white space between its tags does not count", () => {
    expect(verdictOf(changed(note, />\n</g, ">\r\n\t<"))).toBeNull();
  });
});

describe("each fault has its own reason", () => {
  test.each([
    ["no timbre", note, /<TED[^]*<\/TED>/, "", "timbre/missing"],
    ["no signature", note, /<FRMT[^]*<\/FRMT>/, "", "timbre/incomplete"],
    ["another company's CAF", note, /<CAF [^]*<\/CAF>/, caf(invoice), "timbre/caf-issuer"],
    ["a CAF for other documents", note, /<TD>61<\/TD>\n<RNG>/, "<TD>33</TD>\n<RNG>", "timbre/caf-type"],
    ["a CAF for other folios", note, "<H>129299</H>", "<H>110615</H>", "timbre/caf-range"],
    [
      "another CAF for the same folios",
      note,
      /<M>.*<\/M>/,
      /<M>.*<\/M>/.exec(caf(issued(39)))?.[0] ?? "",
      "timbre/signature",
    ],
    ["a key of a megabyte", note, /<M>.*<\/M>/, `<M>${"A".repeat(1_000_000)}</M>`, "timbre/signature"],
    ["a key that is none", note, /<M>.*<\/M>/, "<M>AA==</M>", "timbre/signature"],
    ["another amount in the timbre", note, "<MNT>57347078", "<MNT>57347079", "timbre/signature"],
    [
      "a blank more in the timbre",
      note,
      "Comision Corner</IT1>",
      "Comision Corner </IT1>",
      "timbre/signature",
    ],
    ["another amount in the document", note, "<MntTotal>57347078", "<MntTotal>57347079", "timbre/amount"],
    ["another issuer", note, "<RUTEmisor>96670340-7", "<RUTEmisor>60910000-1", "timbre/issuer"],
    ["another type", note, "<TipoDTE>61", "<TipoDTE>56", "timbre/type"],
    ["another folio", note, "<Folio>110616", "<Folio>110617", "timbre/folio"],
    ["another date", note, "<FchEmis>2019-08-02", "<FchEmis>2019-08-03", "timbre/date"],
    ["another receiver", note, "<RUTRecep>81675600-6", "<RUTRecep>60910000-1", "timbre/receiver"],
    ["another name", note, "<RznSocRecep>Comer", "<RznSocRecep>Gomer", "timbre/receiver-name"],
    ["another first item", note, "<NmbItem>Comision", "<NmbItem>Omision", "timbre/first-item"],
  ])("%s", (_case, file, from, to, code) => {
    expect(verdictOf(changed(file, from, to))?.code).toBe(code);
  });

  test("a genuine DD in a comment does not vouch for another", () => {
    const genuine = /<DD>[^]*<\/DD>/.exec(note.toString("latin1"))?.[0] ?? "";
    const forged = genuine.replace("57347078", "10");
    const file = changed(note, genuine, `<!-- ${genuine} -->${forged}`);
    expect(verdictOf(changed(file, "<MntTotal>57347078", "<MntTotal>10"))?.code).toBe("timbre/signature");
  });

  test("the reason tells both amounts", () => {
    expect(verdictOf(changed(invoice, "<MntTotal>10642", "<MntTotal>10643"))).toEqual({
      code: "timbre/amount",
      line: 2,
      element: "MNT",
      value: "$\u00a010.642",
      reason:
        "El timbre no corresponde al documento: el timbre dice $\u00a010.642 y el documento $\u00a010.643.",
      remedy: "Pida otra vez el XML original al sistema que emite los documentos y no lo edite.",
    });
  });
});

test.each([`${"Ñandú ".repeat(8)}Ltda.`, `Ñandú   ${"y  Coipo ".repeat(8)}`])(
  "a name longer than the timbre's 40 characters is compared by what fits: %s",
  (name) => {
    const receiver = { rut: "11111111-1", name, address: "Uno 1", comuna: "Lago" };
    expect(verdictOf(issued(33, { receiver }))).toBeNull();
  },
);

test("verifying does not need the file: the document carries what was signed", () => {
  const read = readDte(note);
  const [document] = read.ok ? read.value.documents : [];
  const copy = structuredClone(document);
  expect(copy?.ok && verifyTimbre(copy.value)).toBeNull();
});
