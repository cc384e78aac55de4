import type pg from "pg";
import type { PackageFile } from "../package/descriptor.ts";
import { PackageRefusal, type ResourceName } from "../model.ts";
import { resourceNamed, resources, type Resource } from "../format/resources.ts";
import { ACCEPTED, staged } from "../staging/staging.ts";

/** The rows of the portal that a complete resource no longer has, as they stand in its table. */
export const gone = (name: ResourceName) => `staging.gone_${name}`;

const columnNamed = ({ columns }: Resource, name: string) => columns.find((column) => column.name === name);
const storedName = (resource: Resource, name: string) => columnNamed(resource, name)?.stored ?? name;

/** The key's columns in the resource's table. */
export const storedKey = (resource: Resource) => resource.key.map((name) => storedName(resource, name));

/** `t` and `s` have the same key. A holder is staged by its document and referred to by its id: never part of a key. */
const sameKey = (resource: Resource, t: string) =>
  resource.key
    .map(
      (name) =>
        `${columnNamed(resource, name)?.storedAs ?? `s.${name}`} = ${t}.${storedName(resource, name)}`,
    )
    .join(" AND ");

/** The resource's table without the rows that this load takes away. */
export function remaining(resource: Resource): string {
  const same = storedKey(resource).map((column) => `g.${column} = r.${column}`);
  return `(SELECT r.* FROM ${resource.table} r WHERE NOT EXISTS (SELECT FROM ${gone(resource.name)} g WHERE ${same.join(" AND ")}))`;
}

/** Finds what the complete resources of the package take away; for the others, nothing. */
export async function findGone(client: pg.ClientBase, files: readonly PackageFile[]): Promise<void> {
  for (const resource of resources) {
    if (resource.table === null) continue;
    const isComplete = files.some(({ name, complete }) => complete && name === resource.name);
    const kept = isComplete
      ? `NOT EXISTS (SELECT FROM ${staged(resource.name)} s WHERE ${sameKey(resource, "t")})`
      : "false";
    await client.query(
      `CREATE UNLOGGED TABLE ${gone(resource.name)} AS SELECT t.* FROM ${resource.table} t WHERE ${kept}`,
    );
    await client.query(`ANALYZE ${gone(resource.name)}`);
  }
}

/** @throws PackageRefusal when a complete resource would take away by mistake, or what others depend on */
export async function refuseHarm(client: pg.ClientBase, files: readonly PackageFile[]): Promise<void> {
  for (const { name, path } of files.filter(({ complete }) => complete)) {
    const { rows } = await client.query<{ read: number; rejected: number }>(
      `SELECT count(*)::integer AS read, count(*) FILTER (WHERE NOT (${ACCEPTED}))::integer AS rejected FROM ${staged(name)} s`,
    );
    const [{ read, rejected } = { read: 0, rejected: 0 }] = rows;
    if (read === 0)
      throw new PackageRefusal(
        `${path} está marcado como completo y no trae ninguna fila: quitaría todo. Quite «completo» o revise el archivo.`,
      );
    if (rejected > 0)
      throw new PackageRefusal(
        `${path} está marcado como completo y trae filas rechazadas (${rejected}): quitaría datos por error. ${await firstRejection(client, name)} Corrija esas filas, o quite «completo».`,
      );
    await refuseOrphans(client, resourceNamed(name), path);
  }
}

async function firstRejection(client: pg.ClientBase, name: ResourceName): Promise<string> {
  const { rows } = await client.query<{ line: number; problem: { reason: string } }>(
    `SELECT line, problem FROM ${staged(name)} s WHERE NOT (${ACCEPTED}) ORDER BY line LIMIT 1`,
  );
  return rows[0] ? `La primera, en la línea ${rows[0].line}: ${rows[0].problem.reason}` : "";
}

/** Rows that stay may not refer to one that goes. */
async function refuseOrphans(client: pg.ClientBase, target: Resource, path: string): Promise<void> {
  for (const dependent of resources) {
    const reference = dependent.references.find(({ to }) => to === target.name);
    if (!reference || dependent.table === null) continue;
    const refers = reference.columns.map((name, at) => {
      const column = dependent.columns.find((found) => found.name === name);
      const key = storedName(target, target.key[at] ?? name);
      // Only a contract refers to something, its holder, by another value than the one it was loaded with.
      return column?.storedAs ? `t.${column.stored} = g.id` : `t.${column?.stored} = g.${key}`;
    });
    const { rows } = await client.query<{ key: string; count: number }>(
      `SELECT concat_ws(', ', ${storedKey(target)
        .map((column) => `g.${column}`)
        .join(", ")}) AS key, count(*)::integer AS count
       FROM ${gone(target.name)} g JOIN ${remaining(dependent)} t ON ${refers.join(" AND ")}
       WHERE NOT EXISTS (SELECT FROM ${staged(dependent.name)} s WHERE ${ACCEPTED} AND ${sameKey(dependent, "t")})
       GROUP BY 1 ORDER BY 1 LIMIT 1`,
    );
    if (rows[0])
      throw new PackageRefusal(
        `${path} está marcado como completo y no trae ${rows[0].key}, que tiene ${rows[0].count === 1 ? "1 fila" : `${rows[0].count} filas`} de ${dependent.name} en el portal. Agréguelo, o quite también esas filas con un archivo completo de ${dependent.name}.`,
      );
  }
}
