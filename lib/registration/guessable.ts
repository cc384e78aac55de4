/*
 * How much of a password has to be guessed. What whoever guesses tries first – passwords of lists, words about the
 * person and the company, sequences of the keyboard, years, the same again – counts as the few characters that it is
 * worth; a sign between words counts half, every other character as one. Three words of a list are no better than eight characters, however long.
 */

/** What a piece is worth, in characters. */
const WORTH = { common: 2.5, context: 1, sequence: 1, again: 1, year: 2, sign: 0.5, other: 1 };

/** A half of a character beyond the basic plane is none. */
const IS_SIGN = /[^\p{L}\p{N}\p{Cs}]/u;

const SHORTEST_COMMON = 4;
const LONGEST_WORD = 40;
const SHORTEST_PIECE = 3;

const SEQUENCES = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjklñ",
  "zxcvbnm",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
].flatMap((row) => [row, [...row].reverse().join("")]);

const LEET: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "@": "a",
  $: "s",
  "!": "i",
  "€": "e",
};

/** In lower case and without accents, so that "Contraseña" is "contrasena". */
export const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const withoutLeet = (text: string) => text.replace(/[0134578@$!€]/g, (sign) => LEET[sign] ?? sign);

/** What is known of a piece's worth before anybody guesses. */
export interface Known {
  common: ReadonlySet<string>;
  /** Folded. */
  context: ReadonlySet<string>;
}

/** How many characters `password` is worth, in half characters at the finest. */
export function charactersToGuess(password: string, known: Known): number {
  const text = folded(password);
  const plain = withoutLeet(text);
  const worth = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let least = (worth[end - 1] ?? 0) + (IS_SIGN.test(text[end - 1] ?? "") ? WORTH.sign : WORTH.other);
    for (const [length, worthOfPiece] of piecesEndingAt(end, { text, plain, known }))
      least = Math.min(least, (worth[end - length] ?? 0) + worthOfPiece);
    worth.push(least);
  }
  return worth[text.length] ?? 0;
}

interface Readings {
  text: string;
  plain: string;
  known: Known;
}

/** The pieces that end there: their length and what they are worth. */
function* piecesEndingAt(end: number, { text, plain, known }: Readings): Generator<[number, number]> {
  const longest = Math.min(end, LONGEST_WORD);
  for (let length = SHORTEST_PIECE; length <= longest; length += 1) {
    const words = [text.slice(end - length, end), plain.slice(end - length, end)];
    if (words.some((word) => known.context.has(word))) yield [length, WORTH.context];
    if (length >= SHORTEST_COMMON && words.some((word) => known.common.has(word)))
      yield [length, WORTH.common];
  }
  for (const [piece, worth] of [
    [sameCharacter, WORTH.sequence],
    [inSequence, WORTH.sequence],
    [saidBefore, WORTH.again],
  ] as const) {
    const length = piece(text, end);
    if (length >= SHORTEST_PIECE) yield [length, worth];
  }
  if (/^(19|20)\d\d$/.test(text.slice(Math.max(0, end - 4), end))) yield [4, WORTH.year];
}

/** Length of the longest piece up to `end` of which `holds` says so, for each length that it says so of the one before. */
function grown(end: number, from: number, holds: (start: number) => boolean): number {
  let length = from;
  while (length < end && holds(end - length - 1)) length += 1;
  return length;
}

const sameCharacter = (text: string, end: number) => grown(end, 1, (start) => text[start] === text[end - 1]);

const inSequence = (text: string, end: number) =>
  Math.max(
    ...SEQUENCES.map((sequence) => grown(end, 1, (start) => sequence.includes(text.slice(start, end)))),
  );

function saidBefore(text: string, end: number): number {
  const isBefore = (start: number) => text.slice(0, start).includes(text.slice(start, end));
  return end > SHORTEST_PIECE && isBefore(end - SHORTEST_PIECE) ? grown(end, SHORTEST_PIECE, isBefore) : 0;
}
