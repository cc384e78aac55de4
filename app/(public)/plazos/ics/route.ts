import { createHash } from "node:crypto";
import { deadlineWords } from "@/components/domain/deadline-words";
import { publicContext } from "@/lib/platform/context";
import { bytesResponse } from "@/lib/platform/download";
import { env } from "@/lib/platform/env";
import { routes } from "@/lib/platform/routes";
import { calendarFile } from "@/lib/pqr/calendar-file";
import { calculated } from "../calculator";

/** The last day as an entry for people's own calendar. */
export async function GET(request: Request): Promise<Response> {
  const ctx = publicContext();
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const { query, calculation } = await calculated(ctx, params);
  const file = { type: "text/calendar; charset=utf-8", name: "plazo.ics", how: "attachment" } as const;
  if (calculation.kind !== "reckoned") return bytesResponse(null, file);
  const { rule, answer, startedOn } = calculation.reckoned;
  const path = routes.deadlinesAsked(query);
  const host = new URL(env().APP_URL);
  const dueAt = answer.dueAt ?? "";
  const entry = calendarFile({
    uid: `${createHash("sha256").update(path).digest("hex").slice(0, 32)}@${host.hostname}`,
    stamp: ctx.now(),
    when: rule.length.unit === "hours" ? dueAt : dueAt.slice(0, 10),
    summary: `Vence: ${rule.name}`,
    description: `${deadlineWords(calculation.reckoned).sentence}\n${rule.then}`,
    url: new URL(path, host).toString(),
  });
  return bytesResponse(Buffer.from(entry), { ...file, name: `plazo-${startedOn}.ics` });
}
