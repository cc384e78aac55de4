import type { Metadata } from "next";
import { AssetTable } from "@/components/domain/asset-table";
import { AboutEdition, EditionNotice } from "@/components/domain/edition-notice";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, Select } from "@/components/ui/field";
import { Button } from "@/components/ui/button";
import { columnOrders, listingAddress } from "@/components/ui/listing-links";
import { PageBody } from "@/components/ui/page-body";
import { Pagination } from "@/components/ui/pagination";
import { UtilityLinks } from "@/components/ui/utility-links";
import { isLayerName } from "@/lib/network/fields";
import { layerNamed } from "@/lib/network/layers";
import { listFields } from "@/lib/network/listing";
import { assetList } from "@/lib/network/queries/lists";
import { publicContext } from "@/lib/platform/context";
import { numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { askedList } from "./asked";

type Props = PageProps<"/red/[capa]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { capa } = await params;
  return { title: isLayerName(capa) ? layerNamed(capa).title : "Red eléctrica" };
}

export default async function LayerPage({ params, searchParams }: Props) {
  const [{ capa }, query] = await Promise.all([params, searchParams]);
  const ctx = publicContext();
  const { layer, title, edition, kind, listing, filter } = await askedList(ctx, capa, query);
  const { assets, total, page } = await assetList(ctx, edition, { layer: layer.name, filter, listing });
  /** What every address of this list says beside its listing. */
  const kept = { ...filter, edicion: edition.isCurrent ? undefined : String(edition.id) };
  const file = (type: "csv" | "pdf") =>
    listingAddress(routes.networkLayerFile(layer.name, type), kind, listing, kept);
  const path = routes.networkLayer(layer.name);
  return (
    <PageBody>
      <Breadcrumbs
        crumbs={[
          { href: routes.home(), label: "Inicio" },
          { href: routes.network(), label: "Red eléctrica" },
          ...(filter.alimentador
            ? [{ href: routes.asset("alimentadores", filter.alimentador), label: filter.alimentador }]
            : []),
        ]}
        current={layer.title}
      />
      <h1>{title}</h1>
      <p className="mt-3 max-w-168">{layer.description}</p>
      <div className="mt-6">
        <UtilityLinks pdf={file("pdf")} csv={file("csv")} />
      </div>
      <form
        action={path}
        role="search"
        className="mt-8 mb-8 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden"
      >
        <Field
          name="buscar"
          label={`Buscar en ${layer.title.toLocaleLowerCase("es")}`}
          defaultValue={listing.buscar}
        />
        <Select name="filas" label="Filas" defaultValue={listing.filas}>
          {kind.lengths.map((length) => (
            <option key={length}>{length}</option>
          ))}
        </Select>
        {Object.entries({ ...kept, orden: listing.orden, dir: listing.dir }).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Button kind="secondary">Ver {layer.title.toLocaleLowerCase("es")}</Button>
      </form>
      {assets.length === 0 ? (
        <EmptyState
          title={
            listing.buscar
              ? `No hay ${layer.title.toLocaleLowerCase("es")} con «${listing.buscar}»`
              : "No hay ninguno"
          }
        >
          <p>
            <a href={path}>Vea todos</a>, o <a href={routes.network()}>busque en toda la red</a>.
          </p>
        </EmptyState>
      ) : (
        <>
          <AssetTable
            caption={title}
            fields={listFields(layer.name)}
            assets={assets}
            orders={columnOrders(path, kind, listing, kept)}
            numbers={numberStyle()}
          />
          <Pagination
            label={`Páginas de ${layer.title.toLocaleLowerCase("es")}`}
            page={page}
            pageSize={listing.filas}
            total={total}
            hrefOf={(pagina) => listingAddress(path, kind, { ...listing, pagina }, kept)}
          />
        </>
      )}
      <div className="mt-10">
        <EditionNotice edition={edition}>
          <AboutEdition edition={edition} />
        </EditionNotice>
      </div>
    </PageBody>
  );
}
