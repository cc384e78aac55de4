/** The outcome of something that may be refused. Refusals are values, coded; exceptions mean a bug or an outage. */
export type Result<T, Code extends string> = { ok: true; value: T } | { ok: false; error: Code };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const err = <Code extends string>(error: Code): { ok: false; error: Code } => ({ ok: false, error });
