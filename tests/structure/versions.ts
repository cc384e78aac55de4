import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The oldest version of each part without a known hole; `npm audit` is not everywhere to be asked. */
export const OLDEST_SAFE: Record<string, string> = {
  next: "16.4.5",
  "next-auth": "4.24.15",
  react: "19.3.1",
  "react-dom": "19.3.1",
  nodemailer: "9.1.1",
  "fast-xml-parser": "5.7.0",
  "@xmldom/xmldom": "0.9.11",
  "file-type": "21.3.1",
  "next-intl": "4.9.2",
  sharp: "0.35.0",
};

/** Parts that must be installed, whatever else is: the table is read, not merely kept. */
export const ALWAYS_THERE = ["next", "next-auth", "react", "react-dom"];

export interface Installed {
  name: string;
  version: string;
}

/** Every package that the lock file installs, however deep. */
export function installedPackages(): Installed[] {
  const file = readFileSync(join(import.meta.dirname, "../../package-lock.json"), "utf8");
  const { packages } = JSON.parse(file) as { packages: Record<string, { version?: string }> };
  return Object.entries(packages).flatMap(([path, { version }]) => {
    const name = path.split("node_modules/").at(-1);
    return name && version ? [{ name, version }] : [];
  });
}

const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);

/** Whether `version` comes before `other`, by major, minor and patch; a pre-release counts as its release. */
export function isOlder(version: string, other: string): boolean {
  const [left, right] = [numbers(version), numbers(other)];
  const at = [0, 1, 2].find((part) => left[part] !== right[part]);
  return at !== undefined && (left[at] ?? 0) < (right[at] ?? 0);
}

/** Installed packages that are older than the table allows. */
export function outdated(installed: readonly Installed[]): string[] {
  return installed
    .filter(({ name, version }) => isOlder(version, OLDEST_SAFE[name] ?? "0.0.0"))
    .map(({ name, version }) => `${name} ${version} < ${OLDEST_SAFE[name]}`);
}
