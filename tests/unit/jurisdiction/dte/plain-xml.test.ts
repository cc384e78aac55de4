import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { readPlainXml } from "@/lib/jurisdiction/cl/dte-plain-xml.ts";
import { fixture, issued, REAL } from "./documents.ts";

/** What a reader is told, text put together. */
class Told {
  readonly events: string[] = [];
  #text = "";
  wantsText() {
    return true;
  }
  text(text: string) {
    this.#text += text;
  }
  open(name: string) {
    this.#tell(`<${name}>`);
  }
  close() {
    this.#tell("</>");
  }
  #tell(event: string) {
    if (this.#text) this.events.push(this.#text);
    this.#text = "";
    this.events.push(event);
  }
}

/** What the parser of all of XML tells, or null when it finds the text malformed. */
function toldBySaxes(xml: string): string[] | null {
  const told = new Told();
  const parser = new SaxesParser({ position: false, forceXMLVersion: true, defaultXMLVersion: "1.0" });
  let isMalformed = false;
  let depth = 0;
  parser.on("error", () => (isMalformed = true));
  parser.on("text", (text) => depth > 0 && told.text(text));
  parser.on("cdata", (text) => told.text(text));
  parser.on("opentag", ({ name }) => (depth++, told.open(name)));
  parser.on("closetag", () => (depth--, told.close()));
  try {
    parser.write(xml).close();
  } catch {
    isMalformed = true;
  }
  return isMalformed ? null : told.events;
}

function toldPlainly(xml: string): string[] | null {
  const told = new Told();
  // Only text that ISO-8859-1 can write comes to it.
  if (/[^\0-\xff]/.test(xml)) return null;
  return readPlainXml({ text: xml, bytes: Buffer.from(xml, "latin1") }, told) ? told.events : null;
}

/** Pieces of which some are XML, some nearly so. */
const piece = fc.constantFrom(
  ...["<a>", "</a>", "<b:c>", "</b:c>", "<a/>", "<a />", '<a b="1">', "<a b='1' c=\"2\">", '<a b="1" b="2">'],
  ...[
    '<a b="<">',
    "<a b=1>",
    '<a b="&lt;">',
    '<a b="&x;">',
    '<a b="1"c="2">',
    "<1>",
    "</a >",
    "<a",
    "<",
    ">",
  ],
  ...[
    "x",
    " ",
    "\n",
    "\r\n",
    "\t",
    "ñ",
    "€",
    "\0",
    "\x07",
    "\x85",
    "\ud800",
    "\ufffe",
    "😀",
    "\ufeff",
    "]]>",
  ],
  ...[
    "&",
    "&amp;",
    "&lt;",
    "&apos;",
    "&#10;",
    "&#0;",
    "&nbsp;",
    "&amp",
    "<!-- c -->",
    "<!-- - -->",
    "<!---->",
  ],
  ...["<!-- a--b -->", "<!--", "-->", "<![CDATA[<a>]]>", "<!DOCTYPE a>", "<?pi x?>", "<?xml version='1.0'?>"],
  ...['<?xml version="1.0" encoding="ISO-8859-1"?>\n', '<?xml version="1.1"?>', '<?xml encoding="x"?>'],
);
const soup = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
const nested = fc
  .tuple(fc.constantFrom("", '<?xml version="1.0"?>', "<!-- c -->"), fc.array(soup, { maxLength: 3 }))
  .map(([start, inner]) => `${start}<DTE>${inner.map((one) => `<a>${one}</a>`).join("\n")}</DTE>\n`);

test("what is read plainly is what a parser of all of XML reads, and nothing that it refuses", () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.oneof(soup, nested), (xml) => {
      const events = toldPlainly(xml);
      if (events === null) return;
      plain += 1;
      expect(events).toEqual(toldBySaxes(xml));
    }),
    { numRuns: 5000 },
  );
  expect(plain).toBeGreaterThan(200);
});

test.each(Object.values(REAL))("the real document %s is plain", (name) => {
  const xml = fixture(name).toString("latin1");
  expect(toldPlainly(xml)).toEqual(toldBySaxes(xml));
});

test("a document cut or changed anywhere is read alike, or left to the parser", () => {
  const xml = issued(39).toString("latin1");
  fc.assert(
    fc.property(fc.nat(xml.length), fc.nat(5), piece, (at, removed, put) => {
      const broken = xml.slice(0, at) + put + xml.slice(at + removed);
      const events = toldPlainly(broken);
      if (events !== null) expect(events).toEqual(toldBySaxes(broken));
    }),
    { numRuns: 1000 },
  );
});

test("positions are those of the tag's beginning and behind its end", () => {
  const xml = '<?xml version="1.0"?><DTE a="1"><b/>ñ</DTE>';
  const at: (string | number)[] = [];
  readPlainXml(
    { text: xml, bytes: Buffer.from(xml, "latin1") },
    {
      wantsText: () => false,
      text: () => {},
      open: (name, position) => at.push(name, position),
      close: (end) => at.push(end),
    },
  );
  expect(at).toEqual(["DTE", xml.indexOf("<DTE"), "b", xml.indexOf("<b"), xml.indexOf("ñ"), xml.length]);
});
