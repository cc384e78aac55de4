import { createHash } from "node:crypto";

/** SHA-256 (hex) of a package's files in the order in which they are read, whichever container they lie in. */
export function fingerprintOf(files: readonly { path: string; content: string | Buffer }[]): string {
  const digests = files.map(({ path, content }) => ({
    path,
    sha256: createHash("sha256").update(content).digest("hex"),
  }));
  return fingerprintOfDigests(digests);
}

/** The same, from the SHA-256 (hex) of each file. */
export function fingerprintOfDigests(digests: readonly { path: string; sha256: string }[]): string {
  const all = createHash("sha256");
  for (const { path, sha256 } of digests) all.update(`${path} ${sha256}\n`);
  return all.digest("hex");
}
