import { routes } from "@/lib/platform/routes";
import { FailurePage } from "./failure-page";

/** The same for what does not exist and for what is another person's. */
export function NotFoundPage() {
  return (
    <FailurePage title="No encontramos esta página">
      <p>La dirección no existe, o lo que muestra no está entre los suministros vinculados a su cuenta.</p>
      <p>
        Revise que esté bien escrita, o búsquelo desde <a href={routes.desktop()}>su cuenta</a> o desde{" "}
        <a href={routes.home()}>la página de inicio</a>.
      </p>
    </FailurePage>
  );
}
