/** A kind of charge: its words on the bill, whether it pays IVA, and what it is. */
interface ChargeKind {
  glosa: string;
  afecto: boolean;
  explicacion: string;
}

const taxed = (glosa: string, explicacion: string): ChargeKind => ({ glosa, afecto: true, explicacion });
const excluded = (glosa: string, explicacion: string): ChargeKind => ({ glosa, afecto: false, explicacion });

/** Every charge of the Electrificadora del Litoral. Energy is excluded from IVA; what is sold besides pays it. */
export const CHARGES = {
  service: excluded(
    "Cargo fijo",
    "Leer el medidor, hacer la factura y atenderlo. Se cobra aunque no haya consumo.",
  ),
  energy: excluded(
    "Consumo de energía",
    "Los kWh del periodo por el costo unitario de prestación del servicio, que se publica cada mes.",
  ),
  subsidy: excluded(
    "Subsidio por estrato",
    "Parte del consumo de subsistencia que pagan por usted la Nación y los usuarios que contribuyen. Lo tienen los estratos 1, 2 y 3.",
  ),
  contribution: excluded(
    "Contribución de solidaridad",
    "20 % sobre el consumo que pagan los estratos 5 y 6 y el comercio para los subsidios de los estratos 1, 2 y 3.",
  ),
  reactive: excluded(
    "Energía reactiva",
    "Penalización por la energía reactiva que pasa de la mitad de la activa. Se corrige con condensadores en su instalación.",
  ),
  lighting: excluded(
    "Alumbrado público",
    "Impuesto del municipio para las luces de calles y parques. La empresa sólo lo recauda.",
  ),
  cleaning: excluded(
    "Aseo",
    "Recolección de basuras y barrido. La empresa sólo lo recauda para quien presta el servicio.",
  ),
  compensation: excluded(
    "Compensación por calidad del servicio",
    "Devolución por las interrupciones que pasaron de lo que permite la regulación. No tiene que pedirla.",
  ),
  interest: excluded("Interés de mora", "Interés por los días de atraso de una factura anterior."),
  reconnection: taxed(
    "Reconexión",
    "Volver a conectar el servicio después de una suspensión por falta de pago. Paga IVA.",
  ),
  meterReview: taxed(
    "Revisión del medidor",
    "Revisión que usted pidió y en la que el medidor estaba bueno. Paga IVA.",
  ),
  rounding: excluded("Ajuste a la decena", "Unos pesos de más o de menos para que el total termine en cero."),
} satisfies Record<string, ChargeKind>;

export type ChargeName = keyof typeof CHARGES;
