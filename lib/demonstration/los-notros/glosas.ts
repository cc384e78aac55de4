/** A kind of charge: its words on the bill, whether it pays IVA, and what it is. */
interface ChargeKind {
  glosa: string;
  afecto: boolean;
  /** Null where the company has not described it. */
  explicacion: string | null;
}

const taxed = (glosa: string, explicacion: string | null): ChargeKind => ({
  glosa,
  afecto: true,
  explicacion,
});
const exempt = (glosa: string, explicacion: string): ChargeKind => ({ glosa, afecto: false, explicacion });

/** Every charge of Los Notros. The first eight are those of the reference manual's bill. */
export const CHARGES = {
  dispatch: taxed("Despacho postal", "Preparar y despachar su boleta en papel."),
  latePayment: taxed(
    "Pago de cuenta fuera de plazo",
    "Gasto de registrar el pago de una boleta anterior después de su vencimiento.",
  ),
  publicService: exempt(
    "Servicio público",
    "Cargo que fija la ley para financiar a los organismos que coordinan y supervisan el sistema eléctrico. No paga IVA.",
  ),
  postage: exempt("Costo envío postal", "Franqueo que cobra el correo por llevar la boleta. No paga IVA."),
  service: taxed(
    "Administración del servicio",
    "Cargo fijo por leer el medidor, hacer la boleta y atenderlo. Se cobra aunque no haya consumo.",
  ),
  transmission: taxed(
    "Uso del sistema de transmisión",
    "Llevar la energía por las líneas de alta tensión hasta la zona. Se cobra por cada kWh consumido.",
  ),
  /** The manual does not say what the letters stand for, so neither does the demonstration. */
  rme: taxed("(R.M.E.)", null),
  energy: taxed(
    "Electricidad consumida",
    "Los kWh del periodo por el precio de su tarifa: es la diferencia entre las dos lecturas del medidor.",
  ),
  winter: taxed(
    "Consumo sobre límite de invierno",
    "Recargo por los kWh que pasan de su límite de invierno, de abril a septiembre. El límite depende de su consumo del resto del año.",
  ),
  contractedPower: taxed(
    "Potencia contratada",
    "Los kW que usted contrató y que la red le reserva, los use o no. Corresponde a la tarifa BT2.",
  ),
  readDemand: taxed(
    "Demanda máxima leída",
    "La mayor potencia, en kW, que marcó su medidor en el periodo. Corresponde a la tarifa BT3.",
  ),
  suppliedDemand: taxed(
    "Demanda máxima suministrada",
    "Promedio de las dos potencias más altas de los últimos doce meses, en kW. Corresponde a las tarifas horarias.",
  ),
  peakDemand: taxed(
    "Demanda máxima en horas de punta",
    "La mayor potencia, en kW, que usó en las horas de punta de los meses de invierno. Corresponde a las tarifas horarias.",
  ),
  powerFactor: taxed(
    "Recargo por bajo factor de potencia",
    "1 % por cada centésima que a su factor de potencia le falta para 0,93. Se corrige con condensadores en su instalación.",
  ),
  arrears: taxed(
    "Reliquidación por decreto tarifario",
    "Diferencia de meses anteriores, porque un decreto fijó después un precio mayor que el que se le cobró.",
  ),
  refund: taxed(
    "Abono por reliquidación tarifaria",
    "Devolución de meses anteriores, porque un decreto fijó después un precio menor que el que se le cobró.",
  ),
  subsidy: exempt(
    "Subsidio eléctrico",
    "Descuento que el Estado paga por usted a los hogares que lo solicitaron y cumplen los requisitos.",
  ),
  compensation: exempt(
    "Compensación por interrupciones",
    "Devolución por los cortes que pasaron de lo que permite la norma. Se descuenta sin que tenga que pedirla.",
  ),
  meterRent: taxed("Arriendo de medidor", "Uso de un medidor que es de la cooperativa."),
  interest: exempt("Interés por mora", "Interés por los días de atraso de una boleta anterior. No paga IVA."),
  reconnection: taxed(
    "Corte y reposición",
    "Cortar el suministro por deuda y volver a conectarlo después del pago.",
  ),
  rounding: exempt(
    "Ajuste de sencillo",
    "Unos pesos de más o de menos para que el total a pagar en efectivo termine en cero.",
  ),
} satisfies Record<string, ChargeKind>;

export type ChargeName = keyof typeof CHARGES;
