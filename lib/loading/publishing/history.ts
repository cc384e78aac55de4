import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { PackageFile } from "../package/descriptor.ts";
import type { NetworkFile } from "../package/network-descriptor.ts";
import { REJECTIONS_REPORTED, type LoadReport, type Rejection } from "../model.ts";
import { ACCEPTED, staged } from "../staging/staging.ts";

const REJECTED = 'file, line, "column", value, reason, remedy';

/** First what is wrong by itself, in the order of the files; then what was only dragged along. */
const ORDER = "ORDER BY consequence, at, line";

const REMEDY = "Corrija la fila, o quite lo que nombra y la red no tiene.";

/** Gathers what was rejected as `staging.rejections`: a row for every row of a file. */
export async function gatherRejections(
  client: pg.ClientBase,
  files: readonly PackageFile[],
  network: readonly NetworkFile[] = [],
): Promise<void> {
  const fields = ["column", "value", "reason", "remedy"].map((name) => `s.problem->>'${name}'`);
  fields.push("coalesce((s.problem->>'consequence')::boolean, false)");
  const selects = files.map(({ name, path }, at) => {
    const lines = name === "cargos" ? "generate_series(s.line, s.line + s.rows - 1)" : "s.line";
    return `SELECT ${at} AS at, '${path}', ${lines}, ${fields.join(", ")} FROM ${staged(name)} s WHERE NOT (${ACCEPTED})`;
  });
  selects.push(
    `SELECT ${files.length} + s.file_number, s.path, s.line, ${fields.join(", ")} FROM staging.dte s WHERE NOT (${ACCEPTED})`,
  );
  for (const [at, { name, path }] of network.entries())
    selects.push(
      `SELECT ${2_000_000_000 + at}, '${path}', line, NULL, key, detail, '${REMEDY}', false FROM staging.net_rejected WHERE name = '${name}'`,
    );
  await client.query(
    `CREATE UNLOGGED TABLE staging.rejections (at, ${REJECTED}, consequence) AS ${selects.join(" UNION ALL ")}`,
  );
}

/** The first of the rejected rows, for the report. */
export async function firstRejections(client: pg.ClientBase): Promise<Rejection[]> {
  const { rows } = await client.query<Rejection>(
    `SELECT ${REJECTED} FROM staging.rejections ${ORDER} LIMIT ${REJECTIONS_REPORTED}`,
  );
  return rows;
}

/** How many rows of a mostly wrong package would enter by themselves once the others are right. */
export async function consequenceNotices(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ all: number; dragged: number }>(
    'SELECT count(*)::integer AS "all", count(*) FILTER (WHERE consequence)::integer AS dragged FROM staging.rejections',
  );
  const { all, dragged } = rows[0] ?? { all: 0, dragged: 0 };
  if (dragged === 0) return [];
  const those = dragged === 1 ? "1 lo fue" : `${dragged} lo fueron`;
  return [
    `De ${all} filas rechazadas, ${those} sólo porque depende${dragged === 1 ? "" : "n"} de otra rechazada: corrija las primeras y entran con ellas.`,
  ];
}

/** Writes every rejected row to a CSV file, as the portal's own: for a spreadsheet in Spanish; of this load, or of the one `of` that is the same. What a spreadsheet would run as a formula (OWASP ASVS 5.0, 1.2.10) is quoted. */
export async function writeRejections(client: pg.ClientBase, path: string, of?: string): Promise<void> {
  const value = String.raw`CASE WHEN value ~ '^[=+@|\t\r-]' THEN '''' || value ELSE value END`;
  const select = `SELECT file AS archivo, line AS "línea", "column" AS columna, ${value} AS valor, reason AS motivo, remedy AS "qué hacer"
    FROM ${of === undefined ? `staging.rejections ${ORDER}` : `rejected_row WHERE load_id = ${pg.escapeLiteral(of)} ORDER BY id`}`;
  const file = createWriteStream(path);
  file.write("\ufeff");
  await pipeline(
    client.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT csv, HEADER, DELIMITER ';')`)),
    file,
  );
}

/** What the history keeps beside the report. */
export interface Kept {
  /** The load's row, when it came through the web and has one. */
  id: string | null;
  status: "published" | "refused" | "checked";
  operator: string;
  fingerprint: string | null;
  /** States of that row from which this run may end it: what another run or an administrator made of it counts. */
  from?: readonly ("checking" | "publishing")[];
  /** The load whose rejected rows are this one's, too: it was of the same package. */
  sameAs?: string;
}

/** The load's row says that it is no longer this run's to end. */
class LoadOvertaken extends Error {
  constructor(id: string) {
    super(`load ${id} is not under way any more`);
    this.name = "LoadOvertaken";
  }
}

/** Writes the load into the history that staff see, with all its rejected rows; returns its id. @throws LoadOvertaken */
export async function keepLoad(client: pg.ClientBase, report: LoadReport, kept: Kept): Promise<string> {
  const id = kept.id ?? randomUUID();
  const { source, startedAt, finishedAt, counts, refusal, notices } = report;
  const published = kept.status === "published" ? "clock_timestamp()" : "NULL";
  const { rowCount } = await client.query(
    `INSERT INTO load (id, source, status, operator, fingerprint, started_at, finished_at, counts, refusal, notices, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ${published})
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, fingerprint = excluded.fingerprint, finished_at = excluded.finished_at,
       counts = excluded.counts, refusal = excluded.refusal, notices = excluded.notices, published_at = excluded.published_at, progress = NULL
     WHERE load.status = ANY ($11::load_status[])`,
    [
      id,
      source,
      kept.status,
      kept.operator,
      kept.fingerprint,
      startedAt,
      finishedAt,
      JSON.stringify(counts),
      refusal,
      JSON.stringify(notices),
      kept.from ?? [],
    ],
  );
  // Discarded, or done by another worker meanwhile: whatever this one found out counts no more, and it publishes nothing.
  if (rowCount === 0) throw new LoadOvertaken(id);
  await client.query("DELETE FROM rejected_row WHERE load_id = $1", [id]);
  await client.query("DELETE FROM load_change WHERE load_id = $1", [id]);
  const from = kept.sameAs
    ? "rejected_row WHERE load_id = $2 ORDER BY id"
    : `staging.rejections WHERE $2::uuid IS NULL ${ORDER}`;
  if (refusal === null)
    await client.query(
      `INSERT INTO rejected_row (load_id, ${REJECTED}) SELECT $1, ${REJECTED} FROM ${from}`,
      [id, kept.sameAs ?? null],
    );
  return id;
}
