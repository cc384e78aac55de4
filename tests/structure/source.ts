import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";

/** A file of the project, by its path from the root; guards take lists of them, so that violations can be planted. */
export interface Source {
  path: string;
  text: string;
}

/** What a guard found; a guard that scanned nothing proves nothing. */
export interface Verdict {
  scanned: number;
  violations: string[];
}
export type Guard = (files: readonly Source[]) => Verdict;

const ROOT = join(import.meta.dirname, "../..");
const FOLDERS = ["app", "bin", "components", "docs", "lib", "prisma", "tests"];
const SKIPPED = /^lib\/platform\/generated\/|^tests\/fixtures\/|^docs\/screenshots\//;
const TEXT = /\.(tsx?|mjs|md|prisma|sql|json|css|csv)$/;

function read(path: string): Source {
  return { path, text: readFileSync(join(ROOT, path), "utf8") };
}

/** Every text file that the project keeps, but for what is generated. */
export function projectSources(): Source[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    // A folder may be called as a file is: an address ends in .json.
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/")),
  );
  const atRoot = readdirSync(ROOT).filter((name) => name !== "package-lock.json" && name !== "next-env.d.ts");
  return [...inFolders, ...atRoot].filter((path) => TEXT.test(path) && !SKIPPED.test(path)).map(read);
}

export const matching = (files: readonly Source[], path: RegExp) =>
  files.filter((file) => path.test(file.path));

/** A verdict over the files that `path` selects, each asked on its own. */
export function eachFile(
  files: readonly Source[],
  path: RegExp,
  violationsOf: (file: Source) => readonly string[],
): Verdict {
  const chosen = matching(files, path);
  const violations = chosen.flatMap((file) => violationsOf(file).map((found) => `${file.path}: ${found}`));
  return { scanned: chosen.length, violations };
}

const parsed = new WeakMap<Source, ts.Node[]>();

/** Every node of the file's syntax tree, comments and strings being what they are. */
export function nodesOf(file: Source): readonly ts.Node[] {
  const known = parsed.get(file);
  if (known) return known;
  const nodes: ts.Node[] = [];
  const collect = (node: ts.Node) => {
    nodes.push(node);
    ts.forEachChild(node, collect);
  };
  collect(ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true));
  parsed.set(file, nodes);
  return nodes;
}

/** Calls of a function by its bare name: `redirect(…)`, not `router.redirect(…)`. */
export function callsOf(file: Source, names: readonly string[]): ts.CallExpression[] {
  return nodesOf(file)
    .filter(ts.isCallExpression)
    .filter((call) => ts.isIdentifier(call.expression) && names.includes(call.expression.text));
}

/** What a string or template literal begins with; undefined for anything else. */
export function literalStart(node: ts.Node | undefined): string | undefined {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text;
  if (ts.isJsxExpression(node)) return literalStart(node.expression);
  return undefined;
}
