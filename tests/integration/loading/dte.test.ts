import pg from "pg";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { issueEnvelope } from "../../../lib/demonstration/dte/issue-dte.ts";
import { billAgainstDte, crossCheckDtes, unattachedDtes } from "../../../lib/loading/dte-checks.ts";
import { publishDtes } from "../../../lib/loading/dte-publish.ts";
import { stageDtes } from "../../../lib/loading/dte-staging.ts";
import { readDteBytes, storeDtes } from "../../../lib/loading/dte-storage.ts";
import { freshDatabase } from "../../support/database.ts";
import { filesOf, newStaging, storeInMemory } from "../../support/staged.ts";
import { aDte, changed, fixture, FOLIOS, issued, NOTROS } from "../../unit/jurisdiction/dte/documents.ts";
import { REAL, STAMPED_AT } from "../../unit/jurisdiction/dte/documents.ts";

const { url } = await freshDatabase();
const client = new pg.Client({ connectionString: url });
await client.connect();
afterAll(() => client.end());

let files = storeInMemory();
beforeEach(async () => {
  files = storeInMemory();
  await client.query("TRUNCATE dte");
  await newStaging(client);
});

type Files = Record<string, Buffer>;
const PDF = Buffer.from("%PDF-1.7\nlo que imprime la empresa\n%%EOF\n");

/** Checks a package to the end, publishing nothing. */
async function check(content: Files, company = NOTROS.rut) {
  const pack = filesOf(content);
  const staged = await stageDtes(client, pack, { companyIdentity: company });
  await crossCheckDtes(client);
  return { pack, ...staged };
}

async function load(content: Files, company = NOTROS.rut) {
  const { pack } = await check(content, company);
  await storeDtes(pack, client, files.store);
  return await publishDtes(client);
}

interface Row {
  path: string;
  line: number;
  tipo: number | null;
  folio: string | null;
  problem: { column: string; value: string; reason: string; remedy: string } | null;
}
const staged = async () =>
  (await client.query<Row>("SELECT * FROM staging.dte ORDER BY file_number, line")).rows;
const reasons = async () => (await staged()).map(({ problem }) => problem?.reason ?? null);

interface Published {
  tipo: number;
  file_key: string;
  start_byte: number;
  end_byte: number;
  pdf_key: string | null;
  folio: string;
}
const published = async () =>
  (await client.query<Published>("SELECT * FROM dte ORDER BY issuer_rut, tipo, folio")).rows;
const bytesOf = (row: Published) =>
  readDteBytes(files.store, { fileKey: row.file_key, startByte: row.start_byte, endByte: row.end_byte });

const envelope = (folios: readonly number[]) =>
  issueEnvelope(
    folios.map((folio) => aDte(39, { folio })),
    NOTROS,
    FOLIOS,
    STAMPED_AT,
  );

describe("the real documents, each in a company with its issuer's RUT", () => {
  const cases = Object.values(REAL).map((name) => [name, name.split("--")[1] ?? ""] as const);

  test.each(cases)("%s loads, byte for byte, with no bill of its own", async (name, company) => {
    const file = fixture(name);
    expect(await load({ [`dte/${name}`]: file }, company)).toEqual({ inserted: 1, updated: 0, unchanged: 0 });
    const [row] = await published();
    expect(row).toMatchObject({ issuer_rut: company, certification: false, signature: "verified" });
    expect(row && (await bytesOf(row))).toEqual(file);
    expect(await unattachedDtes(client)).toBe(1);
  });

  test.each(cases)("%s is refused with the reason when it was tampered with", async (name, company) => {
    const file = fixture(name);
    const otherCaf = /<CAF [^]*<\/CAF>/.exec(issued(39).toString("latin1"))?.[0] ?? "";
    const key = /<M>[^<]*<\/M>/.exec(otherCaf)?.[0] ?? "";
    await check(
      {
        "dte/a-total.xml": changed(file, /<MntTotal>\d/, "<MntTotal>9"),
        "dte/b-timbre.xml": changed(file, /<MNT>\d/, "<MNT>9"),
        "dte/c-removed.xml": changed(file, /<TED [^]*<\/TED>/, ""),
        "dte/d-other-caf.xml": changed(file, /<CAF [^]*<\/CAF>/, otherCaf),
        "dte/e-other-key.xml": changed(file, /<M>[^<]*<\/M>/, key),
        "dte/f-right.xml": file,
      },
      company,
    );
    expect(await reasons()).toEqual([
      expect.stringMatching(/^El total del documento es .*, y neto, exento e IVA suman /),
      expect.stringMatching(/^La firma del timbre no corresponde a sus datos/),
      "El documento no trae timbre electrónico (TED).",
      `El CAF del timbre es del emisor ${NOTROS.rut} y el timbre es de ${company}.`,
      expect.stringMatching(/^La firma del timbre no corresponde a sus datos/),
      null,
    ]);
  });

  test.each(cases)("%s and its cleaned copy are one document with two contents", async (name, company) => {
    const copy = fixture(name.replace(".xml", "--cleaned.xml"));
    await check({ "dte/a.xml": fixture(name), "dte/b.xml": copy }, company);
    const twice = expect.stringMatching(/viene 2 veces en el paquete: la primera en dte\/a.xml/) as string;
    expect(await reasons()).toEqual([twice, twice]);
    await load({ "dte/a.xml": fixture(name) }, company);
    await check({ "dte/b.xml": copy }, company);
    expect(await reasons()).toEqual([
      expect.stringMatching(/ya está en el portal con otro contenido\.$/) as string,
    ]);
  });
});

describe("every document is a row", () => {
  test("those of an envelope one by one, and a file that cannot be read as one", async () => {
    const wrong = changed(envelope([4, 5]), "<MNT>55900</MNT>", "<MNT>55901</MNT>");
    const { read, ignored } = await check({
      "dte/a.xml": envelope([1, 2, 3]),
      "dte/b.xml": issued(33),
      "dte/c.xml": issued(33).subarray(0, 2000),
      "dte/d.xml": wrong,
      "dte/sub/e.XML": issued(61),
      "dte/leame.txt": Buffer.from("hola"),
      "boletas.csv": Buffer.from("nada"),
    });
    const rows = await staged();
    expect({ read, ignored, rows: rows.length }).toEqual({ read: 8, ignored: ["dte/leame.txt"], rows: 8 });
    expect(rows.filter(({ problem }) => problem).map(({ path, folio }) => [path, folio])).toEqual([
      ["dte/c.xml", null],
      ["dte/d.xml", "4"],
    ]);
  });

  test.each<[string, Buffer, RegExp]>([
    ["a DOCTYPE", changed(issued(39), "<DTE ", "<!DOCTYPE DTE>\n<DTE "), /DOCTYPE/],
    [
      "100,000 levels",
      Buffer.from(`<DTE>${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}</DTE>`),
      /anida más de 100/,
    ],
    ["an end cut off", issued(39).subarray(0, -40), /no es un XML bien formado/],
    ["17 MiB", Buffer.alloc(17 * 1024 * 1024, 0x20), /pasa de 16 MiB/],
    ["no bytes", Buffer.alloc(0), /no es un XML bien formado/],
    ["Latin-1 under a UTF-8 label", changed(issued(39), "ISO-8859-1", "UTF-8"), /codificación que declara/],
    [
      "another issuer",
      fixture("DTE--76354771-K--33--170.xml"),
      /^El emisor del documento es 76354771-K y la empresa es 69507000-4\.$/,
    ],
    ["another type", changed(issued(39), "<TipoDTE>39", "<TipoDTE>52"), /tipo 52/],
  ])("a file with %s is one rejected row with its reason", async (_case, file, reason) => {
    const { read } = await check({ "dte/a.xml": file, "dte/b.xml": issued(39) });
    expect(read).toBe(2);
    const [wrong, right] = await staged();
    expect(wrong?.problem).toMatchObject({ reason: expect.stringMatching(reason) as string });
    expect(wrong?.problem?.remedy).toMatch(/\.$/);
    expect(right?.problem).toBeNull();
  });

  test("paths and values with tabs, line ends and backslashes arrive as they are", async () => {
    const path = "dte/uno\\dos\ttres\n.xml";
    const file = changed(issued(39), "<TipoDTE>39", "<TipoDTE>\\N\t1");
    await check({ [path]: file });
    expect(await staged()).toMatchObject([{ path, problem: { column: "TipoDTE", value: "\\N\t1" } }]);
  });

  test("thousands of files are read in threads to the same effect", async () => {
    const pattern = issued(39, { folio: 1 });
    const content: Files = { "dte/x.xml": issued(39, { folio: 2 }) };
    for (let at = 0; at < 20_000; at++)
      content[`dte/${at}.xml`] = at % 2 ? pattern.subarray(0, 900) : pattern;
    const { read } = await check(content);
    const { rows } = await client.query(
      "SELECT (problem->>'reason') ~ 'viene 10000 veces' AS repeated, count(*)::integer FROM staging.dte GROUP BY 1 ORDER BY 1",
    );
    expect(read).toBe(20_001);
    expect(rows).toEqual([
      { repeated: false, count: 10_000 },
      { repeated: true, count: 10_000 },
      { repeated: null, count: 1 },
    ]);
  }, 60_000);
});

describe("the document and its bill say the same total", () => {
  const bill = (folio: number, total: number, problem: string | null = null) =>
    client.query(
      "INSERT INTO staging.boletas VALUES (2, '100', '2020-01', 'B' || $1::text, 39, $1::bigint, $2, $3)",
      [folio, total, problem],
    );
  const inPortal = (folio: number, total: number) =>
    client.query(
      `INSERT INTO bill (usage_point_number, period, document, tipo_dte, folio, issued_on, served_from, served_to,
         taxable_amount, exempt_amount, tax_amount, total_amount, line_items)
       VALUES ('100', '2020-01', 'B' || $1::text, 39, $1::bigint, '2020-02-28', '2020-01-01', '2020-01-31', $2, 0, 0, $2, '[]')`,
      [folio, total],
    );
  beforeEach(async () => {
    await client.query("DELETE FROM bill; DELETE FROM usage_point");
    await client.query(
      "INSERT INTO usage_point (number, address, comuna, region, billing_months) VALUES ('100', 'Uno 1', 'Frutillar', 'Los Lagos', 1)",
    );
  });
  const documents = (...folios: number[]) =>
    Object.fromEntries(folios.map((folio) => [`dte/${folio}.xml`, issued(39, { folio })]));

  test("a document with another total than its bill's, of the package or of the portal, is refused", async () => {
    await inPortal(1, 55_900);
    await inPortal(2, 55_901);
    await bill(3, 55_900);
    await bill(4, 55_899);
    await check(documents(1, 2, 3, 4, 5));
    expect(await reasons()).toEqual([
      null,
      "El total del documento es 55900 y el de su boleta (100, 2020-01, B2) es 55901.",
      null,
      "El total del documento es 55900 y el de su boleta (100, 2020-01, B4) es 55899.",
      null,
    ]);
    expect(await unattachedDtes(client)).toBe(1);
  });

  test("the package's version of a bill counts, not the portal's, unless it was rejected", async () => {
    await inPortal(1, 1);
    await bill(1, 55_900);
    await inPortal(2, 55_900);
    await bill(2, 1, "{}");
    await check(documents(1, 2));
    expect(await reasons()).toEqual([null, null]);
  });

  test("a bill with another total than its document's in the portal is told apart", async () => {
    await load(documents(1, 2));
    await bill(1, 55_900);
    await bill(2, 55_901);
    await bill(3, 1);
    const { from, when, reason } = billAgainstDte(NOTROS.rut);
    const { rows } = await client.query<{ reason: string }>(
      `SELECT ${reason} AS reason FROM staging.boletas s, ${from} WHERE ${when}`,
    );
    expect(rows.map((row) => row.reason)).toEqual([
      expect.stringMatching(
        /El total de la boleta es 55901 y el de su documento tributario .*folio 2.* es 55900/,
      ),
    ]);
  });
});

describe("publishing", () => {
  test("keeps every document byte for byte, many in a file of the store", async () => {
    const bare = issued(33, { folio: 9 });
    const sent = envelope([1, 2, 3]);
    await load({ "dte/a.xml": sent, "dte/b.xml": bare });
    expect([...files.kept.values()]).toEqual([Buffer.concat([sent, bare])]);
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
    const writes = files.writes.length;
    expect(await load(content)).toEqual({ inserted: 0, updated: 0, unchanged: 3 });
    expect((await client.query("SELECT xmin, * FROM dte ORDER BY tipo, folio")).rows).toEqual(before.rows);
    expect(files.writes.length).toBe(writes);
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
    expect([...files.kept.values()].at(-1)).toEqual(second);
  });

  test("files of the store are filled up to 16 MiB and then another is begun", async () => {
    const padded = (folio: number) =>
      Buffer.concat([issued(39, { folio }), Buffer.alloc(7 * 1024 * 1024, 0x20)]);
    const content = { "dte/1.xml": padded(1), "dte/2.xml": padded(2), "dte/3.xml": padded(3) };
    await load(content);
    expect([...files.kept.values()].map(({ length }) => Math.round(length / 1024 ** 2))).toEqual([14, 7]);
    const bytes = await Promise.all((await published()).map(bytesOf));
    expect(bytes.map((file, at) => file?.equals(padded(at + 1)))).toEqual([true, true, true]);
  });

  test("a dry run writes nothing", async () => {
    await check({ "dte/a.xml": issued(39), "dte/a.pdf": PDF });
    expect(files.writes).toEqual([]);
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
    const content: Files = { "dte/a.xml": issued(39) };
    const { pack } = await check(content);
    content["dte/a.xml"] = issued(39, { folio: 78 });
    await expect(storeDtes(pack, client, files.store)).rejects.toThrow(
      /dte\/a\.xml cambió mientras se cargaba/,
    );
  });

  test("the files of a zip, which come in parts, give the same", async () => {
    const content = { "dte/a.xml": envelope([1, 2]), "dte/b.xml": issued(33), "dte/b.pdf": PDF };
    const pack = filesOf(content, "inParts");
    const { read } = await stageDtes(client, pack, { companyIdentity: NOTROS.rut });
    await storeDtes(pack, client, files.store);
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
    expect(await files.store.read(row?.pdf_key ?? "")).toEqual(PDF);
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
    expect(await files.store.read((await published())[0]?.pdf_key ?? "")).toEqual(other);
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
