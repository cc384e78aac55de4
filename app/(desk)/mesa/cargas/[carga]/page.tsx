import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import { StateMark } from "@/components/ui/state-mark";
import { UtilityLinks } from "@/components/ui/utility-links";
import { CountTable, TotalsTable } from "@/components/domain/load-account";
import { changesOf, formatBytes, LOAD_STATES } from "@/components/domain/loading-words";
import { formatInstant } from "@/lib/kernel/format-instant";
import { loadDetail, type LoadDetail } from "@/lib/loading/queries";
import { administratorContext } from "@/lib/platform/context";
import { companyProfile, numberStyle } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { approveLoadAction, discardLoadAction } from "./actions";
import { Decision } from "./_components/decision";
import { FirstRows } from "./_components/first-rows";
import { KeepFresh } from "./_components/keep-fresh";
import { LoadState } from "./_components/load-state";

export const metadata: Metadata = { title: "Carga" };

const UNDER_WAY = ["waiting", "checking", "publishing"];

export default async function LoadPage({ params }: PageProps<"/mesa/cargas/[carga]">) {
  const ctx = await administratorContext();
  const load = await loadDetail(ctx, (await params).carga);
  if (!load) notFound();
  const { status, counts } = load;
  return (
    <PageBody>
      <Breadcrumbs
        crumbs={[
          { href: routes.desk(), label: "Mesa" },
          { href: routes.loads(), label: "Cargas" },
        ]}
        current={load.source}
      />
      <h1 className="wrap-anywhere">{load.source}</h1>
      <Who load={load} />
      <div className="mt-6" role="status">
        <LoadState load={load} />
      </div>
      {UNDER_WAY.includes(status) && <KeepFresh />}
      {load.notices.length > 0 && (
        <div className="mt-6">
          <Notice kind="attention" title="Conviene saber">
            {load.notices.map((notice) => (
              <p key={notice}>{notice}</p>
            ))}
          </Notice>
        </div>
      )}
      {counts.length > 0 && !UNDER_WAY.includes(status) && (
        <div className="mt-10 space-y-10">
          <div>
            <CountTable counts={counts} />
            <div className="mt-4">
              <UtilityLinks csv={routes.loadFile(load.id, "csv")} />
            </div>
          </div>
          <TotalsTable counts={counts} numbers={numberStyle()} />
        </div>
      )}
      {(status === "checked" || status === "waiting") && (
        <div className="mt-10">
          {load.rejectedRows > 0 && (
            <p className="mb-4">
              Si publica ahora, <a href="#rechazadas">las filas rechazadas</a> quedan fuera; puede corregirlas
              y subirlas después en otro paquete.
            </p>
          )}
          <Decision
            id={load.id}
            checkedAt={load.finishedAt?.toISOString() ?? ""}
            approve={status === "checked" && changesOf(counts) > 0 ? approveLoadAction : undefined}
            discard={discardLoadAction}
          />
        </div>
      )}
      <FirstRows load={load} />
    </PageBody>
  );
}

function Who({ load }: { load: LoadDetail }) {
  const { word, state } = LOAD_STATES[load.status];
  const { timeZone } = companyProfile();
  const began = `${load.operator || "El servidor"}, ${formatInstant(load.startedAt, timeZone)}`;
  const size = load.packageBytes === null ? "" : `, ${formatBytes(load.packageBytes)}`;
  return (
    <p className="mt-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-small text-ink-soft">
      <StateMark state={state}>{word}</StateMark>
      <span>
        {began}
        {size}
      </span>
    </p>
  );
}
