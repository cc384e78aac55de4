/** Who is told of a file's elements and text, in their order; positions are in the characters of the file. */
export interface XmlVisitor {
  /** `position` is that of the tag's "<". */
  open(name: string, position: number): void;
  /** Whether the text that comes next is wanted. */
  wantsText(): boolean;
  /** Text without entities and carriage returns; it may come in parts. */
  text(text: string): void;
  /** `end` is the position behind the closing tag. */
  close(end: number): void;
}

/** Characters that XML forbids or that have two units. */
const ODD_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
/** The entities of which XML itself knows. */
const ENTITY = /&(?:amp|lt|gt|quot|apos);/y;
const DECLARATION =
  /<\?xml version=(["'])1\.0\1(?: encoding=(["'])[A-Za-z][\w.-]*\2)?(?: standalone=(["'])(?:yes|no)\3)?\s*\?>/y;
const REST_OF_TAG =
  /((?:[ \t\r\n]+[A-Za-z_:][\w.:-]*[ \t\r\n]*=[ \t\r\n]*(?:"[^"<]*"|'[^'<]*'))*)[ \t\r\n]*(\/?)>/y;
const ATTRIBUTE = /([\w.:-]+)[ \t\r\n]*=[ \t\r\n]*(?:"[^"]*"|'[^']*')/g;
const LONGEST_TAG = 1000;
const BLANK = /^[ \t\r\n]*$/;

const NAME_START = 1;
const NAME = 2;
/** What each ASCII character may be in a name. */
const NAMES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z_:]/.test(character) ? NAME_START | NAME : /[\w.-]/.test(character) ? NAME : 0;
});
const CLOSE_TAG = "/".charCodeAt(0);
const MARKUP = "!".charCodeAt(0);
const TAG_END = ">".charCodeAt(0);

/**
 * Tells `visitor` what is in `text` if it is written in plain, well-formed XML, as documents are, several times
 * faster than a parser that knows all of XML. False as soon as it meets anything else, right or wrong: that is
 * for the parser to judge, from the beginning.
 */
export function readPlainXml(text: string, visitor: XmlVisitor): boolean {
  const isOdd = ODD_CHARACTER.test(text) || text.includes("]]>") || hasOddEntity(text);
  return !isOdd && new PlainXml(text, visitor).read();
}

function hasOddEntity(text: string): boolean {
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
    ENTITY.lastIndex = at;
    if (!ENTITY.test(text)) return true;
  }
  return false;
}

class PlainXml {
  readonly #xml: string;
  readonly #visitor: XmlVisitor;
  /** The elements that are open. */
  readonly #open: string[] = [];
  #at = 0;
  #hasRoot = false;

  constructor(xml: string, visitor: XmlVisitor) {
    this.#xml = xml;
    this.#visitor = visitor;
  }

  read(): boolean {
    const xml = this.#xml;
    DECLARATION.lastIndex = 0;
    if (DECLARATION.test(xml)) this.#at = DECLARATION.lastIndex;
    for (;;) {
      const tag = xml.indexOf("<", this.#at);
      if (tag < 0) return this.#hasRoot && this.#open.length === 0 && BLANK.test(xml.slice(this.#at));
      if (tag > this.#at && !this.#text(tag)) return false;
      const kind = xml.charCodeAt(tag + 1);
      const isPlain =
        kind === CLOSE_TAG ? this.#closeTag(tag) : kind === MARKUP ? this.#comment(tag) : this.#openTag(tag);
      if (!isPlain) return false;
    }
  }

  #text(end: number): boolean {
    if (this.#open.length === 0) return BLANK.test(this.#xml.slice(this.#at, end));
    if (this.#visitor.wantsText()) this.#visitor.text(plainText(this.#xml.slice(this.#at, end)));
    return true;
  }

  #openTag(tag: number): boolean {
    const xml = this.#xml;
    let end = tag + 1;
    if (!((NAMES[xml.charCodeAt(end)] ?? 0) & NAME_START)) return false;
    while ((NAMES[xml.charCodeAt(end)] ?? 0) & NAME) end++;
    if (this.#open.length === 0 && this.#hasRoot) return false;
    const name = xml.slice(tag + 1, end);
    if (xml.charCodeAt(end) === TAG_END) return this.#opened(name, tag, end + 1);
    if (xml.indexOf(">", end) > end + LONGEST_TAG) return false;
    REST_OF_TAG.lastIndex = end;
    const [, attributes = "", slash] = REST_OF_TAG.exec(xml) ?? [];
    if (slash === undefined || repeatsName(attributes)) return false;
    this.#opened(name, tag, REST_OF_TAG.lastIndex);
    if (slash) this.#closed(REST_OF_TAG.lastIndex);
    return true;
  }

  #opened(name: string, tag: number, end: number): true {
    this.#visitor.open(name, tag);
    this.#open.push(name);
    this.#hasRoot = true;
    this.#at = end;
    return true;
  }

  #closeTag(tag: number): boolean {
    const name = this.#open[this.#open.length - 1];
    if (name === undefined || !this.#xml.startsWith(name, tag + 2)) return false;
    const end = tag + 2 + name.length;
    if (this.#xml.charCodeAt(end) !== TAG_END) return false;
    this.#closed(end + 1);
    return true;
  }

  #closed(end: number): void {
    this.#open.pop();
    this.#visitor.close(end);
    this.#at = end;
  }

  #comment(tag: number): boolean {
    const end = this.#xml.startsWith("<!--", tag) ? this.#xml.indexOf("--", tag + 4) : -1;
    if (end < 0 || this.#xml.charCodeAt(end + 2) !== TAG_END) return false;
    this.#at = end + 3;
    return true;
  }
}

const repeatsName = (attributes: string) => {
  if (attributes.indexOf("=") === attributes.lastIndexOf("=")) return false;
  const names = [...attributes.matchAll(ATTRIBUTE)].map(([, name]) => name);
  return new Set(names).size < names.length;
};

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plainText = (written: string) =>
  /[&\r]/.test(written)
    ? written.replace(/\r\n?/g, "\n").replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    : written;
