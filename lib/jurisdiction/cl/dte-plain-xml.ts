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

/** Text of one byte a character: the same at every position. */
export interface SingleByteText {
  bytes: Uint8Array;
  text: string;
}

/** The entities of which XML itself knows. */
const ENTITY = /&(?:amp|lt|gt|quot|apos);/y;
const DECLARATION =
  /<\?xml version=(["'])1\.0\1(?: encoding=(["'])[A-Za-z][\w.-]*\2)?(?: standalone=(["'])(?:yes|no)\3)?\s*\?>/y;
const REST_OF_TAG =
  /((?:[ \t\r\n]+[A-Za-z_:][\w.:-]*[ \t\r\n]*=[ \t\r\n]*(?:"[ !#-%'-;=-~]*"|'[ -%(-;=-~]*'))*)[ \t\r\n]*(\/?)>/y;
const ATTRIBUTE_NAME = /[\w.:-]+(?=[ \t\r\n]*=)/g;
const LONGEST_TAG = 1000;
const BLANK = /^[ \t\r\n]*$/;

const table = (valueOf: (character: string) => number) =>
  Uint8Array.from({ length: 256 }, (_, code) => valueOf(String.fromCharCode(code)));

const NAME_START = 1;
const NAME = 2;
/** What a byte may be in a name. */
const NAMES = table((character) =>
  /[A-Za-z_:]/.test(character) ? NAME_START | NAME : /[0-9.-]/.test(character) ? NAME : 0,
);

const PLAIN = 0;
const TAG = 1;
const WRITTEN = 2;
const BRACKET = 3;
const ODD = 4;
/** What a byte is in text: a tag's beginning, one that means something else, one of "]]>", or none that is plain. */
const TEXT = table((character) => {
  if (character === "<") return TAG;
  if (character === "&" || character === "\r") return WRITTEN;
  if (character === "]") return BRACKET;
  return /[\t\n\x20-\x7f\xa0-\xff]/.test(character) ? PLAIN : ODD;
});

const [SLASH = 0, EXCLAMATION = 0, AMPERSAND = 0, GREATER = 0] = Buffer.from("/!&>");

/**
 * Tells `visitor` what is in `file` if it is written in plain, well-formed XML, as documents are, several times faster
 * than a parser that knows all of XML. False as soon as it meets anything else, right or wrong: that is for the parser
 * to judge, from the beginning.
 */
export function readPlainXml(file: SingleByteText, visitor: XmlVisitor): boolean {
  return new PlainXml(file, visitor).read();
}

class PlainXml {
  readonly #bytes: Uint8Array;
  readonly #xml: string;
  readonly #visitor: XmlVisitor;
  /** Where the names of the open elements begin. */
  readonly #open: number[] = [];
  #at = 0;
  #hasRoot = false;

  constructor({ bytes, text }: SingleByteText, visitor: XmlVisitor) {
    this.#bytes = bytes;
    this.#xml = text;
    this.#visitor = visitor;
  }

  read(): boolean {
    DECLARATION.lastIndex = 0;
    if (DECLARATION.test(this.#xml)) this.#at = DECLARATION.lastIndex;
    for (;;) {
      if (!this.#text()) return false;
      const tag = this.#at;
      if (tag === this.#bytes.length) return this.#hasRoot && this.#open.length === 0;
      const kind = this.#bytes[tag + 1];
      const isPlain =
        kind === SLASH ? this.#closeTag(tag) : kind === EXCLAMATION ? this.#comment(tag) : this.#openTag(tag);
      if (!isPlain) return false;
    }
  }

  /** Goes on to the next tag, or to the end. */
  #text(): boolean {
    const bytes = this.#bytes;
    const start = this.#at;
    let at = start;
    let isAsWritten = true;
    for (; at < bytes.length; at++) {
      const kind = TEXT[bytes[at] ?? 0];
      if (kind === PLAIN) continue;
      if (kind === TAG) break;
      if (kind === WRITTEN) isAsWritten = false;
      if (!this.#isInnocent(at)) return false;
    }
    this.#at = at;
    if (at === start) return true;
    if (this.#open.length === 0) return BLANK.test(this.#xml.slice(start, at));
    if (!this.#visitor.wantsText()) return true;
    const text = this.#xml.slice(start, at);
    this.#visitor.text(isAsWritten ? text : plainText(text));
    return true;
  }

  /** Whether a byte that may mean something in text is plain in its place. */
  #isInnocent(at: number): boolean {
    const kind = TEXT[this.#bytes[at] ?? 0];
    if (kind === BRACKET) return !this.#xml.startsWith("]]>", at);
    if (this.#bytes[at] !== AMPERSAND) return kind === WRITTEN;
    ENTITY.lastIndex = at;
    return ENTITY.test(this.#xml);
  }

  #openTag(tag: number): boolean {
    const bytes = this.#bytes;
    let end = tag + 1;
    if (!((NAMES[bytes[end] ?? 0] ?? 0) & NAME_START)) return false;
    while ((NAMES[bytes[end] ?? 0] ?? 0) & NAME) end++;
    if (this.#open.length === 0 && this.#hasRoot) return false;
    const name = this.#xml.slice(tag + 1, end);
    if (bytes[end] === GREATER) return this.#opened(name, tag, end + 1);
    if (this.#xml.indexOf(">", end) > end + LONGEST_TAG) return false;
    REST_OF_TAG.lastIndex = end;
    const [, attributes = "", slash] = REST_OF_TAG.exec(this.#xml) ?? [];
    if (slash === undefined || repeatsName(attributes)) return false;
    this.#opened(name, tag, REST_OF_TAG.lastIndex);
    if (slash) this.#closed(REST_OF_TAG.lastIndex);
    return true;
  }

  #opened(name: string, tag: number, end: number): true {
    this.#visitor.open(name, tag);
    this.#open.push(tag + 1);
    this.#hasRoot = true;
    this.#at = end;
    return true;
  }

  #closeTag(tag: number): boolean {
    const bytes = this.#bytes;
    const name = this.#open[this.#open.length - 1];
    if (name === undefined) return false;
    let end = tag + 2;
    let opened = name;
    for (; bytes[end] === bytes[opened] && (NAMES[bytes[end] ?? 0] ?? 0) & NAME; end++) opened++;
    if (bytes[end] !== GREATER || (NAMES[bytes[opened] ?? 0] ?? 0) & NAME) return false;
    this.#closed(end + 1);
    return true;
  }

  #closed(end: number): void {
    this.#open.pop();
    this.#visitor.close(end);
    this.#at = end;
  }

  #comment(tag: number): boolean {
    if (!this.#xml.startsWith("<!--", tag)) return false;
    const end = this.#xml.indexOf("--", tag + 4);
    for (let at = tag + 4; at < end; at++) if (TEXT[this.#bytes[at] ?? 0] === ODD) return false;
    if (end < 0 || this.#bytes[end + 2] !== GREATER) return false;
    this.#at = end + 3;
    return true;
  }
}

/** Sees a repeated name where there is none when a value looks like attributes; that costs time and nothing else. */
const repeatsName = (attributes: string) => {
  if (attributes.indexOf("=") === attributes.lastIndexOf("=")) return false;
  const names = attributes.match(ATTRIBUTE_NAME) ?? [];
  return new Set(names).size < names.length;
};

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plainText = (written: string) =>
  written.replace(/\r\n?/g, "\n").replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
