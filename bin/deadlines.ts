import { readFileSync } from "node:fs";
import { DEADLINE_REFUSALS } from "../lib/copy/deadlines.ts";
import { answerCase } from "../lib/pqr/answer-case.ts";
import { createDb } from "../lib/platform/create-db.ts";
import { announced } from "../lib/platform/data-folder.ts";
import { startEnv } from "../lib/platform/env.ts";
import type { Law } from "../lib/pqr/case-reader.ts";
import { FIRST_LAW } from "../lib/pqr/law.ts";
import { lawInForce } from "../lib/pqr/queries.ts";

export const DEADLINES_HELP = `Uso: npm run empalme -- deadlines <casos.json>

Calcula los plazos de una lista de casos y escribe una lista de respuestas en el mismo orden, cada una con el id de su
caso. Usa los calendarios cargados en la base de datos de DATABASE_URL, o en la del portal en marcha; si no hay
ninguna, los que vienen con el portal, y lo avisa. La forma de un caso y de una respuesta está en docs/plazos.md. Un caso que no se puede calcular se responde con
code y message, nunca con una fecha.

  --help      muestra esta ayuda

Termina con 0 si se calcularon todos, 1 si alguno no se pudo calcular, 2 si la orden está mal escrita.
`;

const idOf = (sent: unknown) => {
  const id: unknown = typeof sent === "object" && sent !== null && "id" in sent ? sent.id : undefined;
  return typeof id === "string" || typeof id === "number" ? { id } : {};
};

/** The calendars of the database at hand; without one, those that came along, and what is to be said of it. */
export async function lawForCommand(dataDir: string): Promise<{ law: Law; notice: string | null }> {
  const url = startEnv().DATABASE_URL ?? (await announced(dataDir))?.databaseUrl;
  if (!url)
    return { law: FIRST_LAW, notice: "Sin base de datos en marcha: calendarios que vienen con el portal." };
  const db = createDb(url);
  try {
    return { law: await lawInForce({ db }), notice: null };
  } finally {
    await db.$disconnect();
  }
}

/** The answers to a file of cases as JSON, and how many were refused. @throws Error when the file is no list of cases */
export function deadlinesOf(path: string, law: Law): { json: string; refused: number } {
  let cases: unknown;
  try {
    cases = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw new Error(`No se pudo leer ${path}.`, { cause: error });
    throw new Error(`${path} no es JSON.`, { cause: error });
  }
  if (!Array.isArray(cases)) throw new Error(`${path} no es una lista de casos.`);
  let refused = 0;
  const answers = cases.map((sent: unknown) => {
    const result = answerCase(law, sent);
    if (result.ok) return { ...idOf(sent), ...result.answer };
    refused += 1;
    const { code, about } = result.refusal;
    return { ...idOf(sent), code, message: DEADLINE_REFUSALS[code](about) };
  });
  return { json: `${JSON.stringify(answers, null, 2)}\n`, refused };
}
