import type { Metadata } from "next";
import { EditionNotice } from "@/components/domain/edition-notice";
import { withheldSentence } from "@/components/domain/network-words";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageBody } from "@/components/ui/page-body";
import { UtilityLinks } from "@/components/ui/utility-links";
import { editions } from "@/lib/network/queries/editions";
import { publicContext } from "@/lib/platform/context";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { EditionSection } from "./_components/edition-section";

export const metadata: Metadata = { title: "Ediciones de la red" };

export default async function DownloadsPage() {
  const found = await editions(publicContext());
  const [newest] = found;
  return (
    <PageBody>
      <Breadcrumbs
        crumbs={[{ href: routes.network(), label: "Red eléctrica" }]}
        current="Ediciones y descargas"
      />
      <h1>Ediciones de la red</h1>
      <p className="mt-4 max-w-168 text-lead leading-[1.4]">
        Cada carga de la red es una edición que no cambia más. La más nueva es la que se ve en el portal; las
        anteriores quedan aquí.
      </p>
      {newest ? (
        <>
          <div className="mt-6">
            <UtilityLinks pdf={routes.networkDownloadsFile("pdf")} csv={routes.networkDownloadsFile("csv")} />
          </div>
          <div className="mt-6">
            <EditionNotice edition={newest}>
              {newest.note && <p className="text-note text-ink-soft">{newest.note}</p>}
            </EditionNotice>
          </div>
          <section className="mt-10 border-t-2 border-ink pt-4">
            <h2>Qué se publica y qué no</h2>
            <p className="mt-3 max-w-measure">{withheldSentence(newest)}</p>
            <p className="mt-3 max-w-measure">
              Los datos los entrega la empresa y aquí no se corrigen: lo que parece mal se publica igual y se
              dice, edición por edición, como limitación conocida. Para leer la red desde QGIS use la
              dirección de <a href={routes.ogc()}>OGC API – Features</a>. Para avisar de un error escriba a{" "}
              <a href={`mailto:${companyProfile().contactEmail}`}>{companyProfile().contactEmail}</a>.
            </p>
          </section>
          {found.map((edition) => (
            <EditionSection
              key={edition.id}
              edition={edition}
              before={found.find(({ id }) => id === edition.account.changes?.from) ?? null}
            />
          ))}
        </>
      ) : (
        <div className="mt-6">
          <EmptyState title="Todavía no hay ediciones">
            <p>La empresa no ha cargado su red.</p>
          </EmptyState>
        </div>
      )}
    </PageBody>
  );
}
