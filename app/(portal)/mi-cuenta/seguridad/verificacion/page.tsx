import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { codeField, presentPasswordField } from "@/components/forms/form-field";
import { PageBody } from "@/components/ui/page-body";
import { QrCode } from "@/components/ui/qr-code";
import { portalContext } from "@/lib/platform/context";
import { companyJurisdiction, companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { sessionToken } from "@/lib/platform/session-cookie";
import { offeredSecret } from "@/lib/registration/commands/second-factor-settings";
import { ownData } from "@/lib/registration/queries";
import { totpAddress } from "@/lib/registration/second-factor";
import { RecoveryCodesLead } from "../_components/recovery-codes-lead";
import { SecurityCrumbs } from "../_components/security-crumbs";
import { addFactorAction } from "../actions";

export const metadata: Metadata = { title: "Agregar un código de verificación" };

export default async function AddFactorPage() {
  const ctx = await portalContext();
  const [{ identityNumber }, secret] = await Promise.all([
    ownData(ctx),
    offeredSecret(ctx, (await sessionToken()) ?? ""),
  ]);
  const company = companyProfile().legalName;
  const person = companyJurisdiction().formatDocument(identityNumber);
  return (
    <PageBody>
      <SecurityCrumbs current="Agregar un código de verificación" />
      <ActionForm
        action={addFactorAction}
        title="Agregar un código de verificación"
        lead={<Lead secret={secret} address={totpAddress(secret, { company, person })} />}
        fields={[
          { ...codeField, hint: "Los seis dígitos que muestra su aplicación ahora." },
          presentPasswordField,
        ]}
        submit="Agregar el código"
        submitting="Agregando…"
        beside={<a href={routes.security()}>Ahora no</a>}
        shownOnce={{ title: "Guarde estos códigos de recuperación", lead: <RecoveryCodesLead added /> }}
      />
    </PageBody>
  );
}

function Lead({ secret, address }: { secret: string; address: string }) {
  return (
    <>
      <p>
        Con él, quien conozca su contraseña no puede entrar sin su teléfono, y la contraseña puede ser más
        corta. Necesita una aplicación de códigos, como Aegis, Google Authenticator o 2FAS.
      </p>
      <p>Fotografíe este dibujo con la aplicación, o escriba en ella la clave:</p>
      <QrCode text={address} label="Dibujo con la clave para la aplicación de códigos" />
      <p className="font-[650] tracking-wide wrap-anywhere">{secret.replace(/(.{4})(?=.)/g, "$1 ")}</p>
    </>
  );
}
