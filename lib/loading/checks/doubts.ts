import pg from "pg";
import type { PackageFile } from "../package/descriptor.ts";
import { resourceNamed } from "../format/resources.ts";
import type { ResourceName } from "../model.ts";
import { ACCEPTED, staged } from "../staging/staging.ts";
import { remaining } from "./gone.ts";

/** Rows that are accepted and yet look wrong: a notice says how many, and names the first. */
interface Doubt {
  resource: ResourceName;
  /** Rows `s` to look at, where it is not the staging table itself. */
  from?: string;
  when: string;
  /** SQL for what the notice shows of the first row. */
  shown: string;
  sentence: (found: { count: number; shown: string; line: number }) => string;
}

const rows = (count: number) => (count === 1 ? "1 fila" : `${count} filas`);

/** Between 1.001 and 999.999 with exactly three decimals: what a spreadsheet in Spanish makes of a thousand. */
const thousands = (resource: ResourceName, column: string): Doubt => ({
  resource,
  when: `scale(s.${column}) = 3 AND s.${column} BETWEEN 1 AND 999.999`,
  shown: `s.${column}`,
  sentence: ({ count, shown, line }) =>
    `«${column}» lleva punto y tres decimales en ${rows(count)}, como ${shown} en la línea ${line}: se leyó como decimal. Si el punto separa miles, quítelo y cargue de nuevo.`,
});

/** `tomorrow` in UTC: no company's clock is ahead of it. */
const future = (resource: ResourceName, column: string, tomorrow: string): Doubt => ({
  resource,
  when: `s.${column} > ${pg.escapeLiteral(tomorrow)}`,
  shown: `s.${column}`,
  sentence: ({ count, shown, line }) =>
    `«${column}» es de un día que todavía no llega en ${rows(count)}, como ${shown} en la línea ${line}. Revise el año.`,
});

/** Readings with the one before, of the same meter. */
const READINGS = `(SELECT line, suministro, periodo, lectura_kwh, lag(lectura_kwh) OVER (PARTITION BY suministro, medidor ORDER BY periodo) AS before,
    count(*) OVER (PARTITION BY suministro, periodo) AS meters
  FROM staging.lecturas WHERE problem IS NULL AND lectura_kwh IS NOT NULL) s`;

const doubts = (tomorrow: string): Doubt[] => [
  thousands("lecturas", "lectura_kwh"),
  thousands("boletas", "consumo_kwh"),
  future("lecturas", "fecha", tomorrow),
  future("boletas", "emision", tomorrow),
  future("pagos", "fecha", tomorrow),
  {
    resource: "lecturas",
    from: READINGS,
    when: "s.lectura_kwh < s.before",
    shown: "format('%s después de %s', s.lectura_kwh, s.before)",
    sentence: ({ count, shown, line }) =>
      `Una lectura es menor que la anterior del mismo medidor en ${rows(count)}: ${shown}, en la línea ${line}. Está bien si el medidor dio la vuelta.`,
  },
  {
    resource: "lecturas",
    from: `${READINGS} JOIN staging.boletas b ON b.suministro = s.suministro AND b.periodo = s.periodo AND b.problem IS NULL
      AND b.anulada IS NULL`,
    when: "s.meters = 1 AND s.lectura_kwh >= s.before AND abs(s.lectura_kwh - s.before - b.consumo_kwh) > 1",
    shown: "format('%s − %s, y la boleta %s dice %s', s.lectura_kwh, s.before, b.documento, b.consumo_kwh)",
    sentence: ({ count, shown, line }) =>
      `La diferencia con la lectura anterior no es el consumo de la boleta en ${rows(count)}: ${shown}, en la línea ${line}. Está bien si el medidor lleva una constante.`,
  },
  {
    resource: "pagos",
    when: `s.documento IS NOT NULL
      AND NOT EXISTS (SELECT FROM staging.boletas b WHERE b.suministro = s.suministro AND b.documento = s.documento AND b.problem IS NULL)
      AND NOT EXISTS (SELECT FROM ${remaining(resourceNamed("boletas"))} b WHERE b.usage_point_number = s.suministro AND b.document = s.documento)`,
    shown: "s.documento",
    sentence: ({ count, shown, line }) =>
      `«documento» nombra una boleta que no está en el portal en ${rows(count)}, como ${shown} en la línea ${line}. Esos pagos cuentan como abonos a la cuenta.`,
  },
];

const DAY_MS = 24 * 60 * 60 * 1000;

/** What of the accepted rows somebody should look at. */
export async function doubtNotices(
  client: pg.ClientBase,
  files: readonly PackageFile[],
  now: Date,
): Promise<string[]> {
  const notices: string[] = [];
  const tomorrow = new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10);
  for (const { resource, from, when, shown, sentence } of doubts(tomorrow)) {
    const file = files.find(({ name }) => name === resource);
    if (!file) continue;
    const { rows: found } = await client.query<{ count: number; shown: string; line: number }>(
      `SELECT count(*)::integer AS count, min(s.line) AS line, (array_agg(${shown} ORDER BY s.line))[1]::text AS shown
       FROM ${from ?? `${staged(resource)} s`} WHERE ${from ? "" : `${ACCEPTED} AND `}(${when})`,
    );
    if (found[0] && found[0].count > 0) notices.push(`${file.path}: ${sentence(found[0])}`);
  }
  return notices;
}
