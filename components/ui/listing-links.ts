import type { Route } from "next";
import type { Listing, ListKind } from "@/lib/kernel/listing";

/** Where a heading leads to order by its column, and how the list is ordered by it now. */
export interface ColumnOrder {
  href: Route;
  direction: "ascending" | "descending" | null;
}

/** `path` with `listing`, without what is the default anyway. */
export function listingAddress<Column extends string>(
  path: Route,
  { defaults }: ListKind<Column>,
  listing: Listing<Column>,
): Route {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(listing) as [keyof Listing, string | number][])
    if (value !== defaults[name]) query.set(name, String(value));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** For each column the address that orders by it, or turns the order round; a new order starts at page 1. */
export function columnOrders<Column extends string>(
  path: Route,
  kind: ListKind<Column>,
  listing: Listing<Column>,
): Record<Column, ColumnOrder> {
  const order = (column: Column): ColumnOrder => {
    const current = listing.orden === column;
    const dir = current && listing.dir === "desc" ? "asc" : "desc";
    const direction = current ? (listing.dir === "asc" ? "ascending" : "descending") : null;
    return { href: listingAddress(path, kind, { ...listing, orden: column, dir, pagina: 1 }), direction };
  };
  return Object.fromEntries(kind.columns.map((column) => [column, order(column)])) as Record<
    Column,
    ColumnOrder
  >;
}
