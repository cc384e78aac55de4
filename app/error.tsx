"use client";

import { Actions, Button } from "@/components/ui/button";
import { PageBody } from "@/components/ui/page-body";

/** What fails after the page has arrived. Asking for the page again brings the server's own answer. */
export default function PageError() {
  return (
    <PageBody>
      <h1>No pudimos mostrar esta parte</h1>
      <p className="mt-4 max-w-168">
        No fue culpa suya. Vuelva a cargar la página; si sigue igual, llámenos o escríbanos: los datos están
        al pie.
      </p>
      <div className="mt-6">
        <Actions>
          <Button type="button" onClick={() => window.location.reload()}>
            Volver a cargar
          </Button>
        </Actions>
      </div>
    </PageBody>
  );
}
