import ts from "typescript";
import { callsOf, eachFile, literalStart, nodesOf, type Guard, type Source } from "./source.ts";

const DOORS = /^app\/(.*\/)?(page\.tsx|route\.ts)$/;
const CODE = /^(app|bin|components|lib)\/.*\.(tsx?|mjs)$/;

/** The context that a page or route of each part of the site must ask for; the open parts know nobody. */
const CONTEXTS: [RegExp, string | null][] = [
  [/^app\/\(portal\)\//, "portalContext"],
  [/^app\/\(desk\)\/mesa\/cargas\//, "administratorContext"],
  [/^app\/\(desk\)\//, "deskContext"],
  [/^app\/(\(public\)|\(auth\)|api|errores|ogc|tiles|componentes)\//, null],
];

/** A page that forgets its context was seen to be prerendered as public and static. */
export const everyDoorAsksWho: Guard = (files) =>
  eachFile(files, DOORS, (file) => {
    const part = CONTEXTS.find(([path]) => path.test(file.path));
    if (!part) return ["stands in no part of the site whose context is known"];
    const calls = callsOf(file, ["portalContext", "deskContext", "administratorContext"]);
    const asked = calls.map((call) => call.expression.getText());
    const wanted = part[1];
    if (wanted && !asked.includes(wanted)) return [`does not call ${wanted}()`];
    return asked.filter((name) => name !== wanted).map((name) => `calls ${name}(), another part's context`);
  });

const BUILDERS = ["publicAction", "portalAction", "deskAction", "administratorAction"];

/** Every exported action is a public POST endpoint: its builder decides who may call it and what it takes. */
export const everyActionIsBuilt: Guard = (files) =>
  eachFile(files, /^(app|components|lib)\/.*\.tsx?$/, (file) => {
    const directives = nodesOf(file)
      .filter(ts.isExpressionStatement)
      .filter(({ expression }) => ts.isStringLiteral(expression) && expression.text === "use server");
    if (directives.length === 0) return [];
    const whole = directives.filter((directive) => ts.isSourceFile(directive.parent));
    if (whole.length < directives.length) return ["has an action inside another function"];
    return exportsOf(file)
      .filter((name) => !isBuilt(file, name))
      .map((name) => `${name} comes from no builder`);
  });

function exportsOf(file: Source): string[] {
  return nodesOf(file)
    .filter((node) => node.kind === ts.SyntaxKind.ExportKeyword && !ts.isExportDeclaration(node.parent))
    .flatMap(({ parent }) => {
      if (ts.isVariableStatement(parent))
        return parent.declarationList.declarations.map((declaration) => declaration.name.getText());
      if (ts.isInterfaceDeclaration(parent) || ts.isTypeAliasDeclaration(parent)) return [];
      return [
        ts.isFunctionDeclaration(parent) ? (parent.name?.text ?? "default") : parent.getText().slice(0, 40),
      ];
    })
    .concat(
      nodesOf(file)
        .filter(ts.isExportDeclaration)
        .map((node) => node.getText()),
    )
    .concat(
      nodesOf(file)
        .filter(ts.isExportAssignment)
        .map(() => "default"),
    );
}

function isBuilt(file: Source, name: string): boolean {
  return callsOf(file, BUILDERS).some(
    ({ parent }) => ts.isVariableDeclaration(parent) && parent.name.getText() === name,
  );
}

const LEADING_ATTRIBUTES = ["href", "action", "formAction"];
const LEADING_CALLS = /(^|\.)(redirect|permanentRedirect|revalidatePath|push|replace|prefetch|fetch)$/;

/** Addresses are public and stable: only lib/platform/routes.ts writes them. */
export const noHandWrittenAddress: Guard = (files) =>
  eachFile(
    files.filter((file) => file.path !== "lib/platform/routes.ts"),
    CODE,
    (file) => nodesOf(file).flatMap(addressIn),
  );

function addressIn(node: ts.Node): string[] {
  const value = ts.isJsxAttribute(node)
    ? LEADING_ATTRIBUTES.includes(node.name.getText())
      ? literalStart(node.initializer)
      : undefined
    : ts.isCallExpression(node) && LEADING_CALLS.test(node.expression.getText())
      ? literalStart(node.arguments[0])
      : undefined;
  return value?.startsWith("/") ? [`writes the address ${value} by hand`] : [];
}

/** The policy refuses style attributes, and raw HTML is how other people's words become our scripts. */
export const noStyleAttributeOrRawHtml: Guard = (files) =>
  eachFile(files, /^(app|components)\/(?!pdf\/).*\.tsx$/, (file) =>
    nodesOf(file)
      .filter(ts.isJsxAttribute)
      .map((attribute) => attribute.name.getText())
      .filter((name) => name === "style" || name === "dangerouslySetInnerHTML")
      .map((name) => `uses ${name}`),
  );
