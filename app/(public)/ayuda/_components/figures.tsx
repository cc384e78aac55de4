import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import type { ManualPart } from "./manual-part";

/** What the figures mean. */
export const FIGURES: readonly ManualPart[] = [
  { id: "medidor", title: "Medidor y lecturas", Body: Meter },
  { id: "consumos", title: "Consumo y cargos históricos", Body: History },
  { id: "cargos", title: "Los cargos de un mes", Body: Charges },
];

function Meter() {
  return (
    <>
      <p>
        El medidor cuenta los kWh sin volver atrás. El consumo es la diferencia entre dos lecturas seguidas
        del mismo medidor.
      </p>
      <dl>
        <dt>Leída en terreno</dt>
        <dd>Alguien leyó el medidor ese día.</dd>
        <dt>Estimada</dt>
        <dd>No se pudo leer y se calculó. La lectura siguiente la corrige.</dd>
        <dt>Sin lectura</dt>
        <dd>Nadie leyó el medidor ese mes, ni se estimó.</dd>
        <dt>S/I</dt>
        <dd>
          Sin información: la empresa no ha cargado el dato, o no se puede saber. Nunca quiere decir cero.
        </dd>
      </dl>
      <p>Aunque haya lectura, el consumo dice S/I cuando no se puede calcular:</p>
      <ul>
        <li>en la primera lectura de un medidor, porque no hay otra con qué compararla;</li>
        <li>
          cuando el medidor marca menos que antes, porque dio la vuelta y volvió a cero, o porque se corrigió
          una lectura.
        </li>
      </ul>
      <p>
        Si entre dos lecturas pasó más tiempo que el habitual, dice desde qué mes se cuenta. Después de un
        cambio de medidor, cada uno lleva su propia cuenta.
      </p>
    </>
  );
}

function History() {
  const { tax, words } = companyJurisdiction();
  return (
    <>
      <p>
        Los últimos 36 meses que se conocen, en dos gráficos y una tabla. Los cargos de los gráficos y de la
        tabla son <strong>netos</strong>, sin {tax.name}; el <strong>total</strong> es lo que dice su{" "}
        {words.bill}.
      </p>
      <ul>
        <li>
          Barra llena: lectura del medidor. Barra rayada: estimada. Contorno: el mismo mes, un año antes.
        </li>
        <li>Dos postes de puntos, o S/I en la tabla: de ese mes no hay información.</li>
      </ul>
      <p>
        La tabla se ordena tocando el nombre de una columna, y se busca por mes o por año: «enero 2020»,
        «2019». «Detalle» abre los cargos de un mes.
      </p>
    </>
  );
}

function Charges() {
  const { tax, words } = companyJurisdiction();
  return (
    <>
      <p>Cada cargo lleva su monto y dice si es afecto a {tax.name}.</p>
      <dl>
        <dt>Afecto: SI</dt>
        <dd>Paga {tax.name}.</dd>
        <dt>Afecto: NO</dt>
        <dd>
          No paga {tax.name}: la ley lo deja fuera ({words.exempt}).
        </dd>
        <dt>Neto</dt>
        <dd>La suma de todos los cargos, sin {tax.name}. Es lo que muestra el historial.</dd>
        <dt>{tax.name}</dt>
        <dd>El impuesto sobre la suma de los cargos afectos.</dd>
        <dt>Total</dt>
        <dd>
          El neto más el {tax.name}. Es lo que dice su {words.bill} y lo que se paga.
        </dd>
      </dl>
      <p>
        Toque el nombre de un cargo para saber qué es. Los que la empresa ha descrito están en{" "}
        <a href={routes.chargesExplained()}>Conozca su {words.bill}</a>.
      </p>
    </>
  );
}
