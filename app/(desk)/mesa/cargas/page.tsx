import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { ListSearch } from "@/components/ui/list-search";
import { columnOrders, listingAddress } from "@/components/ui/listing-links";
import { PageBody, WithAside } from "@/components/ui/page-body";
import { Pagination } from "@/components/ui/pagination";
import { UtilityLinks } from "@/components/ui/utility-links";
import { LoadTable } from "@/components/domain/load-table";
import { ERROR_COPY } from "@/lib/copy/errors";
import { formatInstant } from "@/lib/kernel/format-instant";
import { PACKAGE_LIMITS } from "@/lib/loading/package/package-reader";
import { loadHistory } from "@/lib/loading/queries";
import { PACKAGE_FIELD } from "@/lib/loading/package/receive-package";
import { loadListing, UPLOAD_PROBLEMS, uploadProblem } from "@/lib/loading/schema";
import { administratorContext } from "@/lib/platform/context";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { PrepareLinks } from "./_components/prepare-links";
import { UploadForm } from "./_components/upload-form";

export const metadata: Metadata = { title: "Cargas" };

export default async function LoadsPage({ searchParams }: PageProps<"/mesa/cargas">) {
  const ctx = await administratorContext();
  const query = await searchParams;
  const listing = loadListing.parse(query);
  const problem = uploadProblem.parse(query.problema);
  const { loads, page, total } = await loadHistory(ctx, listing);
  const { timeZone } = companyProfile();
  return (
    <PageBody>
      <Breadcrumbs crumbs={[{ href: routes.desk(), label: "Mesa" }]} current="Cargas" />
      <WithAside aside={<PrepareLinks />}>
        <UploadForm
          action={routes.uploadPackage()}
          field={PACKAGE_FIELD}
          limit={PACKAGE_LIMITS.packed}
          problem={problem && ERROR_COPY[UPLOAD_PROBLEMS[problem]]}
          sentences={{
            missing: ERROR_COPY["package/missing"],
            empty: ERROR_COPY["package/empty"],
            tooLarge: ERROR_COPY["package/too-large"],
          }}
        />
      </WithAside>
      <section className="mt-12">
        {total > 0 || listing.buscar ? (
          <ListSearch
            action={routes.loads()}
            kind={loadListing}
            listing={listing}
            label="Buscar por paquete o persona"
            verb="Ver cargas"
          />
        ) : null}
        {loads.length === 0 ? (
          <EmptyState
            title={listing.buscar ? `No hay cargas con «${listing.buscar}»` : "Todavía no hay cargas"}
          >
            <p>
              {listing.buscar ? (
                <>
                  Busque otro paquete u otra persona, o <a href={routes.loads()}>vea todas las cargas</a>.
                </>
              ) : (
                "Suba el primer paquete con el formulario de arriba."
              )}
            </p>
          </EmptyState>
        ) : (
          <>
            <LoadTable
              caption="Historia de las cargas"
              loads={loads}
              when={(at) => formatInstant(at, timeZone)}
              linked
              orders={columnOrders(routes.loads(), loadListing, listing)}
            />
            <Pagination
              label="Páginas de las cargas"
              page={page}
              pageSize={listing.filas}
              total={total}
              hrefOf={(pagina) => listingAddress(routes.loads(), loadListing, { ...listing, pagina })}
            />
            <div className="mt-4">
              <UtilityLinks csv={listingAddress(routes.loadsFile("csv"), loadListing, listing)} />
            </div>
          </>
        )}
      </section>
    </PageBody>
  );
}
