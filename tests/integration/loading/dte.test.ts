import { beforeEach, describe, expect, test } from "vitest";
import { billAgainstDte, unattachedDtes } from "../../../lib/loading/dte/checks.ts";
import { aDteIntake, envelope } from "../../support/dte-intake.ts";
import { changed, fixture, issued, NOTROS, REAL } from "../../unit/jurisdiction/dte/documents.ts";

const { client, check, load, staged, reasons, published, bytesOf } = await aDteIntake();

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
