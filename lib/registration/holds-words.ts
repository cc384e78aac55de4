const DAY_MS = 24 * 60 * 60 * 1000;
/** "24 horas", "30 minutos", "10 días" */
export function holdsWords(ms: number): string {
  if (ms > DAY_MS) return `${ms / DAY_MS} días`;
  return ms >= 60 * 60 * 1000 ? `${ms / (60 * 60 * 1000)} horas` : `${ms / (60 * 1000)} minutos`;
}
