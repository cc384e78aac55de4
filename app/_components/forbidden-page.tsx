import { routes } from "@/lib/platform/routes";
import { FailurePage } from "./failure-page";

export function ForbiddenPage() {
  return (
    <FailurePage title="No puede entrar aquí con su cuenta">
      <p>
        Esta parte del portal es para otras cuentas: la de los clientes, la del personal, o la de quien
        administra.
      </p>
      <p>
        Vuelva a <a href={routes.home()}>la página de inicio</a>. Si llegó desde un formulario de esta página,
        ábralo de nuevo y envíelo otra vez. Si tiene otra cuenta,{" "}
        <a href={routes.signIn()}>ingrese con ella</a>.
      </p>
    </FailurePage>
  );
}
