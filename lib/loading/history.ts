import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { PackageFile } from "./descriptor.ts";
import { REJECTIONS_KEPT, type LoadReport, type Rejection } from "./model.ts";
import { ACCEPTED, staged } from "./staging.ts";

/** The rejected rows of a staged package in the order of its files, as many as are kept. */
export async function keptRejections(
  client: pg.ClientBase,
  files: readonly PackageFile[],
): Promise<Rejection[]> {
  const selects = files.map(
    ({ name }, at) =>
      `SELECT ${at} AS at, line, problem_column, problem_value, problem_reason, problem_remedy FROM ${staged(name)} s WHERE NOT ${ACCEPTED}`,
  );
  const { rows } = await client.query<Rejection>(
    `SELECT ($1::text[])[at + 1] AS file, line, problem_column AS column, problem_value AS value, problem_reason AS reason,
       problem_remedy AS remedy FROM (${selects.join(" UNION ALL ")}) r ORDER BY at, line LIMIT ${REJECTIONS_KEPT}`,
    [files.map(({ path }) => path)],
  );
  return rows;
}

/** Writes the load and its rejected rows into the history that staff see. */
export async function keepLoad(
  client: pg.ClientBase,
  report: LoadReport,
  fingerprint: string | null,
): Promise<void> {
  const id = randomUUID();
  const { source, status, startedAt, finishedAt, counts, refusal, rejections } = report;
  await client.query(
    `INSERT INTO load (id, source, status, fingerprint, started_at, finished_at, counts, refusal)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, source, status, fingerprint, startedAt, finishedAt, JSON.stringify(counts), refusal],
  );
  if (rejections.length === 0) return;
  await client.query(
    `INSERT INTO rejected_row (load_id, file, line, "column", value, reason, remedy)
     SELECT $1, r.* FROM jsonb_to_recordset($2)
       AS r (file text, line integer, "column" text, value text, reason text, remedy text)`,
    [id, JSON.stringify(rejections)],
  );
}
