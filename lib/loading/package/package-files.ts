/** What the intake of tax documents and of other files needs of a package. */
export interface PackageFiles {
  /** The paths of all its files. */
  list(): readonly string[];
  read(path: string): AsyncIterable<Buffer>;
  /**
   * The bytes that `read` gives, at once, or null when there are more than `limit`: where the package can do so, for
   * the stream of a small file costs ten times as much as the file.
   */
  readAtOnce?(path: string, limit: number): Buffer | null;
}

/** All bytes of a file; null when there are more than `limit`. */
export async function bytesOf(pack: PackageFiles, path: string, limit: number): Promise<Buffer | null> {
  if (pack.readAtOnce) return pack.readAtOnce(path, limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of pack.read(path)) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
