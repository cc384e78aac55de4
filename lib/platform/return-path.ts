import type { Route } from "next";

const BASE = "http://portal.invalid";

/** `text` as a path of this portal, or null: a sign-in never sends a person to another site. */
export function pathWithin(text: string): Route | null {
  const url = text.startsWith("/") ? URL.parse(text, BASE) : null;
  // "/..//evil.example" is ours as it stands, and somebody else's once its dots are resolved.
  if (url?.origin !== BASE || /^\/\/|[\\\0-\x1f]/.test(url.pathname) || /[\\\0-\x1f]/.test(text)) return null;
  return `${url.pathname}${url.search}` as Route;
}
