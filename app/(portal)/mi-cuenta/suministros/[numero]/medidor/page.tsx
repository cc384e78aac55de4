import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { installedSentence, lastKnown } from "@/components/domain/metering-words";
import { Answer } from "@/components/ui/answer";
import { UtilityLinks } from "@/components/ui/utility-links";
import { listingAddress } from "@/components/ui/listing-links";
import { formatDate, formatNumber } from "@/lib/kernel/format";
import { readingListing } from "@/lib/metering/listing";
import { meterHistory } from "@/lib/metering/queries";
import { portalContext } from "@/lib/platform/context";
import { numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { UsagePointPage } from "../_components/usage-point-page";
import { MetersTold } from "./_components/meters-told";
import { Readings } from "./_components/readings";

export const metadata: Metadata = { title: "Medidor y lecturas" };

export default async function MeterPage(props: PageProps<"/mi-cuenta/suministros/[numero]/medidor">) {
  const [{ numero }, query] = await Promise.all([props.params, props.searchParams]);
  const history = await meterHistory(await portalContext(), numero);
  if (!history) notFound();
  const listing = readingListing.parse(query);
  const last = lastKnown(history.rows);
  const fileOf = (type: "pdf" | "csv") =>
    listingAddress(routes.meterFile(numero, type), readingListing, listing);
  return (
    <UsagePointPage usagePoint={history.usagePoint} section="meter" current="Medidor y lecturas">
      <h1>Medidor y lecturas</h1>
      <p className="mt-4 max-w-168 text-lead leading-[1.4]">{installedSentence(history)}</p>
      {last && (
        <div className="mt-6">
          <Answer label={last.readOn ? `Última lectura, ${formatDate(last.readOn)}` : "Última lectura"}>
            {`${formatNumber(last.registerKwh, numberStyle())} kWh`}
          </Answer>
        </div>
      )}
      <div className="mt-6">
        <UtilityLinks pdf={fileOf("pdf")} csv={fileOf("csv")} />
      </div>
      <MetersTold meters={history.meters} />
      <Readings history={history} listing={listing} path={routes.meter(numero)} />
    </UsagePointPage>
  );
}
