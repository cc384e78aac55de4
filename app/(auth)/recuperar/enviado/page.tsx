import type { Metadata } from "next";
import { PageBody } from "@/components/ui/page-body";
import { routes } from "@/lib/platform/routes";
import { HOLDS_MS } from "@/lib/registration/mailed-token";
import { holdsWords } from "@/lib/registration/holds-words";
import { ContactEmail } from "../../../_components/contact-links";

export const metadata: Metadata = { title: "Revise su correo" };

/** The same whether or not there is such an account. */
export default function RecoverySentPage() {
  return (
    <PageBody>
      <h1>Revise su correo</h1>
      <div className="mt-4 max-w-168 space-y-3">
        <p>
          Si ese documento tiene una cuenta, enviamos un enlace al correo con que se registró. Sirve una vez y
          por {holdsWords(HOLDS_MS.recover_password)}.
        </p>
        <p>
          Si no le llega en unos minutos, mire en el correo no deseado o{" "}
          <a href={routes.recovery()}>pídalo de nuevo</a>. Si no tiene cuenta,{" "}
          <a href={routes.registration()}>regístrese</a>. Si ya no usa ese correo, escriba a <ContactEmail />.
        </p>
      </div>
    </PageBody>
  );
}
