import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { ContactEmail, EmergencyPhone } from "../../../_components/contact-links";
import type { ManualPart } from "./manual-part";

/** What can be kept, and what to do when something is wrong. */
export const takingAlong = (): readonly ManualPart[] => [
  { id: "documento", title: `Ver ${companyJurisdiction().words.taxDocument}`, Body: TaxDocument },
  { id: "guardar", title: "Imprimir, guardar y CSV", Body: Keep },
  { id: "plazos", title: "Calcular un plazo", Body: Deadlines },
  { id: "problemas", title: "Si algo está mal", Body: Wrong },
];

function TaxDocument() {
  const { hasDte, words } = companyJurisdiction();
  return (
    <>
      <p>
        «Ver {words.taxDocument}» abre en PDF {hasDte ? "el" : "la"} {words.taxDocumentName} del mes. Está en
        la tabla del historial y en los cargos del mes; donde hay «–», el portal no tiene el documento.
      </p>
      {hasDte && (
        <p>
          El DTE es la boleta o factura electrónica que vale ante el Servicio de Impuestos Internos. El PDF es
          su representación impresa; el XML, el archivo tal como lo entregó la empresa.
        </p>
      )}
    </>
  );
}

function Keep() {
  return (
    <dl>
      <dt>Imprimir</dt>
      <dd>Lleva la página al papel, sin menús. Sin JavaScript, use el de su navegador.</dd>
      <dt>Guardar (PDF)</dt>
      <dd>El mismo contenido en un archivo. En las listas, con la búsqueda y el orden que haya elegido.</dd>
      <dt>Descargar CSV</dt>
      <dd>
        Una tabla para una hoja de cálculo en español: punto y coma entre columnas y coma decimal. Si otro
        programa la necesita con comas y punto decimal, agregue <code>formato=plano</code> a la dirección de
        la descarga: <code>…/csv?formato=plano</code>.
      </dd>
    </dl>
  );
}

function Deadlines() {
  return (
    <>
      <p>
        <a href={routes.deadlines()}>Calcular un plazo</a> dice hasta qué día tiene la empresa para responder
        o hacer algo, o usted para presentarlo. Elija el país, qué plazo y qué día empezó.
      </p>
      <dl>
        <dt>Días hábiles</dt>
        <dd>De lunes a viernes, sin los feriados del lugar. El día en que empieza no se cuenta.</dd>
        <dt>Días corridos</dt>
        <dd>Todos, también sábados, domingos y feriados.</dd>
        <dt>Horas</dt>
        <dd>Las que pasan de verdad, de noche y en feriado, desde la hora que escriba.</dd>
        <dt>Meses</dt>
        <dd>De fecha a fecha. Si el último día es inhábil, pasa al hábil siguiente.</dd>
      </dl>
      <p>
        El último día termina a las 23:59:59. Cada respuesta muestra los días uno por uno y la norma, se puede
        compartir por su dirección, imprimir, guardar en PDF y llevar a su calendario. De un año sin
        calendario de feriados aprobado no damos fechas. Es una ayuda para contar; no es una asesoría legal.
      </p>
    </>
  );
}

function Wrong() {
  const { words } = companyJurisdiction();
  return (
    <>
      <p>
        Sin luz o con peligro: llame al <EmergencyPhone />, día y noche. Qué decir está en{" "}
        <a href={routes.outages()}>Interrupciones</a>.
      </p>
      <p>
        Un dato que no es suyo, una lectura o un cargo que no entiende: escriba a <ContactEmail /> con el
        número de suministro, el mes y lo que ve. Si puede, adjunte el PDF y una foto del medidor donde se
        lean los números.
      </p>
      <p>
        Si una página falla, muestra un código: inclúyalo.
        {words.supervisor && <> Quien supervisa a la empresa es la {words.supervisor}.</>}
      </p>
    </>
  );
}
