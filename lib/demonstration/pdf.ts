const PAGE = { width: 595, height: 842, left: 64, top: 770 };
const SIZES = { title: 16, text: 11 };
const LEADING = 18;

/** What the fonts' encoding has: Latin-1 is a part of it. @throws RangeError for any other character */
function literal(text: string): string {
  if (!/^[\x20-\x7e\xa0-\xff]*$/.test(text)) throw new RangeError(`not in Latin-1: ${text}`);
  return `(${text.replace(/[\\()]/g, (character) => `\\${character}`)})`;
}

/** A page with a title and lines of text, the same bytes every time: a library would write the hour into it. */
export function onePagePdf(title: string, lines: readonly string[]): Buffer {
  const text =
    `BT /F2 ${SIZES.title} Tf ${PAGE.left} ${PAGE.top} Td ${literal(title)} Tj /F1 ${SIZES.text} Tf ` +
    `0 -${2 * LEADING} Td ${lines.map((line) => `${literal(line)} Tj 0 -${LEADING} Td`).join(" ")} ET`;
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents 4 0 R ` +
      "/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    font("Helvetica"),
    font("Helvetica-Bold"),
    `<< /Title ${literal(title)} >>`,
  ];
  let body = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const count = objects.length + 1;
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R /Info ${count - 1} 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${count}\n0000000000 65535 f \n${offsets.join("")}${trailer}`, "latin1");
}
