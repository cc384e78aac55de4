import { LAYER_NAMES, type LayerName } from "./fields.ts";
import { layerNamed } from "./layers.ts";
import type { Position } from "./model.ts";

/** What somebody typed into the search box, as it is looked for. */
export type Sought =
  | { kind: "nothing" }
  | { kind: "place"; at: Position }
  /** `layer` when the words begin with what it is called: "poste 7242". */
  | { kind: "words"; words: string; layer: LayerName | null };

/** Longer than whatever is painted on an asset, or its name. */
const LONGEST = 120;
const NUMBER = String.raw`([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?`;
const PAIR = new RegExp(String.raw`^\(?\s*${NUMBER}\s*([NSns])?\s*[,;\s]\s*${NUMBER}\s*([EWOewo])?\s*\)?$`);

/** "-40,33 -72,96", "-40.33, -72.96", "40.33 S 72.96 O": latitude first, as people write it. */
export function placeIn(text: string): Position | null {
  const found = PAIR.exec(text.trim());
  if (!found) return null;
  const [, lat = "", south, lon = "", west] = found;
  // Two whole numbers are a plate and something else, not a place.
  if (!/[.,]\d/.test(lat) || !/[.,]\d/.test(lon)) return null;
  const degrees = (number: string, negative: boolean) =>
    Number(number.replace(",", ".")) * (negative ? -1 : 1);
  const at: Position = [degrees(lon, /[wo]/i.test(west ?? "")), degrees(lat, /s/i.test(south ?? ""))];
  return Math.abs(at[1]) <= 90 && Math.abs(at[0]) <= 180 ? at : null;
}

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const CALLED = new Map<string, LayerName>(
  LAYER_NAMES.flatMap((name): [string, LayerName][] => [
    [name, name],
    [folded(layerNamed(name).singular), name],
  ]),
);

/** A word shorter than this is one letter from too many others. */
const LONG_ENOUGH = 8;

/** What a word calls, in spite of a letter too many, too few or wrong: "trasformador". */
function called(word: string): LayerName | null {
  const exact = CALLED.get(word);
  if (exact || word.length < LONG_ENOUGH) return exact ?? null;
  return [...CALLED].find(([name]) => name.length >= LONG_ENOUGH && isNear(word, name))?.[1] ?? null;
}

/** Whether one letter makes the difference. */
function isNear(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const [rest, otherRest] = [one.slice(at), other.slice(at)];
  return rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1);
}

export function sought(typed: string): Sought {
  const text = typed
    .slice(0, LONGEST)
    .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, " ")
    .trim();
  if (text === "") return { kind: "nothing" };
  const at = placeIn(text);
  if (at) return { kind: "place", at };
  const [first = "", ...rest] = text.split(" ");
  const layer = called(folded(first).replace(/[.:]$/, ""));
  return layer && rest.length > 0
    ? { kind: "words", words: rest.join(" "), layer }
    : { kind: "words", words: text, layer: null };
}

/** Other ways in which the same plate is written, once signs are blanks: "mt2656" is "mt 2656", "007242" is "7242". */
export function otherSpellings(term: string): string[] {
  const spellings = [
    term,
    term.replaceAll(/(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/g, " "),
    term.replaceAll(/\b0+(?=\d)/g, ""),
    term.replaceAll(" ", ""),
  ];
  return [...new Set(spellings)].filter(Boolean);
}

/** Something that the search found. */
export interface Found {
  kind: "id" | "plate" | "name" | "comuna" | "code";
  layer: LayerName | "comunas" | "vnr";
  /** Of an asset or a code; of a comuna its region; null for a name that several assets have. */
  id: string | null;
  label: string;
  count: number;
  /** What was typed, and nothing more. */
  exact: boolean;
}

const KINDS: Found["kind"][] = ["id", "plate", "name", "comuna", "code"];
const LAYERS: Found["layer"][] = [
  "transformadores",
  "postes",
  "alimentadores",
  "subestaciones",
  "equipos",
  "comunas",
  "vnr",
  "vanos",
];

/** What was typed before what begins with it, what is painted on an asset before its name; each asset once. */
export function ranked(found: readonly Found[]): Found[] {
  const rank = (one: Found) =>
    (one.exact ? 0 : 100) + 10 * KINDS.indexOf(one.kind) + LAYERS.indexOf(one.layer);
  const sorted = found.toSorted((one, other) => rank(one) - rank(other));
  const key = ({ layer, id, label }: Found) =>
    `${layer} ${id ?? ""} ${id === null || layer === "comunas" ? label : ""}`;
  return [...new Map(sorted.toReversed().map((one) => [key(one), one])).values()].toReversed();
}
