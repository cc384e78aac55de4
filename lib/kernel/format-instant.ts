import { civilDateAt } from "./civil-date.ts";
import { formatDate } from "./format.ts";

/** "28 de febrero de 2020, 09:05" in the company's time zone. Apart from format.ts, which browsers load. */
export function formatInstant(at: Date, timeZone: string): string {
  const time = at.toLocaleTimeString("es", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return `${formatDate(civilDateAt(at, timeZone))}, ${time}`;
}
