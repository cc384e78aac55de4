import type { State } from "@/components/ui/state-mark";
import { capitalised } from "@/lib/kernel/format";
import type { LoadProgress, ResourceCount } from "@/lib/loading/model";
import type { LoadAction, LoadStatus } from "@/lib/platform/generated/client";

/** Where a load stands, in a word with its shape. */
export const LOAD_STATES: Record<LoadStatus, { word: string; state: State }> = {
  waiting: { word: "En espera", state: "waiting" },
  checking: { word: "Comprobando", state: "inTime" },
  checked: { word: "Por decidir", state: "owed" },
  publishing: { word: "Publicando", state: "inTime" },
  published: { word: "Publicada", state: "paid" },
  refused: { word: "Rechazada", state: "late" },
  discarded: { word: "Descartada", state: "waiting" },
  failed: { word: "No terminó", state: "overdue" },
};

export const ACTION_WORDS: Record<LoadAction, string> = {
  inserted: "Nueva",
  updated: "Cambiada",
  deleted: "Quitada",
};

/** The columns of a load's account, in their order. */
export const COUNT_COLUMNS = [
  ["Leídas", "read"],
  ["Aceptadas", "accepted"],
  ["Rechazadas", "rejected"],
  ["Nuevas", "inserted"],
  ["Cambiadas", "updated"],
  ["Iguales", "unchanged"],
  ["Quitadas", "deleted"],
] as const satisfies readonly (readonly [string, keyof ResourceCount])[];

/** "Boletas", "Documentos tributarios". */
export function resourceTitle(resource: string): string {
  if (resource === "dte") return "Documentos tributarios";
  return capitalised(resource);
}

const number = new Intl.NumberFormat("es", { useGrouping: "always" });

/** "12.345" */
export const formatCount = (count: number) => number.format(count);

/** "1 fila", "12.345 filas nuevas" */
export const rows = (count: number, one = "", many = one && `${one}s`) =>
  count === 1 ? `1 fila${one && ` ${one}`}` : `${formatCount(count)} filas${many && ` ${many}`}`;

const MIB = 1024 ** 2;

/** "12,3 MB"; small files in kB. */
export function formatBytes(bytes: number): string {
  const [size, unit] = bytes < MIB ? [bytes / 1024, "kB"] : [bytes / MIB, "MB"];
  return `${size.toLocaleString("es", { maximumFractionDigits: size < 10 ? 1 : 0 })}\u00a0${unit}`;
}

const sum = (
  counts: readonly ResourceCount[],
  key: "read" | "accepted" | "rejected" | "inserted" | "updated" | "deleted",
) => counts.reduce((total, count) => total + count[key], 0);

/** What the load would do, or did: "120 filas nuevas y 3 cambiadas". */
export function changesPhrase(counts: readonly ResourceCount[]): string {
  const kinds: [count: number, one: string][] = [
    [sum(counts, "inserted"), "nueva"],
    [sum(counts, "updated"), "cambiada"],
    [sum(counts, "deleted"), "quitada"],
  ];
  const parts = kinds
    .filter(([count]) => count > 0)
    .map(([count, one], at) =>
      at === 0 ? rows(count, one) : `${formatCount(count)} ${one}${count === 1 ? "" : "s"}`,
    );
  return parts.length < 3 ? parts.join(" y ") : `${parts[0]}, ${parts.slice(1).join(" y ")}`;
}

/** Rows that were, or would be, added, changed or removed. */
export const changesOf = (counts: readonly ResourceCount[]) =>
  sum(counts, "inserted") + sum(counts, "updated") + sum(counts, "deleted");

/** The sentence that opens a checked load. */
export function checkedSentence(counts: readonly ResourceCount[]): string {
  const rejected = sum(counts, "rejected");
  if (sum(counts, "read") === 0 && changesOf(counts) === 0)
    return "El paquete no trae ninguna fila. No hay nada que cambiar.";
  const read = `De ${rows(sum(counts, "read"))}, ${
    rejected === 0
      ? "todas están bien"
      : `${formatCount(rejected)} ${rejected === 1 ? "se rechaza" : "se rechazan"}`
  }.`;
  return changesOf(counts) === 0
    ? `${read} No hay nada que cambiar: el portal ya tiene lo mismo.`
    : `${read} Si publica, habrá ${changesPhrase(counts)}.`;
}

/** The sentence that opens a published one. */
export function publishedSentence(counts: readonly ResourceCount[]): string {
  const rejected = sum(counts, "rejected");
  const left =
    rejected === 0 ? "" : ` ${rejected === 1 ? "Quedó" : "Quedaron"} fuera ${rows(rejected, "rechazada")}.`;
  return changesOf(counts) === 0
    ? `No había nada que cambiar: el portal ya tenía lo mismo.${left}`
    : `Se publicó: ${changesPhrase(counts)}.${left}`;
}

const PHASES: Record<LoadProgress["phase"], string> = {
  "esperando turno": "Espera a que termine otra carga",
  leyendo: "Leyendo y comprobando cada fila",
  comparando: "Comparando con lo que hay en el portal",
  publicando: "Publicando",
};

/** What a load under way is doing: "Leyendo y comprobando cada fila: boletas.csv". */
export function phaseSentence(progress: LoadProgress | null): string {
  if (!progress) return "Comienza en un momento";
  return PHASES[progress.phase] + (progress.file ? `: ${progress.file}` : "");
}
