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

const TAG = /@law ([a-z]{2})\/(\S+) (art\. [\w.-]+)/g;

/** A rule names its norm and article, and the norm's page names the rule's file, its test, and nothing that is gone. */
export const everyNormHasItsPage: Guard = (files) => {
  const tags = matching(files, /^lib\/.*\.ts$/).flatMap(({ path, text }) =>
    [...text.matchAll(TAG)].map(([, country = "", norm = "", article = ""]) => {
      return { path, page: `docs/law/${country}/${norm.toLowerCase()}.md`, article };
    }),
  );
  const pages = matching(files, /^docs\/law\/[a-z]{2}\/.*\.md$/);
  const untold = tags
    .filter(({ path, page, article }) => {
      const text = pages.find((candidate) => candidate.path === page)?.text ?? "";
      return !text.includes(article) || !text.includes(path);
    })
    .map(({ path, page, article }) => `${page} does not tell of ${article} in ${path}`);
  const stale = pages.flatMap(({ path, text }) => {
    if (!tags.some((tag) => tag.page === path)) return [`${path}: no rule is tagged with it`];
    return [...text.matchAll(/`((?:lib|tests)\/[\w./-]+)`/g)]
      .filter(([, named]) => !files.some((file) => file.path === named))
      .map(([, named = ""]) => `${path}: ${named} is not there`);
  });
  return { scanned: tags.length, violations: [...untold, ...stale] };
};
