import bwipjs from "bwip-js/node";

interface QrCodeProps {
  text: string;
  /** What it is, for those who do not see it; what it holds has to stand beside it in writing too. */
  label: string;
}

/** Modules of white around it. Source: ISO/IEC 18004, 5.3.8. */
const QUIET = 4;

/** A QR code drawn on the server, black on white in any theme; its size is given from outside. */
export function QrCode({ text, label }: QrCodeProps) {
  const { width, path } = drawn(text);
  const size = width + 2 * QUIET;
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      className="h-auto w-56 max-w-full"
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Its dark modules, run by run, and how many there are across. */
function drawn(text: string): { width: number; path: string } {
  const options = { bcid: "qrcode", text: escaped(text), parse: true, eclevel: "M" };
  const [symbol] = bwipjs.raw(options);
  if (!symbol || !("pixs" in symbol)) throw new RangeError("too much for a QR code");
  const { pixs, pixx: width } = symbol;
  const runs: string[] = [];
  for (let row = 0; row < width; row += 1)
    for (let at = 0; at < width;) {
      let length = 0;
      while (at + length < width && pixs[row * width + at + length]) length += 1;
      if (length) runs.push(`M${at + QUIET} ${row + QUIET}h${length}v1h-${length}z`);
      at += length || 1;
    }
  return { width, path: runs.join("") };
}

/** Byte by byte in UTF-8, so that nothing in the text is taken for an instruction to the encoder. */
const escaped = (text: string) =>
  [...Buffer.from(text)].map((byte) => `^${String(byte).padStart(3, "0")}`).join("");
