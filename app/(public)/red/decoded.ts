/** A part of an address as it was written: the framework hands it over with its signs escaped. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
