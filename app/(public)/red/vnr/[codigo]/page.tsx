import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AboutEdition, EditionNotice } from "@/components/domain/edition-notice";
import { NetworkFactsList } from "@/components/domain/network-facts-list";
import {
  codeSentence,
  codeTitle,
  SMALL_PERCENTAGE_WARNING,
  surchargeWords,
} from "@/components/domain/vnr-words";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkList } from "@/components/ui/link-list";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import { UtilityLinks } from "@/components/ui/utility-links";
import { layerNamed } from "@/lib/network/layers";
import { lookLikeFractions } from "@/lib/network/model";
import { publicContext } from "@/lib/platform/context";
import { numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { decoded } from "../../decoded";
import { vnrAsked } from "./asked";

type Props = PageProps<"/red/vnr/[codigo]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Código ${decoded((await params).codigo).slice(0, 64)}` };
}

const count = new Intl.NumberFormat("es", { useGrouping: "always" });

export default async function VnrPage({ params }: Props) {
  const asked = await vnrAsked(publicContext(), decoded((await params).codigo));
  if (!asked) notFound();
  const { edition, detail } = asked;
  const { code, unit, surcharges, assets, isVnr, isLoaded } = detail;
  const numbers = numberStyle();
  const values = surcharges.map(({ value }) => value);
  return (
    <PageBody>
      <Breadcrumbs
        crumbs={[{ href: routes.network(), label: "Red eléctrica" }]}
        current={codeTitle(detail)}
      />
      <h1>{codeTitle(detail)}</h1>
      <p className="mt-4 max-w-168 text-lead leading-[1.4]">{codeSentence(detail)}</p>
      <div className="mt-6">
        <UtilityLinks pdf={routes.vnrFile(code, "pdf")} csv={routes.vnrFile(code, "csv")} />
      </div>
      {isVnr && (
        <NetworkFactsList
          title="Recargos"
          facts={surcharges.map(({ title, value }) => ({
            term: title,
            value: surchargeWords(value, unit, numbers),
          }))}
        />
      )}
      {isVnr && !isLoaded && (
        <p className="mt-3 text-note text-ink-soft">
          S/I: la empresa no ha cargado los recargos de este código.
        </p>
      )}
      {lookLikeFractions(unit, values) && (
        <div className="mt-6">
          <Notice kind="attention" title="Revise la unidad">
            <p>{SMALL_PERCENTAGE_WARNING}</p>
          </Notice>
        </div>
      )}
      {assets.length > 0 && (
        <div className="mt-10">
          <LinkList
            title="Elementos con este código"
            links={assets.map(({ layer, total }) => ({
              href: routes.networkList(layer, { codigo: code }),
              label: `${layerNamed(layer).title}: ${count.format(total)}`,
            }))}
          />
        </div>
      )}
      <div className="mt-10">
        <EditionNotice edition={edition}>
          <AboutEdition edition={edition} />
        </EditionNotice>
      </div>
    </PageBody>
  );
}
