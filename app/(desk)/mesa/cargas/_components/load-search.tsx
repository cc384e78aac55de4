import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { LoadListing } from "@/lib/loading/schema";
import { routes } from "@/lib/platform/routes";

/** Filter and length of the list, as a plain form whose answer has an address. */
export function LoadSearch({ listing }: { listing: LoadListing }) {
  return (
    <form
      action={routes.loads()}
      role="search"
      className="mb-8 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden"
    >
      <Field name="buscar" label="Buscar por paquete o persona" defaultValue={listing.buscar} />
      <Select name="filas" label="Filas" defaultValue={listing.filas}>
        <option value={25}>25</option>
        <option value={100}>100</option>
      </Select>
      <input type="hidden" name="orden" value={listing.orden} />
      <input type="hidden" name="dir" value={listing.dir} />
      <Button kind="secondary">Ver cargas</Button>
    </form>
  );
}
