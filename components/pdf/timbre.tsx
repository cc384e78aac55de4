import { Canvas, View } from "@react-pdf/renderer";
import { pdf417 } from "./pdf417";

/** Width of a module in points: 6.94 mils, above the 6.7 that the SII asks for; a row is three modules high. */
const MODULE = 0.5;
const ROW = 3 * MODULE;
/** The quiet zone: a quarter of an inch on all sides. */
const QUIET = 18;

interface Painter {
  rect(x: number, y: number, width: number, height: number): Painter;
  fill(colour: string): Painter;
}

/** The timbre as a barcode of the exact bytes, drawn as lines so that it is sharp at any resolution. */
export function Timbre({ bytes }: { bytes: Uint8Array }) {
  const { width, rows } = pdf417(bytes);
  const paint = (painter: Painter) => {
    rows.forEach((runs, row) => {
      for (const { start, length } of runs)
        painter.rect(QUIET + start * MODULE, QUIET + row * ROW, length * MODULE, ROW);
    });
    painter.fill("black");
    return null;
  };
  const size = { width: width * MODULE + 2 * QUIET, height: rows.length * ROW + 2 * QUIET };
  return (
    // The zone begins at the page's margin already, so that the bars stand at the margin's line.
    <View style={{ marginLeft: -QUIET }}>
      <Canvas style={size} paint={paint} />
    </View>
  );
}
