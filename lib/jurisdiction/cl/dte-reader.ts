import { SaxesParser } from "saxes";
import { parseCivilDate } from "../../kernel/civil-date.ts";
import { dteOf } from "./dte-document.ts";
import { FILE, type Element, type EnvelopeField } from "./dte-elements.ts";
import { PartsOfDte } from "./dte-parts.ts";
import { readPlainXml, type XmlVisitor } from "./dte-plain-xml.ts";
import { DteStop, type DteRefusalCode } from "./dte-refusals.ts";
import { decodeXml, withWindowsCharacters, type XmlText } from "./dte-text.ts";
import type { Dte, DteFile, DteResult } from "./dte.ts";

/** The SII's limits are 500 boletas or 2000 of the other documents in an envelope: some 12 MB. */
const MAX_DOCUMENTS = 2000;
export const MAX_DTE_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 100;

/**
 * The tax documents in `bytes`: an `EnvioDTE`, an `EnvioBOLETA` or a bare `DTE`, with or without namespace.
 *
 * A file that is not sound XML is refused whole; in one that is, each document stands or falls by itself.
 * Nothing here tells whether the document is genuine: `verifyTimbre` does.
 */
export function readDte(bytes: Uint8Array): DteResult<DteFile> {
  return refusing(() => {
    if (bytes.byteLength > MAX_DTE_BYTES) throw new DteStop("dte/too-large", { line: 1 });
    const xml = decodeXml(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return (xml.bytes && plain(xml, xml.bytes)) ?? parsed(withWindowsCharacters(xml));
  });
}

function refusing<T>(read: () => T): DteResult<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof DteStop) return { ok: false, error: error.refusal };
    throw error;
  }
}

/** What a quick look finds in the file, or null when that needs an XML parser. */
function plain(xml: XmlText, bytes: Buffer): DteFile | null {
  const found = new DocumentsInFile(xml);
  return readPlainXml({ bytes, text: xml.text }, found) ? found.file() : null;
}

/** What an XML parser finds in the file; it tells of what is wrong with it, and where. */
function parsed(xml: XmlText): DteFile {
  const found = new DocumentsInFile(xml);
  // Names and places decide, not namespaces: documents go about with and without theirs.
  const parser = new SaxesParser({ position: false, forceXMLVersion: true, defaultXMLVersion: "1.0" });
  const stop = (code: DteRefusalCode) => {
    throw new DteStop(code, { line: parser.line });
  };
  const text = (part: string) => {
    if (found.wantsText()) found.text(part);
  };
  parser.on("error", () => stop("dte/malformed"));
  parser.on("doctype", () => stop("dte/doctype"));
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("opentag", ({ name }) => found.open(name, xml.text.lastIndexOf("<", parser.position - 1)));
  parser.on("closetag", () => found.close(parser.position));
  parser.write(xml.text).close();
  return found.file();
}

/** Gathers the documents of a file on the way through it. */
class DocumentsInFile implements XmlVisitor {
  readonly #xml: XmlText;
  readonly #documents: DteResult<Dte>[] = [];
  readonly #envelope: Partial<Record<EnvelopeField, string>> = {};
  readonly #open: (Element | undefined)[] = [FILE];
  #innermost: Element | undefined = FILE;
  #isBare = false;
  #content = "";
  #parts: PartsOfDte;

  constructor(xml: XmlText) {
    this.#xml = xml;
    this.#parts = new PartsOfDte(xml, 1);
  }

  open(name: string, position: number): void {
    const depth = this.#open.length;
    if (depth > MAX_DEPTH) throw new DteStop("dte/too-deep", { line: this.#xml.lineAt(position) });
    const element = this.#innermost?.children.get(localName(name));
    if (depth === 1 && !element)
      throw new DteStop("dte/not-a-dte", { line: this.#xml.lineAt(position), value: name.slice(0, 80) });
    if (depth === 1) this.#isBare = element?.part === "DTE";
    this.#open.push(element);
    this.#innermost = element;
    if (!element) return;
    this.#content = "";
    if (element.part === "DTE") this.#beginDocument(position);
    if (element.part) this.#parts.begin(element.part, position);
    if (element.isAdjustment) this.#parts.hasAdjustments = true;
  }

  #beginDocument(position: number): void {
    const line = this.#xml.lineAt(position);
    if (this.#documents.length === MAX_DOCUMENTS) throw new DteStop("dte/too-many-documents", { line });
    this.#parts = new PartsOfDte(this.#xml, line);
  }

  wantsText(): boolean {
    return (this.#innermost?.field ?? this.#innermost?.envelopeField) !== undefined;
  }

  text(text: string): void {
    this.#content += text;
  }

  close(end: number): void {
    const element = this.#open.pop();
    this.#innermost = this.#open[this.#open.length - 1];
    if (!element) return;
    if (element.field) this.#parts.keep(element.field, this.#content.trim());
    if (element.envelopeField) this.#envelope[element.envelopeField] = this.#content.trim();
    if (element.part) this.#parts.end(element.part, end);
    if (element.part === "DTE") this.#documents.push(refusing(() => dteOf(this.#parts)));
  }

  file(): DteFile {
    if (this.#documents.length === 0) throw new DteStop("dte/no-documents", { line: 1 });
    return {
      isBare: this.#isBare,
      encoding: this.#xml.encoding,
      resolution: resolutionOf(this.#envelope),
      documents: this.#documents,
    };
  }
}

const localName = (name: string) => (name.includes(":") ? name.slice(name.indexOf(":") + 1) : name);

function resolutionOf({ FchResol, NroResol }: Partial<Record<EnvelopeField, string>>) {
  const date = parseCivilDate(FchResol ?? "");
  return date && /^\d{1,6}$/.test(NroResol ?? "") ? { number: Number(NroResol), date } : null;
}
