import type { Route } from "next";
import { READING_WORDS } from "@/components/domain/billing-words";
import { consumptionNote, kindWords, readingNotes } from "@/components/domain/metering-words";
import { ReadingsTable, type ReadingsTableRow } from "@/components/domain/readings-table";
import { EmptyState } from "@/components/ui/empty-state";
import { columnOrders, listingAddress } from "@/components/ui/listing-links";
import { ListSearch } from "@/components/ui/list-search";
import { Pagination } from "@/components/ui/pagination";
import { formatDate, formatNumber, formatPeriodLabel, formatPeriodShort, UNKNOWN } from "@/lib/kernel/format";
import { pageOf, type Listing } from "@/lib/kernel/listing";
import { arrangedReadings, readingListing, type ReadingColumn } from "@/lib/metering/listing";
import type { MeterHistory, ReadingRow } from "@/lib/metering/model";
import { numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";

interface ReadingsProps {
  history: MeterHistory;
  listing: Listing<ReadingColumn>;
  /** Address of the page. */
  path: Route;
}

/** The readings as the address asks for them, and what the notes beside them mean. */
export function Readings({ history, listing, path }: ReadingsProps) {
  if (history.rows.length === 0)
    return (
      <section className="mt-12">
        <EmptyState title="Todavía no hay lecturas cargadas">
          <p>
            La empresa no ha cargado lecturas de este suministro. Lo que se le ha cobrado está en{" "}
            <a href={routes.history(history.usagePoint.number)}>Consumo y cargos históricos</a>.
          </p>
        </EmptyState>
      </section>
    );
  const page = pageOf(arrangedReadings(history.rows, listing, READING_WORDS), listing);
  return (
    <section className="mt-12 print:mt-6">
      <ListSearch
        action={path}
        kind={readingListing}
        listing={listing}
        label="Buscar una lectura"
        hint="Por ejemplo, enero 2020 o estimada"
        verb="Ver lecturas"
      />
      {page.rows.length === 0 ? (
        <EmptyState title={`No hay nada con «${listing.buscar}»`}>
          <p>
            Busque un mes, un tipo de lectura o un medidor, o <a href={path}>vea todas las lecturas</a>.
          </p>
        </EmptyState>
      ) : (
        <>
          <ReadingsTable
            orders={columnOrders(path, readingListing, listing)}
            rows={page.rows.map((row) => tableRow(row, history))}
          />
          <Pagination
            label="Páginas de las lecturas"
            page={page.page}
            pageSize={listing.filas}
            total={page.total}
            hrefOf={(pagina) => listingAddress(path, readingListing, { ...listing, pagina })}
          />
        </>
      )}
      <ul className="mt-6 max-w-measure space-y-1 text-note text-ink-soft">
        {readingNotes(page.rows).map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li className="print:hidden">
          Más en <a href={routes.helpOn("medidor")}>Ayuda: medidor y lecturas</a>.
        </li>
      </ul>
    </section>
  );
}

function tableRow(row: ReadingRow, { meters, billingMonths }: MeterHistory): ReadingsTableRow {
  const numbers = numberStyle();
  return {
    key: `${row.period}/${row.serialNumber ?? ""}`,
    month: { long: formatPeriodLabel(row.period), short: formatPeriodShort(row.period) },
    meter: meters.length > 1 && row.serialNumber ? `N° ${row.serialNumber}` : null,
    register: formatNumber(row.registerKwh, numbers),
    consumption: formatNumber(row.consumptionKwh, numbers),
    note: consumptionNote(row, billingMonths),
    readOn: row.readOn ? formatDate(row.readOn) : UNKNOWN,
    kind: kindWords(row),
    estimated: row.quality === "estimated",
  };
}
