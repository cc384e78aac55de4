import type { Metadata } from "next";
import { FailurePage } from "../../_components/failure-page";

export const metadata: Metadata = {
  title: "La sucursal virtual no está disponible",
  robots: { index: false },
};

export default function UnavailablePage() {
  return (
    <FailurePage title="La sucursal virtual no está disponible por el momento">
      <p>Estamos trabajando para que vuelva. Sus datos están a salvo.</p>
      <p>
        Espere un minuto y vuelva a cargar la página. Si estaba enviando algo, compruebe cuando volvamos si
        quedó registrado.
      </p>
    </FailurePage>
  );
}
