import { isUtf8 } from "node:buffer";
import { PackageRefusal } from "../model.ts";

/** A feature of a GeoJSON file, and the line on which it begins. */
export interface RawFeature {
  line: number;
  value: unknown;
}

/** A feature larger than this, or things within things deeper than this, are no network. */
export const MOST_BYTES = 8 * 1024 ** 2;
const DEEPEST = 24;

const [QUOTE, BACKSLASH, NEWLINE, COMMA, COLON] = [34, 92, 10, 44, 58];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/**
 * The features of a GeoJSON FeatureCollection, one by one: what is in memory is one of them and one part of the file,
 * however large the file is.
 *
 * @throws PackageRefusal when the file as a whole is none, or a feature no JSON
 */
export async function* features(file: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<RawFeature[]> {
  const scanner = new FeatureScanner(file);
  for await (const chunk of bytes) {
    const found = scanner.scan(chunk);
    if (found.length) yield found;
  }
  scanner.finish();
}

class FeatureScanner {
  readonly #file: string;
  #line = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The last text at the depth of the collection's own members: its key, when a colon follows. */
  #key = "";
  #reading: "none" | "key" = "none";
  #member = "";
  #inFeatures = false;
  #seenFeatures = false;
  /** Bytes of the feature that has begun, from earlier chunks. */
  #parts: Buffer[] = [];
  #size = 0;
  #from = -1;
  #startLine = 0;
  #started = false;

  constructor(file: string) {
    this.#file = file;
  }

  scan(chunk: Buffer): RawFeature[] {
    const found: RawFeature[] = [];
    this.#from = this.#parts.length ? 0 : -1;
    let at = !this.#started && chunk[0] === 0xef ? 3 : 0;
    this.#started = true;
    for (; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === NEWLINE) this.#line += 1;
      if (this.#inString) this.#inText(byte);
      else {
        const feature = this.#structural(byte, at, chunk);
        if (feature) found.push(feature);
      }
    }
    if (this.#from >= 0) this.#keep(chunk.subarray(this.#from));
    return found;
  }

  finish(): void {
    if (this.#depth > 0 || this.#inString || this.#parts.length)
      throw this.#refuse("está cortado: no termina");
    if (!this.#seenFeatures) throw this.#refuse("no es un FeatureCollection de GeoJSON: falta «features»");
  }

  #inText(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) {
      this.#inString = false;
      this.#reading = "none";
    } else if (this.#reading === "key" && this.#key.length < 32) this.#key += String.fromCharCode(byte);
  }

  #structural(byte: number, at: number, chunk: Buffer): RawFeature | null {
    switch (byte) {
      case QUOTE:
        this.#inString = true;
        if (this.#depth === 1) {
          this.#reading = "key";
          this.#key = "";
        }
        return null;
      case COLON:
        if (this.#depth === 1) this.#member = this.#key;
        return null;
      case COMMA:
        if (this.#depth === 1) this.#member = "";
        return null;
      case OPEN_OBJECT:
      case OPEN_LIST:
        this.#open(byte, at);
        return null;
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        return this.#close(at, chunk);
      default:
        return null;
    }
  }

  #open(byte: number, at: number): void {
    if (this.#depth === 0 && byte !== OPEN_OBJECT)
      throw this.#refuse("no es un FeatureCollection de GeoJSON");
    if (this.#depth === 1 && this.#member === "features" && byte === OPEN_LIST) {
      this.#inFeatures = true;
      this.#seenFeatures = true;
    }
    if (this.#inFeatures && this.#depth === 2) {
      this.#from = at;
      this.#startLine = this.#line;
    }
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw this.#refuse(`tiene más de ${DEEPEST} niveles de llaves o corchetes`);
  }

  #close(at: number, chunk: Buffer): RawFeature | null {
    this.#depth -= 1;
    if (this.#depth < 0) throw this.#refuse("tiene un corchete o una llave de más");
    if (this.#depth === 1) this.#inFeatures = false;
    if (!this.#inFeatures || this.#depth !== 2) return null;
    this.#keep(chunk.subarray(this.#from, at + 1));
    const bytes = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    this.#from = -1;
    return { line: this.#startLine, value: this.#parsed(bytes ?? Buffer.alloc(0)) };
  }

  #keep(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > MOST_BYTES) throw this.#refuse(`un elemento pasa de ${MOST_BYTES / 1024 ** 2} MiB`);
    this.#parts.push(part);
  }

  #parsed(bytes: Buffer): unknown {
    if (!isUtf8(bytes)) throw this.#refuse("no está en UTF-8");
    try {
      return JSON.parse(bytes.toString("utf8"));
    } catch {
      throw this.#refuse("trae un elemento que no es JSON válido");
    }
  }

  #refuse(why: string): PackageRefusal {
    return new PackageRefusal(`${this.#file}, cerca de la línea ${this.#line}: ${why}.`);
  }
}
