import { routes } from "@/lib/platform/routes";

/** What recovery codes are for, above the codes themselves. */
export function RecoveryCodesLead({ added = false }: { added?: boolean }) {
  return (
    <>
      <p>
        {added
          ? "Desde ahora ingresa con su contraseña y un código de la aplicación. "
          : "Los anteriores ya no sirven. "}
        Si pierde el teléfono, cada uno de estos códigos le deja entrar una vez.
      </p>
      <p>
        No volveremos a mostrarlos: anótelos o imprímalos, y guárdelos donde no esté el teléfono. Después,{" "}
        <a href={routes.security()}>vuelva a Seguridad</a>.
      </p>
    </>
  );
}
