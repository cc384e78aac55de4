import { EmptyState } from "@/components/ui/empty-state";

/** Nothing is called what was typed, nor like it. */
export function NotFound({ typed }: { typed: string }) {
  return (
    <EmptyState title={`No hay nada en la red con «${typed.slice(0, 80)}»`}>
      <p>
        Escriba la placa completa, parte del nombre, o elija la región y la comuna y baje hasta el
        transformador.
      </p>
    </EmptyState>
  );
}
