import type { Metadata } from "next";
import { LoadTable } from "@/components/domain/load-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageBody } from "@/components/ui/page-body";
import { formatInstant } from "@/lib/kernel/format-instant";
import { latestLoads } from "@/lib/loading/queries";
import { deskContext } from "@/lib/platform/context";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";

export const metadata: Metadata = { title: "Mesa" };

export default async function DeskPage() {
  const ctx = await deskContext();
  const loads = await latestLoads(ctx);
  const { timeZone } = companyProfile();
  const administers = ctx.actor.role === "administrator";
  return (
    <PageBody>
      <h1>Mesa</h1>
      <p className="mt-4">De estas cargas viene lo que los clientes ven.</p>
      <div className="mt-8">
        {loads.length === 0 ? (
          <EmptyState title="Todavía no hay cargas">
            <p>
              {administers ? (
                <>
                  Suba un paquete del sistema de facturación en <a href={routes.loads()}>Cargas</a>.
                </>
              ) : (
                "Quien administra el portal sube los paquetes del sistema de facturación."
              )}
            </p>
          </EmptyState>
        ) : (
          <LoadTable
            caption="Últimas cargas"
            loads={loads}
            when={(at) => formatInstant(at, timeZone)}
            linked={administers}
          />
        )}
        {administers && (
          <p className="mt-4">
            <a href={routes.loads()}>Subir un paquete y ver todas las cargas</a>
          </p>
        )}
      </div>
    </PageBody>
  );
}
