import { DEADLINE_REFUSALS } from "@/lib/copy/deadlines";
import { boundedText } from "@/lib/platform/bounded-body";
import { publicContext } from "@/lib/platform/context";
import { answerCase } from "@/lib/pqr/answer-case";
import { lawInForce } from "@/lib/pqr/queries";

/** Two hundred events and their names fit many times over. */
const BODY_BYTES = 64 * 1024;

const headers = { "cache-control": "no-store" };
const problem = (status: number, code: string, message: string) =>
  Response.json({ code, message }, { status, headers });

/** State, clocks, dates and reasons of the case that is sent; open to anyone, and keeps nothing. */
export async function POST(request: Request): Promise<Response> {
  const text = await boundedText(request, BODY_BYTES);
  if (text === null)
    return problem(
      413,
      "too_large",
      "El caso pasa de 64 KiB. Envíe menos hechos: bastan los de un solo caso.",
    );
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    return problem(400, "not_json", "El cuerpo no es JSON. Envíe un caso como objeto JSON, en UTF-8.");
  }
  const result = answerCase(await lawInForce(publicContext()), sent);
  if (result.ok) return Response.json(result.answer, { headers });
  const { code, about } = result.refusal;
  return problem(422, code, DEADLINE_REFUSALS[code](about));
}
