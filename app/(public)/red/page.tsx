import type { Metadata } from "next";
import { AboutEdition, EditionNotice } from "@/components/domain/edition-notice";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorSummary } from "@/components/ui/error-summary";
import { LinkList } from "@/components/ui/link-list";
import { PageBody } from "@/components/ui/page-body";
import type { Context } from "@/lib/kernel/context";
import { layers } from "@/lib/network/layers";
import type { Edition } from "@/lib/network/model";
import { currentEdition } from "@/lib/network/queries/editions";
import { feederChoices, regions, substationChoices, transformerChoices } from "@/lib/network/queries/places";
import { parseNetworkForm, type NetworkForm } from "@/lib/network/schema";
import { publicContext } from "@/lib/platform/context";
import { numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { answerOf } from "./answer";
import { PlaceFilter, SimpleFilters } from "./_components/filters";
import { Results } from "./_components/results";
import { SearchBox } from "./_components/search-box";

export const metadata: Metadata = { title: "Red eléctrica" };

export default async function NetworkPage({ searchParams }: PageProps<"/red">) {
  const ctx = publicContext();
  const [edition, query] = await Promise.all([currentEdition(ctx), searchParams]);
  if (!edition) return <NoNetwork />;
  const form = parseNetworkForm(query);
  return <Network ctx={ctx} edition={edition} form={form} />;
}

async function Network({ ctx, edition, form }: { ctx: Context; edition: Edition; form: NetworkForm }) {
  const [answer, places, substations, feeders, transformers] = await Promise.all([
    answerOf({ ctx, edition }, form),
    regions(ctx, edition),
    substationChoices(ctx, edition),
    feederChoices(ctx, edition),
    form.alimentador ? transformerChoices(ctx, edition, form.alimentador) : [],
  ]);
  const mistakes = answer.kind === "mistakes" ? answer.mistakes : [];
  return (
    <PageBody>
      {mistakes.length > 0 && <ErrorSummary mistakes={mistakes} />}
      <h1 className="[*+&]:mt-8">Red eléctrica</h1>
      <p className="mt-4 max-w-168 text-lead leading-[1.4]">
        Busque lo que está pintado en el poste, o baje desde la región hasta el transformador.
      </p>
      <SearchBox
        action={routes.network()}
        suggestions={routes.networkSuggestions()}
        typed={form.buscar.slice(0, 200)}
      />
      {answer.kind !== "nothing" && answer.kind !== "mistakes" && (
        <div className="mt-10">
          <Results answer={answer} form={form} numbers={numberStyle()} />
        </div>
      )}
      <div className="mt-10">
        <PlaceFilter {...{ form, regions: places, substations, feeders, transformers, mistakes }} />
      </div>
      <SimpleFilters form={form} mistakes={mistakes} />
      <div className="mt-10 grid gap-8 wide:grid-cols-2">
        <LinkList
          title="Ver todo"
          links={layers.map(({ name, title }) => ({ href: routes.networkLayer(name), label: title }))}
        />
        <LinkList
          title="Datos abiertos"
          links={[
            { href: routes.networkDownloads(), label: "Ediciones, cambios y limitaciones" },
            { href: routes.ogc(), label: "OGC API – Features, para QGIS" },
            { href: routes.apiDescription(), label: "Descripción de la interfaz (OpenAPI)" },
          ]}
        />
      </div>
      <div className="mt-10">
        <EditionNotice edition={edition}>
          <AboutEdition edition={edition} />
        </EditionNotice>
      </div>
    </PageBody>
  );
}

function NoNetwork() {
  return (
    <PageBody>
      <h1>Red eléctrica</h1>
      <div className="mt-6">
        <EmptyState title="Todavía no se publica la red">
          <p>La empresa no ha cargado los datos de sus subestaciones, alimentadores y transformadores.</p>
        </EmptyState>
      </div>
    </PageBody>
  );
}
