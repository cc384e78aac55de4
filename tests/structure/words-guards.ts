import ts from "typescript";
import { callsOf, eachFile, matching, nodesOf, type Guard, type Source } from "./source.ts";

const PROVENANCE = /^\/\/\/ (CIM \d|Law [a-z]{2}: |Portal: )/;

interface Declared {
  name: string;
  /** The comment lines just above the declaration. */
  above: string[];
}

function declaredIn({ text }: Source): Declared[] {
  const lines = text.split("\n");
  return lines.flatMap((line, at) => {
    const name = /^(?:model|enum) (\w+)/.exec(line)?.[1];
    if (!name) return [];
    const before = lines.slice(0, at).reverse();
    const end = before.findIndex((above) => !above.startsWith("///"));
    return [{ name, above: before.slice(0, end === -1 ? before.length : end) }];
  });
}

/** A word of the data is CIM's, the law's or ours, and says which in one line. */
export const everyModelSaysWhoseWordItIs: Guard = (files) =>
  eachFile(files, /^prisma\/schema\/.*\.prisma$/, (file) =>
    declaredIn(file)
      .filter(({ above }) => above.filter((line) => PROVENANCE.test(line)).length !== 1 || above.length !== 1)
      .map(({ name }) => `${name} does not open with one line of provenance`),
  );

/** The glossary and the schema have the same words. */
export const everyModelIsInTheGlossary: Guard = (files) => {
  const glossary = files.find((file) => file.path === "docs/glossary.md")?.text ?? "";
  const known = glossary
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map((match) => match[1]));
  return eachFile(files, /^prisma\/schema\/.*\.prisma$/, (file) =>
    declaredIn(file)
      .filter(({ name }) => !known.includes(name))
      .map(({ name }) => `${name} has no row in docs/glossary.md`),
  );
};

const COPY = "lib/copy/errors.ts";

/** Every refusal has a sentence, and every sentence a refusal. The compiler sees the first half; this sees both. */
export const everyRefusalHasItsSentence: Guard = (files) => {
  const refusals = matching(files, /^(lib|app)\/.*\.tsx?$/).flatMap((file) =>
    callsOf(file, ["err"]).flatMap(({ arguments: [code] }) => (code ? codesIn(code) : [])),
  );
  const copy = files.find((file) => file.path === COPY) ?? { path: COPY, text: "" };
  const sentences = nodesOf(copy)
    .filter(ts.isPropertyAssignment)
    .flatMap(({ name }) => (ts.isStringLiteral(name) ? [name.text] : []));
  const missing = refusals.filter((code) => !sentences.includes(code));
  const unused = sentences.filter((code) => !refusals.includes(code));
  return {
    scanned: Math.min(refusals.length, sentences.length),
    violations: [
      ...missing.map((code) => `${code} has no sentence`),
      ...unused.map((code) => `${code} is refused nowhere`),
    ],
  };
};

function codesIn(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...codesIn(node.whenTrue), ...codesIn(node.whenFalse)];
  return [];
}

/** "art. 154" of a law, "cl. 57.4" of a contract, "§ 8.1" of what has headings only. */
const ARTICLE = String.raw`(?:art\.|cl\.|§) [\p{L}\d][\p{L}\d.-]*[\p{L}\d]|(?:art\.|cl\.|§) [\p{L}\d]`;
const TAG = new RegExp(String.raw`@law ([a-z]{2})\/(\S+) (${ARTICLE})`, "gu");
const NAMED_FILE = /`((?:lib|tests)\/[\w./-]+)`/g;
/** Tests of guards have planted tags in them. */
const TAGGED = /^(lib\/.*\.ts|tests\/(?!structure\/).*\.test\.tsx?)$/;

interface LawTag {
  path: string;
  page: string;
  article: string;
}

function lawTagsIn({ path, text }: Source): LawTag[] {
  return [...text.matchAll(TAG)].map(([, country = "", norm = "", article = ""]) => {
    return { path, page: `docs/law/${country}/${norm.toLowerCase()}.md`, article };
  });
}

/** Rows of a norm's page: the article, and the files of its rule and its test. */
function lawRowsOf({ path, text }: Source): (Omit<LawTag, "path"> & { named: string[] })[] {
  const rows = text.split("\n").flatMap((line) => {
    const article = new RegExp(String.raw`^\| (${ARTICLE})\s*\|`, "u").exec(line)?.[1];
    return article ? [{ article, line }] : [];
  });
  return rows.map(({ article, line }) => ({
    page: path,
    article,
    named: [...line.matchAll(NAMED_FILE)].map(([, named = ""]) => named),
  }));
}

/** Article → rule → test and back: what is tagged is in a row of its norm's page, and what a row names carries the tag. */
export const everyNormHasItsPage: Guard = (files) => {
  const tags = matching(files, TAGGED).flatMap(lawTagsIn);
  const pages = matching(files, /^docs\/law\/[a-z]{2}\/.*\.md$/);
  const rows = pages.flatMap(lawRowsOf);
  const told = (tag: LawTag) =>
    rows.some((row) => row.page === tag.page && row.article === tag.article && row.named.includes(tag.path));
  const untold = tags
    .filter((tag) => !told(tag))
    .map(({ path, page, article }) => `${page} does not tell of ${article} in ${path}`);
  const stale = pages.flatMap(({ path, text }) => {
    if (!tags.some((tag) => tag.page === path)) return [`${path}: no rule is tagged with it`];
    return [...text.matchAll(NAMED_FILE)]
      .filter(([, named]) => !files.some((file) => file.path === named))
      .map(([, named = ""]) => `${path}: ${named} is not there`);
  });
  const unproven = rows.flatMap(({ page, article, named }) => [
    ...["lib/", "tests/"]
      .filter((folder) => !named.some((path) => path.startsWith(folder)))
      .map((folder) => `${page}: ${article} names no file of ${folder}`),
    ...named
      .filter(
        (path) => !tags.some((tag) => tag.page === page && tag.article === article && tag.path === path),
      )
      .map((path) => `${page}: ${path} is not tagged with ${article}`),
  ]);
  return { scanned: tags.length, violations: [...untold, ...stale, ...unproven] };
};
