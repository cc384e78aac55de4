import { UNKNOWN } from "@/lib/kernel/format";

/** What is not known, said as such: never 0, never an empty cell. */
export function Unknown() {
  return (
    <abbr className="text-ink-soft" title="Sin información">
      {UNKNOWN}
    </abbr>
  );
}

/** `text`, or the mark of what is not known when the formatter found nothing. */
export function KnownOr({ text }: { text: string | null }) {
  return text === null || text === UNKNOWN ? <Unknown /> : text;
}
