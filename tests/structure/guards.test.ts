import { describe, expect, test } from "vitest";
import {
  everyActionIsBuilt,
  everyDoorAsksWho,
  noHandWrittenAddress,
  noStyleAttributeOrRawHtml,
} from "./app-guards.ts";
import {
  environmentIsReadInOnePlace,
  everyFileHasItsPlace,
  nobodysRealAddress,
  noWayRound,
} from "./layout-guards.ts";
import { projectSources, type Guard } from "./source.ts";
import {
  everyModelIsInTheGlossary,
  everyModelSaysWhoseWordItIs,
  everyNormHasItsPage,
  everyRefusalHasItsSentence,
} from "./words-guards.ts";

/** A file with a violation in it, and what the guard must say. */
type Planted = [path: string, text: string, said: string];

const at = "@"; // apart, so that this file names no address itself

const GUARDS: [string, Guard, Planted[]][] = [
  [
    "every page and route asks for the context of its part of the site",
    everyDoorAsksWho,
    [
      [
        "app/(portal)/mi-cuenta/page.tsx",
        "// portalContext()\nexport default () => null;",
        "does not call portalContext()",
      ],
      [
        "app/(portal)/mi-cuenta/csv/route.ts",
        "export const GET = () => deskContext();",
        "does not call portalContext()",
      ],
      ["app/(desk)/mesa/page.tsx", "export default () => portalContext();", "does not call deskContext()"],
      [
        "app/(desk)/mesa/cargas/page.tsx",
        "export default () => deskContext();",
        "does not call administratorContext()",
      ],
      ["app/(public)/red/page.tsx", "export default () => portalContext();", "calls portalContext()"],
      ["app/suelta/page.tsx", "export default () => null;", "stands in no part"],
    ],
  ],
  [
    "every server action comes from an action builder",
    everyActionIsBuilt,
    [
      ["app/a/actions.ts", '"use server";\nexport async function pay() {}', "pay comes from no builder"],
      ["app/a/actions.ts", '"use server";\nexport const pay = async () => {};', "pay comes from no builder"],
      ["app/a/actions.ts", '"use server";\nexport default async () => {};', "default comes from no builder"],
      ["app/a/actions.ts", '"use server";\nexport { pay } from "./pay.ts";', "comes from no builder"],
      ["app/a/page.tsx", 'const f = async () => { "use server"; };', "an action inside another function"],
    ],
  ],
  [
    "addresses are written in routes.ts only",
    noHandWrittenAddress,
    [
      ["app/a/page.tsx", 'export const a = <a href="/mi-cuenta">x</a>;', "/mi-cuenta"],
      ["app/a/page.tsx", "export const a = <Link href={`/mi-cuenta/${n}`}>x</Link>;", "/mi-cuenta/"],
      ["app/a/page.tsx", 'export const a = <form action="/salir" />;', "/salir"],
      ["app/a/actions.ts", 'redirect("/ingresar");', "/ingresar"],
    ],
  ],
  [
    "no style attributes and no raw HTML",
    noStyleAttributeOrRawHtml,
    [
      ["components/ui/a.tsx", "export const a = <p style={{ color: 'red' }} />;", "uses style"],
      [
        "app/a/page.tsx",
        "export const a = <p dangerouslySetInnerHTML={{ __html: x }} />;",
        "uses dangerouslySetInnerHTML",
      ],
    ],
  ],
  [
    "every model and enum opens with one line that says whose word it is",
    everyModelSaysWhoseWordItIs,
    [
      ["prisma/schema/a.prisma", "model Thing {\n}", "Thing"],
      ["prisma/schema/a.prisma", "/// A thing\nenum Thing {\n}", "Thing"],
      ["prisma/schema/a.prisma", "/// Portal: cosa\n/// CIM 61968-9: cosa\nmodel Thing {\n}", "Thing"],
    ],
  ],
  [
    "every model and enum is in the glossary",
    everyModelIsInTheGlossary,
    [["prisma/schema/a.prisma", "/// Portal: cosa\nmodel Thing {\n}", "Thing has no row"]],
  ],
  [
    "every refusal has its sentence, and every sentence its refusal",
    everyRefusalHasItsSentence,
    [
      ["lib/a/commands.ts", 'return err(x ? "thing/full" : "thing/gone");', "thing/gone has no sentence"],
      ["lib/copy/errors.ts", 'export const E = { "thing/old": "Ya no." };', "thing/old is refused nowhere"],
    ],
  ],
  [
    "every @law tag has its page, and every page its rule",
    everyNormHasItsPage,
    [
      [
        "lib/a/rule.ts",
        "/** @law cl/Ley-1 art. 2 */",
        "docs/law/cl/ley-1.md does not tell of art. 2 in lib/a/rule.ts",
      ],
      ["docs/law/cl/ley-2.md", "# Ley 2", "no rule is tagged with it"],
      ["docs/law/cl/dl-825.md", "art. 14 `lib/gone.ts`", "lib/gone.ts is not there"],
      [
        "docs/law/cl/dl-825.md",
        "| art. 15 | x | `lib/jurisdiction/cl/iva.ts` | `tests/unit/a.test.ts` |",
        "lib/jurisdiction/cl/iva.ts is not tagged with art. 15",
      ],
      [
        "docs/law/cl/dl-825.md",
        "| art. 14 | x | `lib/jurisdiction/cl/iva.ts` | – |",
        "names no file of tests/",
      ],
      [
        "tests/unit/a.test.ts",
        "// @law cl/DL-825 art. 14",
        "docs/law/cl/dl-825.md does not tell of art. 14 in tests/unit/a.test.ts",
      ],
    ],
  ],
  [
    "every file has its place and its name",
    everyFileHasItsPlace,
    [
      ["lib/billing/utils/a.ts", "", "bag of leftovers"],
      ["components/hooks/use-a.ts", "", "bag of leftovers"],
      ["lib/billing/index.ts", "", "is a barrel"],
      ["lib/billing/BillDetail.ts", "", "kebab case"],
      ["lib/a/b/c/d.ts", "", "three levels"],
    ],
  ],
  [
    "the environment is read in one place",
    environmentIsReadInOnePlace,
    [["lib/billing/queries.ts", "const x = process.env.SECRET;", "reads process.env"]],
  ],
  [
    "nobody's real address is written down",
    nobodysRealAddress,
    [["docs/a.md", `Escriba a ana.perez${at}gmail.com`, "ana.perez"]],
  ],
  [
    "no way round the compiler and the linter, and nothing left for later",
    noWayRound,
    [
      ["lib/a.ts", "// @ts-ignore\nx();", "@ts-ignore"],
      ["lib/a.ts", "/* eslint-disable no-console */", "eslint-disable"],
      ["lib/a.ts", "// TODO: later", "TODO"],
    ],
  ],
];

const project = projectSources();

describe.each(GUARDS)("%s", (_name, guard, planted) => {
  test("holds", () => {
    const { scanned, violations } = guard(project);
    expect(violations).toEqual([]);
    expect(scanned).toBeGreaterThan(0);
  });

  test.each(planted)("is seen to fail: %s with %j", (path, text, said) => {
    const others = project.filter((file) => file.path !== path);
    const { violations } = guard([...others, { path, text }]);
    expect(violations.join("\n")).toContain(said);
  });
});
