import { Temporal } from "temporal-polyfill";
import { env } from "./env.ts";

/** The instant it is for the whole application; EMPALME_CLOCK_OFFSET moves it in a demonstration. */
export function now(): Date {
  const offset = env().EMPALME_CLOCK_OFFSET;
  if (!offset) return new Date();
  const moved = Temporal.Now.zonedDateTimeISO("UTC").add(Temporal.Duration.from(offset));
  return new Date(moved.epochMilliseconds);
}
