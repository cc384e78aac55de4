import type { Route } from "next";

/** `text` as a path of this portal, or null: a sign-in never sends a person to another site. */
export function pathWithin(text: string): Route | null {
  if (!text.startsWith("/") || /^\/[/\\]/.test(text) || /[\0-\x1f\\]/.test(text)) return null;
  const base = "http://portal.invalid";
  const url = URL.parse(text, base);
  if (url?.origin !== base) return null;
  return `${url.pathname}${url.search}` as Route;
}
