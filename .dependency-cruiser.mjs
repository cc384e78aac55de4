import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// Imports of types alone leave no trace at run time and are not looked at: any file may name another's types.

/** Which concern of lib/ may use which others; everybody may use the kernel, the jurisdiction and the platform. */
const CONCERNS = {
  registration: [],
  accounts: ["registration"],
  metering: ["accounts"],
  billing: ["accounts", "metering"],
  netbilling: ["accounts", "metering", "billing"],
  network: [],
  pqr: ["accounts", "metering", "billing", "network"],
  requests: ["accounts", "metering", "billing"],
  outages: ["network"],
  loading: ["registration", "accounts", "metering", "billing", "netbilling", "network"],
};

const NODE_IO =
  "^(node:)?(fs|net|http|https|http2|tls|dns|dgram|child_process|cluster|worker_threads|readline|process|timers)(/|$)";
const DATABASE = "^lib/platform/(generated/|db\\.ts|create-db\\.ts)";
const DOORS = "^lib/[^/]+/(queries|commands)(\\.ts$|/)";
const NEVER_IN_A_BROWSER =
  "(^|/)node_modules/(server-only|pg|zod|date-fns|@prisma|pino)/|^lib/platform/(?!routes\\.ts)";

/** @param {string} text */
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** Files that open with "use client": the cruiser sees imports, not directives. */
function clientIslands() {
  const islands = ["app", "components"].flatMap((folder) => {
    /** @type {string[]} */
    let paths = [];
    try {
      paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
    } catch {
      return [];
    }
    return paths.map((path) => join(folder, path)).filter((path) => /\.tsx?$/.test(path));
  });
  return islands.filter((path) => /^["']use client["']/.test(readFileSync(path, "utf8")));
}
const ISLANDS = clientIslands().map((path) => `^${escaped(path)}$`);

/** @typedef {import("dependency-cruiser").IForbiddenRuleType} Rule */
/** @type {(name: string, from: object, to: object, comment: string) => Rule} */
const rule = (name, from, to, comment) =>
  /** @type {Rule} */ ({ name, severity: "error", comment, from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    rule("no-cycles", {}, { circular: true }, "Two files that need each other are one idea, or a third one."),
    rule(
      "lib-never-looks-up",
      { path: "^lib/" },
      { path: "^(app|components|tests|bin)/", pathNot: "^components/pdf/" },
      "The office does not know its counter. Documents are furniture that the document thread draws.",
    ),
    rule(
      "kernel-imports-only-kernel",
      { path: "^lib/kernel/" },
      { path: "^lib/", pathNot: "^lib/kernel/" },
      "The kernel is what everything else stands on.",
    ),
    rule(
      "jurisdiction-imports-only-kernel",
      { path: "^lib/jurisdiction/" },
      { path: "^lib/", pathNot: "^lib/(kernel|jurisdiction)/" },
      "A country is data and pure rules.",
    ),
    rule(
      "rules-are-pure",
      {
        path: "^lib/",
        pathNot: "^lib/(platform|loading|demonstration)/|^lib/[^/]+/(queries|commands)(\\.ts$|/)",
      },
      { path: [NODE_IO, "(^|/)node_modules/(next|next-auth|react|react-dom)/", "^lib/platform/", DOORS] },
      "A rule is given everything it needs: no framework, no disk, no network, no database.",
    ),
    ...Object.entries(CONCERNS).map(([concern, allowed]) =>
      rule(
        `${concern}-may-import`,
        { path: `^lib/${concern}/` },
        {
          path: "^lib/",
          pathNot: `^lib/(${["kernel", "jurisdiction", "platform", concern, ...allowed].join("|")})/`,
        },
        "The edges between concerns stand in one table, at the head of this file.",
      ),
    ),
    rule(
      "prisma-stays-in-platform",
      { pathNot: "^(lib/platform|tests|prisma|bin)/" },
      { path: DATABASE },
      "Queries and commands get their database in the context.",
    ),
    rule(
      "components-take-data-not-fetch-it",
      { path: "^components/" },
      { path: [DOORS, "^lib/platform/(?!routes\\.ts|profile\\.ts)", "(^|/)node_modules/next-auth/"] },
      "Furniture never asks questions: props in, markup out.",
    ),
    rule(
      "ui-has-no-domain-words",
      { path: "^components/ui/" },
      { path: "^(lib|components|app)/", pathNot: "^(components/ui|lib/kernel)/" },
      "A button knows nothing of electricity.",
    ),
    rule(
      "server-only-not-reachable-from-client-islands",
      { path: ["^components/(charts|map|forms)/", ...ISLANDS] },
      { path: NEVER_IN_A_BROWSER, reachable: true },
      "What reaches the browser carries no server and no weight; islands are handed their actions and data.",
    ),
    rule(
      "interactive-chart-on-demand",
      {},
      { path: "^components/charts/history-explorer\\.tsx$", dynamic: false },
      "It weighs more than its page: only who asks for it fetches it.",
    ),
    rule(
      "recharts-in-one-place",
      { pathNot: "^components/charts/history-explorer\\.tsx$" },
      { path: "(^|/)node_modules/recharts/" },
      "Every other chart is drawn on the server, as SVG.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.data)/" },
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
