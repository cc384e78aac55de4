const ORNAMENT = /[.\s\p{Cf}]/gu;
/** Six to ten digits and no check digit: only the shape can be checked. */
const SHAPE = /^[1-9]\d{5,9}$/;

/** A cédula de ciudadanía as its digits alone, or null when `text` is none. */
export function parseCedula(text: string): string | null {
  const plain = text.normalize("NFKC").replace(ORNAMENT, "");
  return SHAPE.test(plain) ? plain : null;
}

/** "1.020.304.050" */
export const formatCedula = (cedula: string) => cedula.replace(/\B(?=(\d{3})+$)/g, ".");
