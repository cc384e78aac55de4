import { describe, expect, test } from "vitest";
import { publishDtes } from "../../../lib/loading/dte/publish.ts";
import { stageDtes } from "../../../lib/loading/dte/staging.ts";
import { storeDtes } from "../../../lib/loading/dte/storage.ts";
import { aDteIntake, envelope } from "../../support/dte-intake.ts";
import { filesOf } from "../../support/staged.ts";
import { changed, issued, NOTROS } from "../../unit/jurisdiction/dte/documents.ts";

const { client, files, check, load, staged, reasons, published, bytesOf } = await aDteIntake();
const PDF = Buffer.from("%PDF-1.7\nlo que imprime la empresa\n%%EOF\n");

describe("publishing", () => {
  test("keeps every document byte for byte, many in a file of the store", async () => {
    const bare = issued(33, { folio: 9 });
    const sent = envelope([1, 2, 3]);
    await load({ "dte/a.xml": sent, "dte/b.xml": bare });
    expect([...files().kept.values()]).toEqual([Buffer.concat([sent, bare])]);
    const rows = await published();
    const bytes = await Promise.all(rows.map(bytesOf));
    expect(rows.map(({ tipo, folio }) => [tipo, folio])).toEqual([
      [33, "9"],
      [39, "1"],
      [39, "2"],
      [39, "3"],
    ]);
    expect(bytes[0]).toEqual(bare);
    for (const [at, element] of bytes.slice(1).entries()) {
      expect(element?.toString("latin1")).toMatch(/^<DTE [^]*<\/DTE>$/);
      expect(element?.includes(`<Folio>${at + 1}</Folio>`)).toBe(true);
      expect(sent.includes(element ?? "")).toBe(true);
    }
  });

  test("tells the envelope's resolution, its encoding and that it is of the certification environment", async () => {
    await load({ "dte/a.xml": envelope([1]) });
    expect(await published()).toMatchObject([
      { resolution_number: 0, encoding: "ISO-8859-1", certification: true, signature: "verified" },
    ]);
  });

  test("the same package again writes nothing, neither rows nor files", async () => {
    const content = { "dte/a.xml": envelope([1, 2]), "dte/b.xml": issued(33), "dte/b.pdf": PDF };
    expect(await load(content)).toEqual({ inserted: 3, updated: 0, unchanged: 0 });
    const before = await client.query("SELECT xmin, * FROM dte ORDER BY tipo, folio");
    const writes = files().writes.length;
    expect(await load(content)).toEqual({ inserted: 0, updated: 0, unchanged: 3 });
    expect((await client.query("SELECT xmin, * FROM dte ORDER BY tipo, folio")).rows).toEqual(before.rows);
    expect(files().writes.length).toBe(writes);
  });

  test("only what is new in a package is kept; what was there stays where it is", async () => {
    await load({ "dte/a.xml": issued(39, { folio: 1 }) });
    const [first] = await published();
    const second = issued(39, { folio: 2 });
    expect(await load({ "dte/a.xml": issued(39, { folio: 1 }), "dte/b.xml": second })).toEqual({
      inserted: 1,
      updated: 0,
      unchanged: 1,
    });
    expect((await published())[0]).toEqual(first);
    expect([...files().kept.values()].at(-1)).toEqual(second);
  });

  test("files of the store are filled up to 16 MiB and then another is begun", async () => {
    const padded = (folio: number) =>
      Buffer.concat([issued(39, { folio }), Buffer.alloc(7 * 1024 * 1024, 0x20)]);
    const content = { "dte/1.xml": padded(1), "dte/2.xml": padded(2), "dte/3.xml": padded(3) };
    await load(content);
    expect([...files().kept.values()].map(({ length }) => Math.round(length / 1024 ** 2))).toEqual([14, 7]);
    const bytes = await Promise.all((await published()).map(bytesOf));
    expect(bytes.map((file, at) => file?.equals(padded(at + 1)))).toEqual([true, true, true]);
  });

  test("a dry run writes nothing", async () => {
    await check({ "dte/a.xml": issued(39), "dte/a.pdf": PDF });
    expect(files().writes).toEqual([]);
    expect(await published()).toEqual([]);
  });

  test("a document with other content for a folio of the portal is refused, and the portal's stays", async () => {
    const original = issued(39);
    await load({ "dte/a.xml": original });
    const other = changed(original, "Calle Uno 1", "Calle Dos 2");
    expect(await load({ "dte/a.xml": other })).toEqual({ inserted: 0, updated: 0, unchanged: 0 });
    expect(await staged()).toMatchObject([
      {
        problem: {
          column: "Folio",
          value: "77",
          reason: "El documento de tipo 39 y folio 77 ya está en el portal con otro contenido.",
        },
      },
    ]);
    const [row] = await published();
    expect(row && (await bytesOf(row))).toEqual(original);
  });

  test("a file that changed after it was checked stops the publication", async () => {
    const content: Record<string, Buffer> = { "dte/a.xml": issued(39) };
    const { pack } = await check(content);
    content["dte/a.xml"] = issued(39, { folio: 78 });
    await expect(storeDtes(pack, client, files().store)).rejects.toThrow(
      /dte\/a\.xml cambió mientras se cargaba/,
    );
  });

  test("the files of a zip, which come in parts, give the same", async () => {
    const content = { "dte/a.xml": envelope([1, 2]), "dte/b.xml": issued(33), "dte/b.pdf": PDF };
    const pack = filesOf(content, "inParts");
    const { read } = await stageDtes(client, pack, { companyIdentity: NOTROS.rut });
    await storeDtes(pack, client, files().store);
    expect(read).toBe(3);
    expect(await publishDtes(client)).toEqual({ inserted: 3, updated: 0, unchanged: 0 });
  });
});

describe("the company's own PDF", () => {
  const xml = issued(39);

  test("is kept with the document beside it", async () => {
    const { ignored } = await check({ "dte/a.xml": xml, "dte/a.pdf": PDF, "dte/b.pdf": PDF });
    expect(ignored).toEqual(["dte/b.pdf"]);
    await load({ "dte/a.xml": xml, "dte/a.pdf": PDF });
    const [row] = await published();
    expect(await files().store.read(row?.pdf_key ?? "")).toEqual(PDF);
  });

  test("may come later, be replaced, and stays when a later package does not bring it", async () => {
    await load({ "dte/a.xml": xml });
    expect(await load({ "dte/a.xml": xml, "dte/a.pdf": PDF })).toEqual({
      inserted: 0,
      updated: 1,
      unchanged: 0,
    });
    expect(await load({ "dte/a.xml": xml })).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
    expect((await published())[0]?.pdf_key).toMatch(/^dtepdf\//);
    const other = Buffer.from("%PDF-1.4\notro\n%%EOF");
    expect(await load({ "dte/a.xml": xml, "dte/a.pdf": other })).toMatchObject({ updated: 1 });
    expect(await files().store.read((await published())[0]?.pdf_key ?? "")).toEqual(other);
  });

  test("of an envelope with several documents is nobody's", async () => {
    const { ignored } = await check({ "dte/a.xml": envelope([1, 2]), "dte/a.pdf": PDF });
    expect(ignored).toEqual(["dte/a.pdf"]);
    expect(await reasons()).toEqual([null, null]);
  });

  test.each([
    ["no PDF", Buffer.from("<html></html>"), "El archivo no es PDF, PNG ni JPEG."],
    [
      "a picture",
      Buffer.from("ffd8ffe000104a46", "hex"),
      "El archivo que acompaña al documento no es un PDF.",
    ],
    ["a PDF that was cut", PDF.subarray(0, 20), "El PDF está cortado: le falta su final."],
    ["a PDF of 21 MiB", Buffer.concat([PDF, Buffer.alloc(21 * 1024 * 1024)]), "El archivo pasa de 20 MiB."],
  ])("that is %s keeps its document out", async (_case, pdf, reason) => {
    await check({ "dte/a.xml": xml, "dte/a.pdf": pdf });
    expect(await staged()).toMatchObject([{ problem: { column: "PDF", value: "dte/a.pdf", reason } }]);
  });
});
