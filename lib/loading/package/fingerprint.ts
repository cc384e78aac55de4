import { createHash, hash } from "node:crypto";
import manifest from "../../../package.json" with { type: "json" };

/** SHA-256 (hex) of a package's files, whichever container they lie in; see `fingerprintOfDigests`. */
export function fingerprintOf(files: readonly { path: string; content: string | Buffer }[]): string {
  const digests = files.map(({ path, content }) => ({
    path,
    sha256: createHash("sha256").update(content).digest("hex"),
  }));
  return fingerprintOfDigests(digests);
}

/** What a load of the package is known by: for another company (its tax number) the same package is judged anew. */
export const loadFingerprint = (companyIdentity: string, fingerprint: string): string =>
  hash("sha256", `${companyIdentity}\n${fingerprint}`);

/** The same, from the SHA-256 (hex) of each file. Another version of the portal may judge the same package differently. */
export function fingerprintOfDigests(digests: readonly { path: string; sha256: string }[]): string {
  const all = createHash("sha256").update(`empalme ${manifest.version}\n`);
  for (const { path, sha256 } of digests.toSorted((one, other) => (one.path < other.path ? -1 : 1)))
    all.update(`${path} ${sha256}\n`);
  return all.digest("hex");
}
