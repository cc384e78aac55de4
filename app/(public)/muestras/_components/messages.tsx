import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { MistakeList } from "@/components/ui/error-summary";
import { Explanation } from "@/components/ui/explanation";
import { Notice } from "@/components/ui/notice";
import { Sample } from "./sample";

export function Messages() {
  return (
    <>
      <Sample title="Avisos">
        <Notice title="Información">
          <p>El historial muestra los cargos netos, sin IVA.</p>
        </Notice>
        <Notice kind="attention" title="Atención">
          <p>Sin el número de suministro tardaremos más. Puede presentar de todos modos.</p>
        </Notice>
        <Notice kind="problem" title="Problema">
          <p>No pudimos abrir el documento. Sus datos no se perdieron.</p>
        </Notice>
        <Notice kind="done" title="Hecho">
          <p>Recibimos su reclamo R-2026-000184 el 4 de mayo de 2026 a las 15:00.</p>
        </Notice>
      </Sample>
      <Sample title="Resumen de errores" note="En su página va arriba del título y recibe el foco.">
        <MistakeList
          mistakes={[
            { field: "correo", message: "Al correo le falta la parte después de la @" },
            { message: "No pudimos comprobar los datos" },
          ]}
        />
      </Sample>
      <Sample title="Sin resultados">
        <EmptyState title="No hay nada con la placa 99999">
          <p>Revise el número: suele estar pintado a la altura de los ojos.</p>
        </EmptyState>
        <EmptyState title="Todavía no tiene suministros">
          <p>Agregue uno con el número de suministro y el total de una boleta reciente.</p>
          <ButtonLink href="#contenido" kind="secondary">
            Vincular suministro
          </ButtonLink>
        </EmptyState>
      </Sample>
      <Sample title="Explicación">
        <Explanation term="(R.M.E.)" open>
          <p>La cooperativa no ha descrito este cargo.</p>
        </Explanation>
        <Explanation term="Uso del sistema de transmisión" aside="286 kWh × $ 17,125">
          <p>Paga las líneas de alta tensión que traen la energía hasta la red de la cooperativa.</p>
        </Explanation>
      </Sample>
    </>
  );
}
