import pg from "pg";
import { afterAll, beforeEach } from "vitest";
import { issueEnvelope } from "../../lib/demonstration/dte/issue-dte.ts";
import { crossCheckDtes } from "../../lib/loading/dte/checks.ts";
import { publishDtes } from "../../lib/loading/dte/publish.ts";
import { stageDtes } from "../../lib/loading/dte/staging.ts";
import { storeDtes } from "../../lib/loading/dte/storage.ts";
import { aDte, FOLIOS, NOTROS, STAMPED_AT } from "../unit/jurisdiction/dte/documents.ts";
import { freshDatabase } from "./database.ts";
import { filesOf, newStaging, storeInMemory } from "./staged.ts";

export interface StagedRow {
  path: string;
  line: number;
  tipo: number | null;
  folio: string | null;
  problem: { column: string; value: string; reason: string; remedy: string } | null;
}

export interface PublishedRow {
  tipo: number;
  folio: string;
  file_key: string;
  start_byte: number;
  end_byte: number;
  pdf_key: string | null;
}

/** Boletas in one envelope, one a folio. */
export const envelope = (folios: readonly number[]) =>
  issueEnvelope(
    folios.map((folio) => aDte(39, { folio })),
    NOTROS,
    FOLIOS,
    STAMPED_AT,
  );

/** The intake of tax documents into a database of the test file's own, empty before every test. Call it once, at the top. */
export async function aDteIntake() {
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

  /** Checks a package to the end, publishing nothing. */
  async function check(content: Record<string, Buffer>, company = NOTROS.rut) {
    const pack = filesOf(content);
    const staged = await stageDtes(client, pack, { companyIdentity: company });
    await crossCheckDtes(client);
    return { pack, ...staged };
  }
  async function load(content: Record<string, Buffer>, company = NOTROS.rut) {
    const { pack } = await check(content, company);
    await storeDtes(pack, client, files.store);
    return await publishDtes(client);
  }
  const staged = async () =>
    (await client.query<StagedRow>("SELECT * FROM staging.dte ORDER BY file_number, line")).rows;
  return {
    client,
    /** Of the test that runs. */
    files: () => files,
    check,
    load,
    staged,
    reasons: async () => (await staged()).map(({ problem }) => problem?.reason ?? null),
    published: async () =>
      (await client.query<PublishedRow>("SELECT * FROM dte ORDER BY issuer_rut, tipo, folio")).rows,
    bytesOf: (row: PublishedRow) =>
      files.store.readPart(row.file_key, { start: row.start_byte, end: row.end_byte }),
  };
}
