import type { Route } from "next";
import { DEFAULT_LISTING, HISTORY_COLUMNS, type HistoryListing } from "@/lib/billing/listing";

/** `path` with `listing`, without what is the default anyway; a new filter or order starts at page 1. */
export function withListing(path: Route, listing: HistoryListing): Route {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(listing))
    if (value !== DEFAULT_LISTING[name as keyof HistoryListing]) query.set(name, String(value));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** For each column the address that orders by it, or turns the order round. */
export function orderLinks(path: Route, listing: HistoryListing) {
  return Object.fromEntries(
    HISTORY_COLUMNS.map((column) => {
      const current = listing.orden === column;
      const dir = current && listing.dir === "desc" ? "asc" : "desc";
      const direction = current ? (listing.dir === "asc" ? "ascending" : "descending") : null;
      return [column, { href: withListing(path, { ...listing, orden: column, dir, pagina: 1 }), direction }];
    }),
  ) as Record<
    (typeof HISTORY_COLUMNS)[number],
    { href: Route; direction: "ascending" | "descending" | null }
  >;
}
