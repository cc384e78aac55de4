import type { Route } from "next";
import type { LoadOrders, LoadColumn } from "@/components/domain/load-table";
import { DEFAULT_LOAD_LISTING, type LoadListing } from "@/lib/loading/schema";
import { routes } from "@/lib/platform/routes";

/** `path` with `listing`, without what is the default anyway. */
export function withLoadListing(path: Route, listing: LoadListing): Route {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(listing))
    if (value !== DEFAULT_LOAD_LISTING[name as keyof LoadListing]) query.set(name, String(value));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** For each column the address that orders by it, or turns the order round. */
export function loadOrders(listing: LoadListing): LoadOrders {
  const order = (column: LoadColumn) => {
    const current = listing.orden === column;
    const dir = current && listing.dir === "desc" ? "asc" : "desc";
    const direction = current ? (listing.dir === "asc" ? "ascending" : "descending") : null;
    return {
      href: withLoadListing(routes.loads(), { ...listing, orden: column, dir, pagina: 1 }),
      direction,
    } as const;
  };
  return { fecha: order("fecha"), paquete: order("paquete"), estado: order("estado") };
}
