import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { stageDocumentFiles, storeDocumentFiles } from "../../../lib/loading/checks/document-files.ts";
import { localFileStore } from "../../../lib/platform/file-store.ts";
import { freshDatabase } from "../../support/database.ts";
import { temporaryFolder } from "../../support/packages.ts";
import { filesOf, newStaging, storeInMemory } from "../../support/staged.ts";

const { url } = await freshDatabase();
const client = new pg.Client({ connectionString: url });
await client.connect();
afterAll(() => client.end());
beforeEach(async () => {
  await newStaging(client);
  await client.query("TRUNCATE usage_point_document; DELETE FROM usage_point");
});

const PDF = Buffer.from("%PDF-1.7\ncontrato\n%%EOF");
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const JPEG = Buffer.from("ffd8ffe000104a464946", "hex");
const keyOf = (bytes: Buffer) => `documents/${createHash("sha256").update(bytes).digest("hex")}`;

async function stage(files: Record<string, Buffer>, named = Object.keys(files)) {
  await client.query(
    "INSERT INTO staging.documentos SELECT at + 1, '100', 'D' || at, path, NULL FROM unnest($1::text[]) WITH ORDINALITY AS f(path, at)",
    [named],
  );
  const pack = filesOf(files, "inParts");
  await stageDocumentFiles(client, pack);
  return pack;
}
const taken = async () => (await client.query("SELECT * FROM staging.files ORDER BY path")).rows as unknown[];
const problems = async () =>
  (
    await client.query<{ archivo: string; problem: { reason: string } | null }>(
      "SELECT archivo, problem FROM staging.documentos ORDER BY line",
    )
  ).rows.map(({ archivo, problem }) => [archivo, problem?.reason ?? null]);

test("what a file is, its bytes decide and not its name", async () => {
  await stage({ "documentos/a.png": PDF, "documentos/b.pdf": PNG, "documentos/c": JPEG });
  expect(await taken()).toEqual([
    { path: "documentos/a.png", key: keyOf(PDF), media_type: "application/pdf" },
    { path: "documentos/b.pdf", key: keyOf(PNG), media_type: "image/png" },
    { path: "documentos/c", key: keyOf(JPEG), media_type: "image/jpeg" },
  ]);
  expect((await problems()).every(([, reason]) => reason === null)).toBe(true);
});

test("a row is rejected with the reason when its file cannot be handed out; all rows that name it are", async () => {
  const files = {
    "documentos/pagina.pdf": Buffer.from("<!DOCTYPE html>"),
    "documentos/programa.png": Buffer.from("MZ"),
    "documentos/vacio.pdf": Buffer.alloc(0),
    "documentos/cortado.pdf": PDF.subarray(0, -5),
    "documentos/grande.pdf": Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]),
    "documentos/bueno.pdf": PDF,
  };
  await stage(files, [...Object.keys(files), "documentos/falta.pdf", "documentos/falta.pdf"]);
  const notAKind = "El archivo no es PDF, PNG ni JPEG.";
  const missing = "El archivo no viene en el paquete.";
  expect(await problems()).toEqual([
    ["documentos/pagina.pdf", notAKind],
    ["documentos/programa.png", notAKind],
    ["documentos/vacio.pdf", "El archivo está vacío."],
    ["documentos/cortado.pdf", "El PDF está cortado: le falta su final."],
    ["documentos/grande.pdf", "El archivo pasa de 20 MiB."],
    ["documentos/bueno.pdf", null],
    ["documentos/falta.pdf", missing],
    ["documentos/falta.pdf", missing],
  ]);
  expect(await taken()).toHaveLength(1);
});

test("rows that were rejected already need no file", async () => {
  await client.query("INSERT INTO staging.documentos VALUES (2, '100', 'D1', 'documentos/falta.pdf', '{}')");
  await stage({});
  expect(await taken()).toEqual([]);
});

test("a file is kept once, whatever names it has, and not again while the portal has it", async () => {
  const files = storeInMemory();
  const pack = await stage({ "documentos/a.pdf": PDF, "documentos/b.png": PNG, "documentos/c.pdf": PDF });
  await storeDocumentFiles(pack, client, files.store);
  expect(files.writes.sort()).toEqual([keyOf(PDF), keyOf(PNG)].sort());
  expect(files.kept.get(keyOf(PDF))).toEqual(PDF);
  await client.query(`
    INSERT INTO usage_point (number, address, comuna, region, billing_months) VALUES ('100', 'Uno 1', 'Frutillar', 'Los Lagos', 1);
    INSERT INTO usage_point_document (usage_point_number, number, kind, title, file_key, file_name, media_type)
    SELECT '100', path, 'contrato', 'Contrato', key, path, media_type FROM staging.files`);
  await storeDocumentFiles(pack, client, files.store);
  expect(files.writes).toHaveLength(2);
});

test("the keys are those of the portal's file store", async () => {
  const pack = await stage({ "documentos/a.pdf": PDF });
  const store = localFileStore(temporaryFolder());
  await storeDocumentFiles(pack, client, store);
  expect(await store.read(keyOf(PDF))).toEqual(PDF);
});

test("more documents than a page of the table are all looked at", async () => {
  const names = Array.from({ length: 2500 }, (_, at) => `documentos/${at}.pdf`);
  await stage(Object.fromEntries(names.map((name, at) => [name, at % 2 ? PDF : PNG])));
  expect(await taken()).toHaveLength(2500);
});
