import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Section } from "@/components/ui/answer";
import { Facts } from "@/components/ui/facts";
import { DoneNotice } from "@/components/ui/done-notice";
import { PageBody } from "@/components/ui/page-body";
import { factorWords } from "@/components/domain/security-words";
import { portalContext } from "@/lib/platform/context";
import { routes, type SecurityChange } from "@/lib/platform/routes";
import { sessionToken } from "@/lib/platform/session-cookie";
import { openSessions, ownData, secondFactor, securityEvents } from "@/lib/registration/queries";
import { EventList } from "./_components/event-list";
import { SessionList } from "./_components/session-list";

export const metadata: Metadata = { title: "Seguridad" };

const DONE: Record<SecurityChange, string> = {
  contrasena: "Su contraseña cambió, y se cerraron las demás sesiones.",
  correo: "Le enviamos un enlace al correo nuevo. Cuando lo confirme, su cuenta lo usará.",
  "sin-codigo": "Su cuenta ya no pide el código de verificación.",
  sesion: "La sesión se cerró.",
  sesiones: "Se cerraron las demás sesiones.",
};

const EVENTS = 20;

export default async function SecurityPage({ searchParams }: PageProps<"/mi-cuenta/seguridad">) {
  const ctx = await portalContext();
  const { listo } = await searchParams;
  const [{ email }, factor, sessions, events] = await Promise.all([
    ownData(ctx),
    secondFactor(ctx),
    openSessions(ctx, (await sessionToken()) ?? ""),
    securityEvents(ctx, EVENTS),
  ]);
  return (
    <PageBody>
      <Breadcrumbs crumbs={[{ href: routes.desktop(), label: "Escritorio" }]} current="Seguridad" />
      <h1>Seguridad</h1>
      <DoneNotice said={DONE} listo={listo} />
      <div className="mt-8 max-w-188">
        <Section labelledBy="ingreso">
          <h2 id="ingreso">Cómo ingresa</h2>
          <div className="mt-4">
            <Facts
              facts={[
                { term: "Contraseña", value: <a href={routes.changePassword()}>Cambiar la contraseña</a> },
                {
                  term: "Correo",
                  value: (
                    <>
                      {email ?? "Ninguno"} · <a href={routes.changeEmail()}>Cambiar el correo</a>
                    </>
                  ),
                },
                { term: "Código de verificación", value: <FactorLinks factor={factor} /> },
              ]}
            />
          </div>
        </Section>
        <Section labelledBy="sesiones">
          <h2 id="sesiones">Sesiones abiertas</h2>
          <SessionList sessions={sessions} />
        </Section>
        <Section labelledBy="sucesos">
          <h2 id="sucesos">Qué pasó en su cuenta</h2>
          <EventList events={events} />
        </Section>
      </div>
    </PageBody>
  );
}

/** What can be done with the second factor. */
function FactorLinks({ factor }: { factor: { recoveryCodes: number } | null }) {
  if (!factor)
    return (
      <>
        {factorWords(factor)} · <a href={routes.addSecondFactor()}>Agregar un código de verificación</a>
      </>
    );
  return (
    <>
      {factorWords(factor)} · <a href={routes.renewRecoveryCodes()}>Crear códigos nuevos</a> ·{" "}
      <a href={routes.removeSecondFactor()}>Quitar el código de verificación</a>
    </>
  );
}
