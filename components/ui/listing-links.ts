import type { Route } from "next";
import type { Listing, ListKind } from "@/lib/kernel/listing";

/** Where a heading leads to order by its column, and how the list is ordered by it now. */
export interface ColumnOrder {
  href: Route;
  direction: "ascending" | "descending" | null;
}

/** Words of an address that are not of its listing; undefined is not there. */
type Kept = Readonly<Record<string, string | undefined>>;

/** `path` with `kept` and `listing`, without what is the default anyway. */
export function listingAddress<Column extends string>(
  path: Route,
  { defaults }: ListKind<Column>,
  listing: Listing<Column>,
  kept: Kept = {},
): Route {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(kept)) if (value !== undefined) query.set(name, value);
  for (const [name, value] of Object.entries(listing) as [keyof Listing, string | number][])
    if (value !== defaults[name]) query.set(name, String(value));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** For each column the address that orders by it, or turns the order round; a new order starts at page 1. */
export function columnOrders<Column extends string>(
  path: Route,
  kind: ListKind<Column>,
  listing: Listing<Column>,
  kept: Kept = {},
): Record<Column, ColumnOrder> {
  const order = (column: Column): ColumnOrder => {
    const current = listing.orden === column;
    const dir = current && listing.dir === "desc" ? "asc" : "desc";
    const direction = current ? (listing.dir === "asc" ? "ascending" : "descending") : null;
    const turned: Listing<Column> = { ...listing, orden: column, dir, pagina: 1 };
    return { href: listingAddress(path, kind, turned, kept), direction };
  };
  return Object.fromEntries(kind.columns.map((column) => [column, order(column)])) as Record<
    Column,
    ColumnOrder
  >;
}
