import type { Field, Part } from "./dte-elements.ts";
import type { XmlText } from "./dte-text.ts";
import type { ByteRange } from "./dte.ts";

/** The text of the elements that were there, without the blanks around it. */
export type Contents = Map<Field, string>;

/** What the reader gathers of one document on its way through the file. */
export class PartsOfDte {
  readonly line: number;
  readonly contents: Contents = new Map();
  readonly lines: Contents[] = [];
  readonly dte: ByteRange = { start: 0, end: 0 };
  readonly ted: ByteRange = { start: 0, end: 0 };
  hasAdjustments = false;
  hasTed = false;
  /** The first thing that the document tells twice; which of the two would count? */
  repeated: Field | Part | null = null;
  signed = "";
  documento = "";
  /** Of more than one, the last: it will not be the first's. */
  signature = "";
  readonly #from: Record<"TED/DD" | "Documento" | "Signature", number> = {
    "TED/DD": 0,
    Documento: 0,
    Signature: 0,
  };
  readonly #xml: XmlText;

  constructor(xml: XmlText, line: number) {
    this.#xml = xml;
    this.line = line;
  }

  begin(part: Part, position: number): void {
    if (part === "Detalle") this.lines.push(new Map());
    else if (part === "DTE" || part === "TED") this.#range(part).start = this.#xml.byteAt(position);
    else this.#from[part] = position;
    if (part === "TED") {
      if (this.hasTed) this.repeated ??= part;
      this.hasTed = true;
    }
  }

  end(part: Part, position: number): void {
    if (part === "DTE" || part === "TED") this.#range(part).end = this.#xml.byteAt(position);
    else if (part === "TED/DD") this.signed = this.#xml.signed.slice(this.#from[part], position);
    else if (part === "Documento") this.documento = this.#xml.text.slice(this.#from[part], position);
    else if (part === "Signature") this.signature = this.#xml.text.slice(this.#from[part], position);
  }

  keep(field: Field, content: string): void {
    const isOfLine = field.startsWith("Detalle/");
    const contents = isOfLine ? this.lines[this.lines.length - 1] : this.contents;
    if (contents?.has(field)) this.repeated ??= field;
    contents?.set(field, content);
  }

  #range(part: "DTE" | "TED"): ByteRange {
    return part === "DTE" ? this.dte : this.ted;
  }
}
