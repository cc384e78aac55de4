import type { Metadata } from "next";
import { headers } from "next/headers";
import { REQUEST_ID } from "@/lib/platform/request-headers";
import { FailurePage } from "../../_components/failure-page";

export const metadata: Metadata = { title: "Algo falló de nuestro lado", robots: { index: false } };

export default async function FaultPage() {
  const code = (await headers()).get(REQUEST_ID);
  return (
    <FailurePage title="Algo falló de nuestro lado">
      <p>No fue culpa suya. Ya quedó anotado para que lo revisemos.</p>
      <p>
        Vuelva a intentarlo en unos minutos. Si estaba enviando algo, compruebe antes si quedó registrado.
      </p>
      {code && (
        <p>
          Si nos escribe, copie este código: <code>{code}</code>
        </p>
      )}
    </FailurePage>
  );
}
