import type { Refusal, RefusalCode, State } from "../pqr/model.ts";

/** What a person or a program reads when no date is given: what is so, and what to do. */
export const DEADLINE_REFUSALS: Record<RefusalCode, (about: string) => string> = {
  malformed_case: (about) =>
    `El caso no tiene la forma que se espera${about && ` (${about})`}. Envíe jurisdiction, caseType, events y asOf como dice la documentación.`,
  unknown_jurisdiction: (about) => `No conocemos las reglas de «${about}». Use CL, CO, BO o PY.`,
  unknown_subdivision: (about) =>
    `No hay un calendario de feriados de «${about}». Deje la subdivisión vacía o use una que tenga calendario.`,
  unknown_case_type: (about) => `«${about}» no es una clase de caso de ese país.`,
  unknown_zone: (about) => `«${about}» no es una zona horaria. Use un nombre IANA, como America/Bogota.`,
  zone_required: () =>
    "Chile tiene tres zonas horarias: diga la del suministro (America/Santiago, America/Punta_Arenas o America/Coyhaique).",
  unknown_event: (about) => `No conocemos el hecho «${about}».`,
  incomplete_event: (about) => `A un hecho le falta un dato, o no es válido: ${about}.`,
  impossible_date: (about) =>
    `«${about}» no es una fecha que exista. Los instantes llevan segundos y desfase, como 2026-02-02T10:00:00-05:00; los días, AAAA-MM-DD.`,
  missing_start_event: (about) => `Falta el hecho que inicia el plazo (${about}), o es posterior a asOf.`,
  year_not_covered: (about) =>
    `El plazo toca el año ${about}, cuyo calendario de feriados no está aprobado: no damos una fecha que pueda ser falsa.`,
};

/** The same for a person at the calculator, who chooses from lists. */
export function calculatorRefusal({ code, about }: Refusal): string {
  if (code === "unknown_jurisdiction")
    return `No conocemos los plazos de «${about}». Elija Chile, Colombia, Bolivia o Paraguay.`;
  if (code === "unknown_zone")
    return `No conocemos el lugar «${about}». Elija en la lista dónde está el suministro.`;
  if (code === "unknown_subdivision")
    return `No tenemos un calendario de feriados para «${about}». Elija uno de la lista.`;
  return DEADLINE_REFUSALS[code](about);
}

/** Each state in a word, and what happens next. */
export const STATE_WORDS: Record<State, { name: string; next: string }> = {
  en_termino: { name: "En plazo", next: "El plazo está corriendo." },
  esperando_usuario: {
    name: "Espera al usuario",
    next: "El plazo está detenido hasta que se complete lo que falta.",
  },
  desistimiento_por_decretar: {
    name: "Desistimiento por decretar",
    next: "Pasó el mes para completar lo que faltaba; la empresa puede archivar con un acto motivado.",
  },
  desistida: { name: "Desistida", next: "El caso terminó; se puede presentar de nuevo." },
  en_pruebas: { name: "En pruebas", next: "El período de pruebas suspende el plazo." },
  decidida_sin_notificar: {
    name: "Decidida sin notificar",
    next: "La empresa decidió y debe notificar la decisión.",
  },
  notificada_recurso_abierto: {
    name: "Notificada",
    next: "Contra la decisión se puede presentar el recurso de reposición y en subsidio apelación.",
  },
  en_firme: { name: "En firme", next: "Pasó el plazo del recurso: la decisión no cambia." },
  respondida: { name: "Respondida", next: "La respuesta llegó dentro del plazo." },
  actuacion_agotada: { name: "Agotada", next: "Ante la empresa no queda otro recurso." },
  en_apelacion_SSPD: { name: "En apelación", next: "La empresa envía el expediente a la SSPD, que decide." },
  rechazada_de_plano: {
    name: "Rechazada de plano",
    next: "El recurso llegó tarde. Contra el rechazo procede la queja ante la SSPD.",
  },
  inadmisible_extemporanea: {
    name: "Fuera del plazo para reclamar",
    next: "Se presentó después de cinco meses; la empresa debe responder igual.",
  },
  silencio_positivo: {
    name: "Silencio positivo",
    next: "Lo pedido se entiende concedido; la empresa debe reconocerlo en 72 horas.",
  },
  silencio_no_reconocido: {
    name: "Silencio no reconocido",
    next: "Pasaron las 72 horas: puede pedir a la SSPD que lo haga cumplir.",
  },
  silencio_reconocido: { name: "Silencio reconocido", next: "La empresa reconoció lo pedido." },
  solicitud_aceptada_por_silencio: {
    name: "Aceptada por silencio",
    next: "La empresa debe entregar las copias en tres días hábiles.",
  },
  vencida: { name: "Fuera de plazo", next: "El plazo ya terminó." },
  cumplida: { name: "Cumplida", next: "Se hizo dentro del plazo." },
  cumplida_tarde: { name: "Cumplida tarde", next: "Se hizo después del plazo." },
};
