/** What may be odd in the data of a network and is published all the same. */
export const WARNINGS = {
  "no-coordinates": {
    title: "Sin coordenadas",
    meaning: "No se sabe dónde están: no aparecen en los dibujos ni al buscar por coordenadas.",
  },
  "outside-area": {
    title: "Coordenadas fuera de la zona de servicio",
    meaning: "Están donde la empresa no tiene red: la posición debe de estar mal.",
  },
  "no-feeder": { title: "Sin alimentador", meaning: "No se sabe de qué alimentador cuelgan." },
  "no-substation": { title: "Sin subestación", meaning: "No se sabe de qué subestación dependen." },
  "zero-length": { title: "Extensión cero", meaning: "El vano empieza y termina en el mismo punto." },
  "length-differs": {
    title: "Extensión declarada lejos de la dibujada",
    meaning: "La diferencia pasa de 5 m y del 10 %: una de las dos está mal.",
  },
  "drawn-backwards": {
    title: "Dibujado al revés",
    meaning: "El dibujo va del nodo de destino al de origen; los extremos valen por sus nodos.",
  },
  "phase-order": {
    title: "Fases en un orden poco usual",
    meaning: "Se muestran como vienen: R, S y T suelen escribirse en ese orden.",
  },
  "no-kind": { title: "Sin tipo", meaning: "No se sabe qué equipo es." },
  "unknown-wire": {
    title: "Conductor desconocido",
    meaning: "Su conductor no está en la tabla de conductores.",
  },
  "unknown-pole-feeder": {
    title: "Alimentador desconocido en un poste",
    meaning: "El poste nombra un alimentador que la red no tiene.",
  },
  value: { title: "Dato que no se entiende", meaning: "Se publica como S/I." },
  zero: { title: "Cero que quiere decir sin dato", meaning: "Se publica como S/I." },
  text: {
    title: "Texto con problemas",
    meaning: "Trae caracteres invisibles, de otra codificación o demasiados.",
  },
  "small-percentage": {
    title: "Porcentaje muy pequeño",
    meaning: "Es menor que 0,2 %: quizás es una fracción (0,0133 es 1,33 %). Se muestra como viene.",
  },
  "unknown-unit": {
    title: "Unidad de los recargos que no se conoce",
    meaning: "No dice porcentaje ni fracción: los recargos se muestran como vienen, con lo que declara.",
  },
} as const satisfies Record<string, { title: string; meaning: string }>;

export type WarningCode = keyof typeof WARNINGS;
export const isWarningCode = (code: string): code is WarningCode => Object.hasOwn(WARNINGS, code);
