import { SaxesParser } from "saxes";
import { parseCivilDate } from "../../kernel/civil-date.ts";
import { dteOf } from "./dte-document.ts";
import { FILE, type Element, type EnvelopeField } from "./dte-elements.ts";
import { PartsOfDte } from "./dte-parts.ts";
import { DteStop, type DteRefusalCode } from "./dte-refusals.ts";
import { decodeXml, type XmlText } from "./dte-text.ts";
import type { Dte, DteFile, DteResult } from "./dte.ts";

/** The SII's limits are 500 boletas or 2000 of the other documents in an envelope: some 12 MB. */
const MAX_DOCUMENTS = 2000;
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 100;

/**
 * The tax documents in `bytes`: an `EnvioDTE`, an `EnvioBOLETA` or a bare `DTE`, with or without namespace.
 *
 * A file that is not sound XML is refused whole; in one that is, each document stands or falls by itself.
 * Nothing here tells whether the document is genuine: `verifyTimbre` does.
 */
export function readDte(bytes: Uint8Array): DteResult<DteFile> {
  return refusing(() => {
    if (bytes.byteLength > MAX_BYTES) throw new DteStop("dte/too-large", { line: 1 });
    return parse(decodeXml(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
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

function parse(xml: XmlText): DteFile {
  // Names and places decide, not namespaces: documents go about with and without theirs.
  const parser = new SaxesParser({ position: false, forceXMLVersion: true, defaultXMLVersion: "1.0" });
  const documents: DteResult<Dte>[] = [];
  const envelope: Partial<Record<EnvelopeField, string>> = {};
  const open: (Element | undefined)[] = [FILE];
  let innermost: Element | undefined = FILE;
  let content = "";
  let parts = new PartsOfDte(xml, 1);

  const stop = (code: DteRefusalCode, value?: string) => {
    throw new DteStop(code, { line: parser.line, ...(value === undefined ? {} : { value }) });
  };
  const keepContent = (part: string) => {
    if (innermost?.field ?? innermost?.envelopeField) content += part;
  };

  parser.on("error", () => stop("dte/malformed"));
  parser.on("doctype", () => stop("dte/doctype"));
  parser.on("text", keepContent);
  parser.on("cdata", keepContent);
  parser.on("opentag", ({ name }) => {
    if (open.length > MAX_DEPTH) stop("dte/too-deep");
    const element = innermost?.children.get(localName(name));
    if (open.length === 1 && !element) stop("dte/not-a-dte", name.slice(0, 80));
    open.push(element);
    innermost = element;
    if (!element) return;
    content = "";
    if (element.part === "DTE") {
      if (documents.length === MAX_DOCUMENTS) stop("dte/too-many-documents");
      parts = new PartsOfDte(xml, parser.line);
    }
    if (element.part) parts.begin(element.part, xml.text.lastIndexOf("<", parser.position - 1));
    if (element.isAdjustment) parts.hasAdjustments = true;
  });
  parser.on("closetag", () => {
    const element = open.pop();
    innermost = open[open.length - 1];
    if (!element) return;
    if (element.field) parts.keep(element.field, content.trim());
    if (element.envelopeField) envelope[element.envelopeField] = content.trim();
    if (element.part) parts.end(element.part, parser.position);
    if (element.part === "DTE") documents.push(refusing(() => dteOf(parts)));
  });
  parser.write(xml.text).close();
  if (documents.length === 0) throw new DteStop("dte/no-documents", { line: 1 });
  return { resolution: resolutionOf(envelope), documents };
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

function resolutionOf({ FchResol, NroResol }: Partial<Record<EnvelopeField, string>>) {
  const date = parseCivilDate(FchResol ?? "");
  return date && /^\d{1,6}$/.test(NroResol ?? "") ? { number: Number(NroResol), date } : null;
}
