import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { HistoryListing } from "@/lib/billing/listing";

/** Filter and length of the list, as a plain form whose answer has an address. */
export function HistorySearch({ action, listing }: { action: Route; listing: HistoryListing }) {
  return (
    <form
      action={action}
      role="search"
      className="mb-8 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden"
    >
      <Field
        name="buscar"
        label="Buscar un mes"
        hint="Por ejemplo, enero 2020"
        defaultValue={listing.buscar}
      />
      <Select name="filas" label="Filas" defaultValue={listing.filas}>
        <option value={12}>12</option>
        <option value={36}>36</option>
      </Select>
      <input type="hidden" name="orden" value={listing.orden} />
      <input type="hidden" name="dir" value={listing.dir} />
      <Button kind="secondary">Ver meses</Button>
    </form>
  );
}
