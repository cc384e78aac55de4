import type { Mail, MailBlock } from "../../platform/mail/mail.ts";
import { companyJurisdiction, companyProfile } from "../../platform/profile.ts";
import { routes } from "../../platform/routes.ts";
import { happenedBlock, link, text, type Happened } from "../../registration/commands/mails.ts";
import { holdsWords } from "../../registration/holds-words.ts";
import { HOLDS_MS } from "../../registration/mailed-token.ts";

/** What the portal writes to people about who sees a supply. */

interface Linked {
  number: string;
  /** As much of the name as those who know it need. */
  who: string;
  /** By somebody's leave, not by a bill. */
  shared: boolean;
  /** Null for those who are only told. */
  token: string | null;
  happened: Happened;
}

const WHO_ELSE = "Si no sabe quién es, avise a la empresa:";

export function linkedMail(to: string, { number, who, shared, token, happened }: Linked): Mail {
  const { bill } = companyJurisdiction().words;
  const how = shared
    ? `Una persona aceptó ver el suministro ${number}, que otra compartió con ella.`
    : `Una persona vinculó el suministro ${number} a su cuenta, con datos de una ${bill} suya.`;
  const facts = happenedBlock(happened);
  return {
    to,
    subject: `Se vinculó el suministro ${number}`,
    usefulMs: HOLDS_MS.disown_link,
    blocks: [
      text(`${how} Desde ahora ve sus ${bill}s y consumos en la sucursal virtual.`),
      facts.kind === "facts" ? { ...facts, facts: [{ term: "Quién", value: who }, ...facts.facts] } : facts,
      ...(token === null ? [text(`${WHO_ELSE} ${companyProfile().contactEmail}.`)] : disowning(token)),
    ],
  };
}

const disowning = (token: string): MailBlock[] => [
  text(
    "Si fue usted, o alguien a quien se lo encargó, no tiene que hacer nada. Si no reconoce a esta persona, dígalo con este enlace y oprima el botón: deja de ver el suministro de inmediato y no podrá vincularlo otra vez.",
  ),
  link("No fui yo", routes.disownLink(token)),
  text(`El enlace sirve una vez y por ${holdsWords(HOLDS_MS.disown_link)}.`),
];

/** To somebody whose link was disowned: they may be a stranger, or kin with whom nobody has spoken yet. */
export const linkEndedMail = (to: string, number: string): Mail => ({
  to,
  subject: `Ya no ve el suministro ${number}`,
  blocks: [
    text(
      `El suministro ${number} ya no está en su cuenta, y no se puede volver a vincular con ella. Quienes lo tienen contratado o vinculado pueden pedirlo así.`,
    ),
    text(`Si cree que es un error, escriba a ${companyProfile().contactEmail}.`),
  ],
});

export const shareMail = (
  to: string,
  { number, who, token }: { number: string; who: string; token: string },
): Mail => ({
  to,
  subject: "Le comparten un suministro",
  usefulMs: HOLDS_MS.accept_share,
  blocks: [
    text(
      `${who} le comparte el suministro ${number}: podrá ver sus ${companyJurisdiction().words.bill}s y consumos en la sucursal virtual, y nada más. Para aceptar, abra este enlace, ingrese con la cuenta que tiene este correo y oprima «Aceptar».`,
    ),
    link("Ver la invitación", routes.acceptShare(token)),
    text("¿No tiene cuenta? Créela primero, con este mismo correo, y abra después el enlace de arriba."),
    link("Crear una cuenta", routes.registration()),
    text(
      `La invitación sirve una vez y por ${holdsWords(HOLDS_MS.accept_share)}. Si no la espera, no haga nada.`,
    ),
  ],
});
