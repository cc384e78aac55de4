import type { Route } from "next";
import { columnOrders, listingAddress } from "@/components/ui/listing-links";
import { historyListing, type HistoryColumn } from "@/lib/billing/listing";
import type { Listing } from "@/lib/kernel/listing";

export const withListing = (path: Route, listing: Listing<HistoryColumn>) =>
  listingAddress(path, historyListing, listing);

export const orderLinks = (path: Route, listing: Listing<HistoryColumn>) =>
  columnOrders(path, historyListing, listing);
