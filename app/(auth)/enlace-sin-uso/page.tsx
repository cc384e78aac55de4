import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageBody } from "@/components/ui/page-body";
import { routes } from "@/lib/platform/routes";
import { ContactEmail } from "../../_components/contact-links";

export const metadata: Metadata = { title: "Enlace sin uso" };

/** The same for every link that opens nothing: used, expired, superseded, cut short, or never one of ours. */
export default function UselessLinkPage() {
  return (
    <PageBody>
      <Breadcrumbs crumbs={[{ href: routes.home(), label: "Inicio" }]} current="Enlace sin uso" />
      <h1>Este enlace no se puede usar</h1>
      <div className="mt-4 max-w-168 space-y-3">
        <p>
          Cada enlace de nuestros correos sirve una sola vez y por un tiempo. Puede que ya se haya usado, que
          haya vencido, que usted haya pedido otro después, o que la dirección esté incompleta.
        </p>
        <p>Nada cambió en ninguna cuenta. Según lo que quería hacer:</p>
        <ul className="list-disc space-y-1 pl-5">
          <li>
            Si estaba creando su cuenta y ya la confirmó, <a href={routes.signIn()}>ingrese</a>; si no,{" "}
            <a href={routes.registrationSent()}>pida otro enlace</a>.
          </li>
          <li>
            Si quería una contraseña nueva, <a href={routes.recovery()}>pida otro correo</a>.
          </li>
          <li>
            Si quería avisar que algo no lo hizo usted, ingrese y vea{" "}
            <a href={routes.security()}>su seguridad</a>, o escriba a <ContactEmail />.
          </li>
        </ul>
      </div>
    </PageBody>
  );
}
