import { Answer, Perforation } from "@/components/ui/answer";
import { StateMark, type State } from "@/components/ui/state-mark";
import { Unknown } from "@/components/ui/unknown";
import { Sample } from "./sample";

const STATES: [State, string, string][] = [
  ["owed", "Por pagar", "Hay boleta y aún no vence."],
  ["overdue", "Vencida", "Pasó la fecha de pago."],
  ["paid", "Pagada", "Está pagada por completo."],
  ["estimated", "Estimada", "No se leyó el medidor."],
  ["inTime", "En plazo", "Queda tiempo para responder."],
  ["dueSoon", "Por vencer", "Quedan tres días o menos."],
  ["late", "Fuera de plazo", "Pasó el último día sin respuesta."],
  ["waiting", "Espera al cliente", "Le toca al cliente."],
];

export function Type() {
  return (
    <>
      <Sample title="Letra">
        <div>
          <Answer label="Debe">$ 55.900</Answer>
          <p className="mt-1 text-note text-ink-soft">Cifra: una por página</p>
        </div>
        <p className="text-h1 leading-tight font-bold tracking-[-0.022em]">Título de página</p>
        <p className="text-h2 leading-tight font-bold">Título de sección</p>
        <h3>Título menor</h3>
        <p className="max-w-168 text-lead">Frase guía: lo que la página viene a decir.</p>
        <p>
          Texto corrido. Le responderemos a más tardar el 3 de junio de 2026; si no ocurre, puede ir a la SEC.
        </p>
        <p className="text-note text-ink-soft">Nota: fuente, fecha, unidad, aclaración.</p>
        <Perforation />
      </Sample>
      <Sample title="Estados" note="Forma, palabra y color. Sin cápsulas.">
        <ul className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
          {STATES.map(([state, word, meaning]) => (
            <li key={state} className="col-span-full grid grid-cols-subgrid">
              <StateMark state={state}>{word}</StateMark>
              <span>{meaning}</span>
            </li>
          ))}
          <li className="col-span-full grid grid-cols-subgrid">
            <span>
              <Unknown />
            </span>
            <span>Sin información. Nunca es cero.</span>
          </li>
        </ul>
      </Sample>
    </>
  );
}
