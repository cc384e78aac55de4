import type { HeldLinks } from "@/lib/accounts/queries";
import type { Jurisdiction } from "@/lib/jurisdiction/jurisdiction";
import { formatInstant } from "@/lib/kernel/format-instant";
import type { UsagePointHeading } from "@/lib/metering/model";
import { deviceWords } from "@/lib/registration/device-words";
import type { KeptMails, OpenSessions, OwnData, SecurityEvents } from "@/lib/registration/queries";
import { ownDataFacts } from "../domain/own-data-facts";
import { eventWords, factorWords, MAIL_WORDS } from "../domain/security-words";
import type { Sheet, SheetBlock } from "./sheet";
import { place, type SheetStyle } from "./sheets";

interface Everything {
  account: OwnData & {
    secondFactor: { recoveryCodes: number } | null;
    unconfirmedEmails: { email: string | null }[];
  };
  supplies: readonly UsagePointHeading[];
  sessions: readonly Omit<OpenSessions[number], "id">[];
  events: SecurityEvents;
  mails: KeptMails;
  access: HeldLinks;
}

type Instant = (at: Date) => string;
const from = ({ device, network }: { device: string; network: string }) =>
  [deviceWords(device), network].filter(Boolean).join(" · ");

/** What the portal keeps of a person, to read and to file. */
export function ownDataSheet(
  { company }: SheetStyle,
  { account, supplies, sessions, events, mails, access }: Everything,
  { jurisdiction, timeZone }: { jurisdiction: Jurisdiction; timeZone: string },
): Sheet {
  const instant: Instant = (at) => formatInstant(at, timeZone);
  const groups = ownDataFacts(account, jurisdiction);
  const waiting = account.unconfirmedEmails.map(({ email }) => ({
    term: "Correo por confirmar",
    value: email ?? "",
  }));
  return {
    company,
    title: "Mis datos",
    lead: [`Lo que el portal guarda de ${account.name}, con cuenta desde el ${instant(account.createdAt)}.`],
    blocks: [
      ...groups.map(({ title, facts }): SheetBlock => ({ kind: "facts", title, facts })),
      {
        kind: "facts",
        title: "Cómo ingresa",
        facts: [{ term: "Código de verificación", value: factorWords(account.secondFactor) }, ...waiting],
      },
      {
        kind: "facts",
        title: "Suministros",
        facts: supplies.map((supply) => ({ term: supply.number, value: place(supply) })),
      },
      accessTable(access, instant),
      originTable("Sesiones abiertas", {
        headers: ["Última vez", "Abierta"],
        rows: sessions.map((session) => [
          instant(session.lastSeenAt),
          instant(session.createdAt),
          from(session),
        ]),
      }),
      originTable("Qué pasó en la cuenta", {
        headers: ["Cuándo", "Qué"],
        rows: events.map((event) => [instant(event.at), eventWords(event), from(event)]),
      }),
      {
        kind: "table",
        title: "Correos de los últimos 30 días",
        columns: [
          { header: "Cuándo", share: 3 },
          { header: "Asunto", share: 6 },
          { header: "Estado", share: 3 },
        ],
        rows: mails.map(({ queuedAt, subject, state }) => [instant(queuedAt), subject, MAIL_WORDS[state]]),
      },
      {
        kind: "note",
        text: `Las ${jurisdiction.words.bill}s, lecturas y pagos de cada suministro están en sus páginas, y en el archivo JSON.`,
      },
    ],
  };
}

function originTable(
  title: string,
  { headers: [first, second], rows }: { headers: [string, string]; rows: string[][] },
): SheetBlock {
  const columns = [
    { header: first, share: 3 },
    { header: second, share: 5 },
    { header: "Desde", share: 4 },
  ];
  return { kind: "table", title, columns, rows };
}

/** Every supply that the person came to see and how, those with whom they share it, and those they were put out of. */
function accessTable({ links, putOut }: HeldLinks, instant: Instant): SheetBlock {
  const until = (endedAt: Date | null) => (endedAt ? instant(endedAt) : "");
  return {
    kind: "table",
    title: "Acceso a suministros",
    columns: [
      { header: "Suministro", share: 3 },
      { header: "Cómo", share: 4 },
      { header: "Desde", share: 3 },
      { header: "Hasta", share: 3 },
    ],
    rows: [
      ...links.flatMap(({ usagePointNumber, alias, sharedBy, linkedAt, endedAt, shares, invitations }) => [
        [
          alias ? `${usagePointNumber} (${alias})` : usagePointNumber,
          sharedBy ? `${sharedBy} lo comparte con usted` : "Usted lo vinculó",
          instant(linkedAt),
          until(endedAt),
        ],
        ...shares.map((share) => [
          usagePointNumber,
          `Usted lo comparte con ${share.with}`,
          instant(share.linkedAt),
          until(share.endedAt),
        ]),
        ...invitations.map(({ email, expiresAt }) => [
          usagePointNumber,
          `Invitación a ${email ?? ""}`,
          "",
          instant(expiresAt),
        ]),
      ]),
      ...putOut.map(({ usagePointNumber, disownedAt }) => [
        usagePointNumber,
        "Otra persona dijo «no fui yo» de su vinculación",
        "",
        instant(disownedAt),
      ]),
    ],
  };
}
