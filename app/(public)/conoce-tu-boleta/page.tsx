import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { listingAddress } from "@/components/ui/listing-links";
import { ListSearch } from "@/components/ui/list-search";
import { PageBody } from "@/components/ui/page-body";
import { Pagination } from "@/components/ui/pagination";
import { UtilityLinks } from "@/components/ui/utility-links";
import { arrangedCharges, chargeListing } from "@/lib/billing/charge-descriptions";
import { chargeDescriptions } from "@/lib/billing/queries";
import { pageOf, type Listing } from "@/lib/kernel/listing";
import { publicContext } from "@/lib/platform/context";
import { companyJurisdiction, numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { ContactEmail } from "../../_components/contact-links";
import { ChargesExplained } from "./_components/charges-explained";
import { TaxExplained } from "./_components/tax-explained";

const titleOf = () => `Conozca su ${companyJurisdiction().words.bill}`;

export const generateMetadata = (): Metadata => ({ title: titleOf() });

export default async function ChargesExplainedPage({ searchParams }: PageProps<"/conoce-tu-boleta">) {
  const ctx = publicContext();
  const [charges, query] = await Promise.all([chargeDescriptions(ctx), searchParams]);
  const listing = chargeListing.parse(query);
  const page = pageOf(arrangedCharges(charges, listing), listing);
  const jurisdiction = companyJurisdiction();
  const path = routes.chargesExplained();
  return (
    <PageBody>
      <h1>{titleOf()}</h1>
      <p className="mt-4 max-w-168 text-lead leading-[1.4]">
        Qué es cada cargo de su {jurisdiction.words.bill} y por qué se cobra, en palabras de la empresa.
      </p>
      <div className="mt-6">
        <UtilityLinks csv={listingAddress(routes.chargesExplainedFile("csv"), chargeListing, listing)} />
      </div>
      <section className="mt-12 print:mt-6" aria-labelledby="cargos">
        <h2 id="cargos" className="mb-6">
          Los cargos
        </h2>
        {charges.length > 0 && (
          <ListSearch
            action={path}
            kind={chargeListing}
            listing={listing}
            label="Buscar un cargo"
            hint={`Como está escrito en su ${jurisdiction.words.bill}, o parte de su nombre`}
            verb="Ver cargos"
          />
        )}
        {page.rows.length > 0 ? (
          <>
            <ChargesExplained charges={page.rows} />
            <Pagination
              label="Páginas de los cargos"
              page={page.page}
              pageSize={listing.filas}
              total={page.total}
              hrefOf={(pagina) => listingAddress(path, chargeListing, { ...listing, pagina })}
            />
            {listing.buscar && (
              <p className="mt-4 print:hidden">
                <a href={path}>Ver todos los cargos</a>
              </p>
            )}
          </>
        ) : (
          <NoCharges listing={listing} />
        )}
        <p className="mt-6">
          Si un cargo de su {jurisdiction.words.bill} no está aquí, la empresa no lo ha descrito. Pregúntele
          qué es y por qué se lo cobra: <ContactEmail />.
        </p>
      </section>
      <TaxExplained jurisdiction={jurisdiction} today={ctx.today()} numbers={numberStyle()} />
    </PageBody>
  );
}

function NoCharges({ listing: { buscar } }: { listing: Listing }) {
  if (!buscar)
    return (
      <EmptyState title="La empresa todavía no ha descrito sus cargos">
        <p>Mientras tanto, pregúntele por el que no entienda.</p>
      </EmptyState>
    );
  return (
    <EmptyState title={`Ningún cargo descrito dice «${buscar}»`}>
      <p>
        Busque otra palabra, o <a href={routes.chargesExplained()}>vea todos los cargos</a>.
      </p>
    </EmptyState>
  );
}
