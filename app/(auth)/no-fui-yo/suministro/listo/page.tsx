import type { Metadata } from "next";
import { PageBody } from "@/components/ui/page-body";
import { routes } from "@/lib/platform/routes";
import { ContactEmail } from "../../../../_components/contact-links";

export const metadata: Metadata = { title: "Le quitamos el acceso" };

export default function LinkDisownedPage() {
  return (
    <PageBody>
      <h1>Le quitamos el acceso</h1>
      <div className="mt-4 max-w-168 space-y-3">
        <p>
          Esa persona ya no ve el suministro ni puede volver a vincularlo. Quien lo hizo tenía los datos de
          una boleta o factura suya: guárdelas donde no las lea cualquiera.
        </p>
        <p>
          Si cambia de opinión, o quiere saber más, escriba a <ContactEmail />. Quién ve cada suministro suyo
          está en <a href={routes.desktop()}>su cuenta</a>.
        </p>
      </div>
    </PageBody>
  );
}
