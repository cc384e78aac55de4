/** The drawing of twelve months, in units that are about a pixel as shown. */
export const WIDTH = 300;
export const HEIGHT = 214;
/** Where the greatest value reaches, and where zero stands when nothing is below it. */
export const TOP = 47;
export const BASELINE = 178;
export const BAR = 11;
export const OUTLINE = 17;
/** Width of a digit in the drawing's type. */
export const DIGIT = 7.6;

export const halfOf = (label: string) => (label.length * DIGIT) / 2;

/** A guide line and its value. */
export interface Tick {
  y: number;
  label: string;
}
