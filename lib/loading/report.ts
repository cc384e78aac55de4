import type { LoadReport, ResourceCount } from "./model.ts";

const COLUMNS = [
  ["leídas", "read"],
  ["aceptadas", "accepted"],
  ["rechazadas", "rejected"],
  ["nuevas", "inserted"],
  ["cambiadas", "updated"],
  ["iguales", "unchanged"],
  ["quitadas", "deleted"],
] as const satisfies readonly (readonly [string, keyof ResourceCount])[];

const REJECTIONS_SHOWN = 20;

const number = new Intl.NumberFormat("es", { useGrouping: "always" });

/** Rows that stayed out, over all resources. */
export const rejectedRows = ({ counts }: LoadReport) =>
  counts.reduce((sum, { rejected }) => sum + rejected, 0);

/** The report as lines of text for a terminal. */
export function reportText(report: LoadReport): string {
  if (report.refusal !== null) return `Carga rechazada: ${report.refusal}\nNo se publicó nada.\n`;
  const rejected = rejectedRows(report);
  const changed = report.counts.reduce(
    (sum, { inserted, updated, deleted }) => sum + inserted + updated + deleted,
    0,
  );
  const outcome = report.dryRun
    ? "Ensayo: esto es lo que haría la carga. No se publicó nada."
    : changed === 0
      ? "Carga terminada: no había nada que cambiar."
      : "Carga publicada.";
  const said = [...table(report.counts), "", ...totals(report.counts), ...rejections(report, rejected)];
  return [...said, ...report.notices, outcome, ""].join("\n");
}

function table(counts: readonly ResourceCount[]): string[] {
  const rows = [
    ["", ...COLUMNS.map(([title]) => title)],
    ...counts.map((count) => [count.resource, ...COLUMNS.map(([, key]) => number.format(count[key]))]),
  ];
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  "),
  );
}

/** Sums to compare with the billing system's own. */
function totals(counts: readonly ResourceCount[]): string[] {
  const lines = counts.flatMap(({ resource, totals: sums }) =>
    sums.map(({ column, read, accepted }) => {
      const whole = read === accepted ? "" : ` (leído: ${number.format(Number(read))})`;
      return `Suma de «${column}» en ${resource}: ${number.format(Number(accepted))}${whole}`;
    }),
  );
  return lines.length ? [...lines, ""] : [];
}

function rejections({ rejections: kept }: LoadReport, total: number): string[] {
  if (total === 0) return [];
  const lines = kept.slice(0, REJECTIONS_SHOWN).flatMap(({ file, line, column, value, reason, remedy }) => {
    const place = [`${file}, línea ${line}`, ...(column ? [`columna «${column}»`] : [])].join(", ");
    return [`${place}${value ? ` (${value})` : ""}:`, `  ${reason} ${remedy}`];
  });
  const shown = Math.min(total, REJECTIONS_SHOWN);
  const more =
    total > shown ? [`… y ${number.format(total - shown)} más: todas, con --rejected filas.csv.`] : [];
  return [...lines, ...more, ""];
}
