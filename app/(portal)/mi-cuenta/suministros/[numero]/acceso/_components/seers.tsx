import type { ReactNode } from "react";
import { ButtonForm } from "@/components/forms/button-form";
import type { SupplyAccess } from "@/lib/accounts/model";
import { civilDateAt } from "@/lib/kernel/civil-date";
import { formatDate } from "@/lib/kernel/format";
import { companyProfile } from "@/lib/platform/profile";
import { revokeShareAction, withdrawInvitationAction } from "../actions";

const dayOf = (at: Date) => formatDate(civilDateAt(at, companyProfile().timeZone));

/** Everybody who sees a supply, or was asked to, with the end of what is the person's to end. */
export function Seers({ access }: { access: SupplyAccess }) {
  const { number, own, sharedBy, others, shares, invitations } = access;
  return (
    <ul className="mt-4 border-t border-line">
      <Seer
        who="Usted"
        how={own ? "Vinculado con su boleta o factura" : `${sharedBy ?? ""} lo comparte con usted`}
      />
      {others.map(({ who, since }, at) => (
        <Seer key={at} who={who} how={`Lo vinculó por su cuenta el ${dayOf(since)}`} />
      ))}
      {shares.map(({ id, name, since }) => (
        <Seer key={id} who={name} how={`Usted lo comparte con esta persona desde el ${dayOf(since)}`}>
          <ButtonForm
            action={revokeShareAction}
            label="Dejar de compartir"
            tells={` con ${name}`}
            values={{ numero: number, vinculo: id }}
          />
        </Seer>
      ))}
      {invitations.map(({ email, expiresAt }) => (
        <Seer key={email} who={email} how={`Invitación sin respuesta; vence el ${dayOf(expiresAt)}`}>
          <ButtonForm
            action={withdrawInvitationAction}
            label="Anular la invitación"
            tells={` a ${email}`}
            values={{ numero: number, correo: email }}
          />
        </Seer>
      ))}
    </ul>
  );
}

function Seer({ who, how, children }: { who: string; how: string; children?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div className="text-small">
        <p className="font-[650] wrap-anywhere">{who}</p>
        <p className="text-ink-soft">{how}</p>
      </div>
      {children}
    </li>
  );
}
