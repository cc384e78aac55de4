import type { Route } from "next";
import { expect, test } from "vitest";
import { columnOrders, listingAddress } from "../../../components/ui/listing-links.ts";
import { listKind } from "../../../lib/kernel/listing.ts";

const kind = listKind(["id", "nombre"], [25, 100], "asc");
const path = "/red/postes" as Route;
const kept = { comuna: "Río Bueno & más", edicion: undefined };

test("pages and orders keep what the address says beside its listing, and leave out the default", () => {
  expect(listingAddress(path, kind, kind.parse({}))).toBe("/red/postes");
  expect(listingAddress(path, kind, kind.parse({ pagina: "2" }), kept)).toBe(
    "/red/postes?comuna=R%C3%ADo+Bueno+%26+m%C3%A1s&pagina=2",
  );
  expect(columnOrders(path, kind, kind.parse({ pagina: "2" }), kept).nombre).toEqual({
    href: "/red/postes?comuna=R%C3%ADo+Bueno+%26+m%C3%A1s&orden=nombre&dir=desc",
    direction: null,
  });
});
