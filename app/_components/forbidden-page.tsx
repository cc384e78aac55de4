import { routes } from "@/lib/platform/routes";
import { FailurePage } from "./failure-page";

export function ForbiddenPage() {
  return (
    <FailurePage title="No puede entrar aquí con su cuenta">
      <p>Esta parte es para otras personas: la del personal de la empresa, o la de los clientes.</p>
      <p>
        Vuelva a <a href={routes.home()}>la página de inicio</a>. Si llegó desde un formulario de esta página,
        ábralo de nuevo y envíelo otra vez. Si tiene otra cuenta,{" "}
        <a href={routes.signIn()}>ingrese con ella</a>.
      </p>
    </FailurePage>
  );
}
