import type { Metadata } from "next";
import { monthSentence, unknownBillsSentence } from "@/components/domain/billing-words";
import { chartMonths } from "@/components/domain/chart-months";
import { MonthLine } from "@/components/charts/month-line";
import { Perforation, Section } from "@/components/ui/answer";
import { EmptyState } from "@/components/ui/empty-state";
import { PageBody } from "@/components/ui/page-body";
import { UtilityLinks } from "@/components/ui/utility-links";
import type { CivilDate } from "@/lib/kernel/civil-date";
import { formatPeriod } from "@/lib/kernel/format";
import { portalContext } from "@/lib/platform/context";
import { companyJurisdiction, companyProfile, numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { EmergencyPhone } from "../../_components/contact-links";
import { Standing } from "./_components/standing";
import { desktopEntries, type DesktopEntry } from "./desktop";

export const metadata: Metadata = { title: "Escritorio" };

export default async function DesktopPage() {
  const ctx = await portalContext();
  const entries = await desktopEntries(ctx);
  return (
    <PageBody>
      <h1 className="text-h3 tracking-normal">Escritorio</h1>
      {entries.length === 0 ? (
        <div className="mt-6">
          <EmptyState title="Todavía no tiene suministros">
            <p>
              Ningún suministro está vinculado a su cuenta. Si tiene una {companyJurisdiction().words.bill} a
              mano, escriba a{" "}
              <a href={`mailto:${companyProfile().contactEmail}`}>{companyProfile().contactEmail}</a> o llame
              al {companyProfile().emergencyPhone} para vincularlo.
            </p>
          </EmptyState>
        </div>
      ) : (
        <div className="mt-6 max-w-188">
          {entries.map((entry) => (
            <Supply key={entry.usagePoint.number} entry={entry} today={ctx.today()} />
          ))}
          <div className="mt-12">
            <UtilityLinks pdf={routes.desktopFile("pdf")} csv={routes.desktopFile("csv")} />
          </div>
        </div>
      )}
      <WithoutPower />
    </PageBody>
  );
}

/** Where to turn when the lights go out, and when a page is not clear. */
function WithoutPower() {
  return (
    <section className="mt-12 max-w-188 print:hidden" aria-labelledby="sin-luz">
      <h2 id="sin-luz" className="text-h3">
        ¿Sin luz?
      </h2>
      <p className="mt-2">
        Llame al <EmergencyPhone />, a cualquier hora. <a href={routes.outages()}>Qué decir y qué no hacer</a>
      </p>
      <p className="mt-2">
        <a href={routes.help()}>Ayuda</a>: qué muestra cada página, y qué hacer cuando algo no está bien.
      </p>
    </section>
  );
}

/** One supply: what is owed first and large, then what is only told. */
function Supply({ entry, today }: { entry: DesktopEntry; today: CivilDate }) {
  const { number, address, comuna } = entry.usagePoint;
  const id = `suministro-${number}`;
  return (
    <Section labelledBy={id}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="text-h3">
          <a href={routes.usagePoint(number)}>Suministro {number}</a>
        </h2>
        <p className="text-note wrap-anywhere text-ink-soft">
          {address}, {comuna}
        </p>
      </div>
      <div className="mt-6">
        <Standing entry={entry} today={today} />
      </div>
      <Perforation />
      <RecentUse entry={entry} />
    </Section>
  );
}

/** The newest month against the year before, and the thirteen months between them as a line. */
function RecentUse({ entry: { usagePoint, rows } }: { entry: DesktopEntry }) {
  const numbers = numberStyle();
  const sentence = monthSentence(rows, numbers);
  const unknown = unknownBillsSentence(rows, companyJurisdiction().words.bill);
  const line = chartMonths(rows, (row) => row.consumptionKwh, numbers).slice(-13);
  const [first, newest] = [line[0], line.at(-1)].map((month) => month && formatPeriod(month.period));
  return (
    <>
      {sentence && <p>{sentence}</p>}
      {unknown && <p className="mt-2 text-note text-ink-soft">{unknown}</p>}
      {line.length > 1 && (
        <div className="mt-6">
          <MonthLine
            months={line}
            label={`Consumo en kWh, de ${first} a ${newest}. Los valores están en el historial.`}
          />
        </div>
      )}
      <p className="mt-4 text-note">
        {line.length > 1 && `Consumo de ${line.length} meses, en kWh. `}
        <a href={routes.history(usagePoint.number)}>
          Consumo y cargos históricos<span className="sr-only"> del suministro {usagePoint.number}</span>
        </a>
      </p>
    </>
  );
}
