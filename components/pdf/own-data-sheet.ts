import type { Jurisdiction } from "@/lib/jurisdiction/jurisdiction";
import { formatInstant } from "@/lib/kernel/format-instant";
import type { UsagePointHeading } from "@/lib/metering/model";
import { deviceWords } from "@/lib/registration/device-words";
import type { OwnData, SecurityEvents } from "@/lib/registration/queries";
import { ownDataFacts } from "../domain/own-data-facts";
import { eventWords } from "../domain/security-words";
import type { Sheet, SheetBlock } from "./sheet";
import { place, type SheetStyle } from "./sheets";

interface Everything {
  account: OwnData;
  supplies: readonly UsagePointHeading[];
  events: SecurityEvents;
}

/** What the portal keeps of a person, to read and to file. */
export function ownDataSheet(
  { company }: SheetStyle,
  { account, supplies, events }: Everything,
  { jurisdiction, timeZone }: { jurisdiction: Jurisdiction; timeZone: string },
): Sheet {
  const groups = ownDataFacts(account, jurisdiction);
  return {
    company,
    title: "Mis datos",
    lead: [
      `Lo que el portal guarda de ${account.name}, con cuenta desde el ${formatInstant(account.createdAt, timeZone)}.`,
    ],
    blocks: [
      ...groups.map(({ title, facts }): SheetBlock => ({ kind: "facts", title, facts })),
      {
        kind: "facts",
        title: "Suministros",
        facts: supplies.map((supply) => ({ term: supply.number, value: place(supply) })),
      },
      {
        kind: "table",
        title: "Qué pasó en la cuenta",
        columns: [
          { header: "Cuándo", share: 3 },
          { header: "Qué", share: 5 },
          { header: "Desde", share: 4 },
        ],
        rows: events.map((event) => [
          formatInstant(event.at, timeZone),
          eventWords(event),
          [deviceWords(event.device), event.network].filter(Boolean).join(" · "),
        ]),
      },
      {
        kind: "note",
        text: "Las boletas, lecturas y pagos de cada suministro están en sus páginas, y en el archivo JSON.",
      },
    ],
  };
}
