import type { Route } from "next";
import type { Listing, ListKind } from "@/lib/kernel/listing";
import { Button } from "./button";
import { Field, Select } from "./field";

interface ListSearchProps {
  action: Route;
  kind: Pick<ListKind<string>, "lengths">;
  listing: Listing;
  label: string;
  hint?: string | undefined;
  /** What the button does: "Ver meses". */
  verb: string;
}

/** Filter and length of a list, as a plain form whose answer has an address. */
export function ListSearch({ action, kind, listing, label, hint, verb }: ListSearchProps) {
  return (
    <form
      action={action}
      role="search"
      className="mb-8 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden"
    >
      <Field name="buscar" label={label} hint={hint} defaultValue={listing.buscar} />
      <Select name="filas" label="Filas" defaultValue={listing.filas}>
        {kind.lengths.map((length) => (
          <option key={length} value={length}>
            {length}
          </option>
        ))}
      </Select>
      <input type="hidden" name="orden" value={listing.orden} />
      <input type="hidden" name="dir" value={listing.dir} />
      <Button kind="secondary">{verb}</Button>
    </form>
  );
}
