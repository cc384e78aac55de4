import type { Route } from "next";
import type { ReactNode } from "react";
import { ChangedRows, RejectedRows } from "@/components/domain/load-rows";
import { formatCount, rows } from "@/components/domain/loading-words";
import type { LoadDetail } from "@/lib/loading/queries";
import { routes } from "@/lib/platform/routes";

/** The rows that stayed out and those that changed: the first of them here, all of them as CSV. */
export function FirstRows({ load }: { load: LoadDetail }) {
  const { rejections, rejectedRows, changes, changedRows } = load;
  return (
    <>
      {rejectedRows > 0 && (
        <WithFile
          href={routes.rejectedRowsFile(load.id, "csv")}
          label={
            rejectedRows === 1
              ? "Descargar la fila rechazada (CSV)"
              : `Descargar las ${formatCount(rejectedRows)} filas rechazadas (CSV)`
          }
        >
          <RejectedRows caption={captionOf("rechazada", rejections.length, rejectedRows)} rows={rejections} />
        </WithFile>
      )}
      {changedRows > 0 && (
        <WithFile
          href={routes.loadChangesFile(load.id, "csv")}
          label={
            changedRows === 1
              ? "Descargar el cambio (CSV)"
              : `Descargar los ${formatCount(changedRows)} cambios (CSV)`
          }
        >
          <ChangedRows caption={captionOf("que cambió", changes.length, changedRows)} rows={changes} />
        </WithFile>
      )}
    </>
  );
}

const MANY: Record<string, string> = { rechazada: "rechazadas", "que cambió": "que cambiaron" };

const captionOf = (what: string, shown: number, all: number) =>
  shown < all
    ? `Primeras ${rows(shown, what, MANY[what])} de ${formatCount(all)}`
    : capitalised(rows(all, what, MANY[what]));

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function WithFile({ href, label, children }: { href: Route; label: string; children: ReactNode }) {
  return (
    <section className="mt-12">
      {children}
      <p className="mt-4 print:hidden">
        <a href={href} download>
          {label}
        </a>
      </p>
    </section>
  );
}
