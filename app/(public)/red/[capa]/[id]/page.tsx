import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AboutEdition, EditionNotice } from "@/components/domain/edition-notice";
import { KinList } from "@/components/domain/kin-list";
import { assetFacts, capacityFacts, upstreamFacts } from "@/components/domain/network-facts";
import { NetworkFactsList } from "@/components/domain/network-facts-list";
import { assetSentence, assetTitle, GONE, lastKnown } from "@/components/domain/network-words";
import { NetworkDrawing } from "@/components/map/network-drawing";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import { UtilityLinks } from "@/components/ui/utility-links";
import { drawingOf } from "@/lib/network/drawing";
import { isLayerName } from "@/lib/network/fields";
import { layerNamed } from "@/lib/network/layers";
import type { Asset, AssetDetail } from "@/lib/network/model";
import { kinOf } from "@/lib/network/queries/kin";
import { surroundings } from "@/lib/network/queries/surroundings";
import { upstream } from "@/lib/network/queries/upstream";
import { publicContext } from "@/lib/platform/context";
import { numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { Changes } from "./_components/changes";
import { DemandSection } from "./_components/demand-section";
import { assetAsked } from "./asked";

type Props = PageProps<"/red/[capa]/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { capa, id } = await params;
  return { title: isLayerName(capa) ? `${layerNamed(capa).singular} ${id.slice(0, 64)}` : "Red eléctrica" };
}

/** On whose line a way up to the substation makes sense. */
const isOnALine = ({ layer }: Asset) => layer !== "subestaciones" && layer !== "alimentadores";

export default async function AssetPage({ params }: Props) {
  const { capa, id } = await params;
  const ctx = publicContext();
  const detail = await assetAsked(ctx, capa, id);
  if (!detail) notFound();
  const { asset, edition } = detail;
  const [kin, way, around] = await Promise.all([
    kinOf(ctx, edition, asset),
    upstream(ctx, edition, asset),
    surroundings(ctx, edition, asset),
  ]);
  const numbers = numberStyle();
  const capacity = capacityFacts(detail, numbers);
  return (
    <PageBody>
      <Crumbs detail={detail} />
      <h1>{assetTitle(asset)}</h1>
      <p className="mt-4 max-w-168 text-lead leading-[1.4]">{assetSentence(detail, numbers)}</p>
      {!edition.isCurrent && (
        <div className="mt-6">
          <Notice kind="problem" title={GONE}>
            <p>{lastKnown(edition)}</p>
          </Notice>
        </div>
      )}
      <div className="mt-6">
        <EditionNotice edition={edition} />
      </div>
      <div className="mt-6">
        <UtilityLinks
          pdf={routes.assetFile(asset.layer, asset.id, "pdf")}
          csv={routes.assetFile(asset.layer, asset.id, "csv")}
        />
      </div>
      <div className="unfolded:grid unfolded:grid-cols-2 unfolded:gap-x-16">
        <div>
          {assetFacts(detail, numbers).map((group) => (
            <NetworkFactsList key={group.title} {...group} />
          ))}
        </div>
        <div>
          {around && (
            <section className="mt-10 print:mt-6">
              <h2 className="mb-4">Dibujo</h2>
              <NetworkDrawing drawing={drawingOf(around, asset, way?.spans)} title={assetTitle(asset)} />
              <p className="mt-2 text-note text-ink-soft">{edition.attribution}</p>
            </section>
          )}
          {capacity && <NetworkFactsList {...capacity} />}
          {isOnALine(asset) && <NetworkFactsList {...upstreamFacts(way, numbers)} />}
        </div>
      </div>
      <DemandSection detail={detail} numbers={numbers} />
      {kin.map((one) => (
        <KinList key={one.title} kin={one} />
      ))}
      <Changes detail={detail} numbers={numbers} />
      <section className="mt-12 max-w-measure space-y-2 print:mt-6">
        <h2>Sobre estos datos</h2>
        <AboutEdition edition={edition} />
      </section>
    </PageBody>
  );
}

function Crumbs({ detail: { asset, feeder, substation } }: { detail: AssetDetail }) {
  const { region, comuna } = asset.values;
  const place =
    typeof region === "string" && typeof comuna === "string" ? { region, comuna, filtro: "1" } : null;
  const named = (of: NonNullable<typeof feeder>) => ({
    href: routes.asset(of.layer, of.id),
    label: of.name ?? of.id,
  });
  return (
    <Breadcrumbs
      crumbs={[
        { href: routes.home(), label: "Inicio" },
        { href: routes.network(), label: "Red eléctrica" },
        ...(place ? [{ href: routes.networkSearch(place), label: place.comuna }] : []),
        ...(substation ? [named(substation)] : []),
        ...(feeder ? [named(feeder)] : []),
      ]}
      current={assetTitle(asset)}
    />
  );
}
