import ts from "typescript";
import { eachFile, nodesOf, type Guard } from "./source.ts";

const BAGS = /(^|\/)(utils?|helpers?|services?|types|hooks|common|shared|misc)\//;
const CODE = /^(app|bin|components|lib|tests)\/.*\.(tsx?|mjs)$/;
/** Names that tools prescribe; every other file is named after its main export, in kebab case. */
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.spec|\.setup|\.config)?\.(tsx?|mjs)$/;

/** Files are found by what they are about, at most three levels down. */
export const everyFileHasItsPlace: Guard = (files) =>
  eachFile(files, CODE, ({ path }) => {
    const name = path.split("/").at(-1) ?? "";
    return [
      ...(BAGS.test(path) ? ["lies in a bag of leftovers"] : []),
      ...(/^index\.tsx?$/.test(name) ? ["is a barrel"] : []),
      ...(KEBAB.test(name) ? [] : ["is not named in kebab case"]),
      ...(path.startsWith("lib/") && path.split("/").length > 4
        ? ["lies more than three levels below lib/"]
        : []),
    ];
  });

/** Those that touch the environment: before it is checked, or because a part of theirs reads nothing else. */
const ENVIRONMENT_READERS =
  /^(bin\/.*|tests\/.*|[\w.-]+\.config\.(ts|mjs)|instrumentation\.ts|lib\/platform\/(env|db|profile|session-cookie)\.ts)$/;

/** Configuration is read and checked in one place. */
export const environmentIsReadInOnePlace: Guard = (files) =>
  eachFile(
    files.filter(({ path }) => !ENVIRONMENT_READERS.test(path)),
    /\.(tsx?|mjs)$/,
    (file) =>
      nodesOf(file)
        .filter(ts.isPropertyAccessExpression)
        .filter((access) => access.getText() === "process.env")
        .map(() => "reads process.env"),
  );

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const FICTITIOUS = /@([\w-]+\.)*(example|losnotros\.example)(\.(com|org|net))?$/;

/** Nobody's real address: not in code, tests, data or documents. */
export const nobodysRealAddress: Guard = (files) =>
  eachFile(files, /./, ({ text }) =>
    [...text.matchAll(EMAIL)]
      .map(([address]) => address)
      .filter((address) => !FICTITIOUS.test(address) && !/@\d/.test(address))
      .map((address) => `names the address ${address}`),
  );

/** Nobody else's machine, and no way round the compiler or the linter. */
export const noWayRound: Guard = (files) =>
  eachFile(files, /\.(tsx?|mjs)$/, ({ text }) =>
    [
      ...text.matchAll(
        /^\s*(?:\/\/|\/?\*+) *(@ts-(?:ignore|nocheck|expect-error)|eslint-disable|TODO\b|FIXME\b)/gm,
      ),
    ].map(([, found = ""]) => `says ${found}`),
  );
