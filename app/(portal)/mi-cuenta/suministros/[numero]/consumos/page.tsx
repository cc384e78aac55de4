import type { Metadata } from "next";
import { notFound } from "next/navigation";
import {
  comparisonSentence,
  extremesSentence,
  STATE_WORDS,
  unknownSentence,
} from "@/components/domain/billing-words";
import { chartMonths } from "@/components/domain/chart-months";
import { HistoryFigure } from "@/components/domain/history-figure";
import { HistoryTable, type HistoryTableRow } from "@/components/domain/history-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ListSearch } from "@/components/ui/list-search";
import { Pagination } from "@/components/ui/pagination";
import { UtilityLinks } from "@/components/ui/utility-links";
import { arranged, historyListing } from "@/lib/billing/listing";
import type { HistoryRow } from "@/lib/billing/model";
import { consumptionHistory } from "@/lib/billing/queries";
import { formatAmount, formatNumber, formatPeriodLabel, formatPeriodShort } from "@/lib/kernel/format";
import { pageOf } from "@/lib/kernel/listing";
import { portalContext } from "@/lib/platform/context";
import { companyJurisdiction, numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { billDocument } from "../../../../_components/bill-document-link";
import { UsagePointPage } from "../_components/usage-point-page";
import { orderLinks, withListing } from "./listing-links";

export const metadata: Metadata = { title: "Consumo y cargos históricos" };

export default async function HistoryPage(props: PageProps<"/mi-cuenta/suministros/[numero]/consumos">) {
  const [{ numero }, query] = await Promise.all([props.params, props.searchParams]);
  const history = await consumptionHistory(await portalContext(), numero);
  if (!history) notFound();

  const numbers = numberStyle();
  const { tax, words } = companyJurisdiction();
  const taxName = tax.name;
  const listing = historyListing.parse(query);
  const path = routes.history(numero);
  const page = pageOf(arranged(history.rows, listing), listing);
  const sentence = comparisonSentence(history.rows, numbers);
  const unknown = unknownSentence(history.rows);
  return (
    <UsagePointPage usagePoint={history.usagePoint} section="history" current="Consumo y cargos históricos">
      <h1>Consumo y cargos históricos</h1>
      {sentence && <p className="mt-4 max-w-168 text-lead leading-[1.4]">{sentence}</p>}
      {unknown && <p className="mt-2">{unknown}</p>}
      <div className="mt-6">
        <UtilityLinks
          pdf={withListing(routes.historyFile(numero, "pdf"), listing)}
          csv={withListing(routes.historyFile(numero, "csv"), listing)}
        />
      </div>
      {history.rows.length > 1 && (
        <>
          <div id="consumo">
            <HistoryFigure
              title="Consumo, mes a mes"
              bar="lectura del medidor"
              estimatedBar="lectura estimada"
              note={`kWh por mes. ${extremesSentence(history.rows, (row) => row.consumptionKwh, "consumo")}`}
              months={chartMonths(history.rows, (row) => row.consumptionKwh, numbers)}
              numberStyle={numbers}
            />
          </div>
          <div id="cargos">
            <HistoryFigure
              title="Cargos netos, mes a mes"
              bar="cargos del mes"
              estimatedBar="con lectura estimada"
              note={`Pesos por mes, sin ${taxName}. ${extremesSentence(history.rows, (row) => row.netAmount, "cargo")} En «Detalle» está qué se cobró.`}
              months={chartMonths(history.rows, (row) => row.netAmount, numbers)}
              numberStyle={numbers}
            />
          </div>
        </>
      )}
      <section className="mt-12 print:mt-4 print:break-before-page">
        <ListSearch
          action={path}
          kind={historyListing}
          listing={listing}
          label="Buscar un mes"
          hint="Por ejemplo, enero 2020"
          verb="Ver meses"
        />
        {page.rows.length === 0 ? (
          <EmptyState
            title={listing.buscar ? `No hay nada con «${listing.buscar}»` : "Todavía no hay meses cargados"}
          >
            <p>
              {listing.buscar
                ? "Busque un mes o un año, por ejemplo «enero 2020», o "
                : `La empresa no ha cargado ${words.bill}s ni lecturas de este suministro. `}
              {listing.buscar && <a href={path}>vea todos los meses</a>}
            </p>
          </EmptyState>
        ) : (
          <>
            <HistoryTable
              note={`Los cargos van netos, sin ${taxName}. El total es lo que dice la ${words.bill}.`}
              taxName={taxName}
              documentName={words.taxDocument}
              orders={orderLinks(path, listing)}
              rows={page.rows.map((row) => tableRow(row, numero))}
            />
            <Pagination
              label="Páginas del historial"
              page={page.page}
              pageSize={listing.filas}
              total={page.total}
              hrefOf={(pagina) => withListing(path, { ...listing, pagina })}
            />
          </>
        )}
        <p className="mt-4 text-note text-ink-soft">
          <strong>S/I</strong>: sin información. La empresa no ha cargado {words.bill} ni lectura de ese mes.
          <br />
          <strong>{words.taxDocument}</strong>: {words.taxDocumentName}. Donde hay «–», el portal no tiene el
          documento.
        </p>
      </section>
    </UsagePointPage>
  );
}

function tableRow(row: HistoryRow, number: string): HistoryTableRow {
  const numbers = numberStyle();
  return {
    key: `${row.period}/${row.document ?? ""}`,
    month: { long: formatPeriodLabel(row.period), short: formatPeriodShort(row.period) },
    consumption: formatNumber(row.consumptionKwh, numbers),
    estimated: row.quality === "estimated",
    net: formatAmount(row.netAmount, numbers),
    total: formatAmount(row.totalAmount, numbers),
    state: row.settlement && { kind: row.settlement.state, word: STATE_WORDS[row.settlement.state] },
    charges: row.document === null ? null : routes.charges(number, row.period),
    document: billDocument(number, row),
  };
}
