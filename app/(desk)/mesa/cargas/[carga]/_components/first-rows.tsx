import type { Route } from "next";
import type { ReactNode } from "react";
import { ChangedRows, RejectedRows } from "@/components/domain/load-rows";
import { changesOf, formatCount } from "@/components/domain/loading-words";
import type { LoadDetail } from "@/lib/loading/queries";
import { routes } from "@/lib/platform/routes";

/** The rows that stayed out and those that changed: the first of them here, more as CSV. */
export function FirstRows({ load }: { load: LoadDetail }) {
  const { rejections, rejectedRows, changes, changedRows } = load;
  return (
    <>
      {rejectedRows > 0 && (
        <WithFile
          id="rechazadas"
          href={routes.rejectedRowsFile(load.id, "csv")}
          label="Descargar las filas rechazadas (CSV)"
        >
          <RejectedRows
            caption={captionOf("Filas rechazadas", rejections.length, rejectedRows)}
            rows={rejections}
          />
        </WithFile>
      )}
      {changedRows > 0 && (
        <WithFile
          href={routes.loadChangesFile(load.id, "csv")}
          label="Descargar los cambios (CSV)"
          note={
            changedRows < changesOf(load.counts) &&
            "De cada recurso se guardan los primeros 1.000 cambios, y los cargos van con su boleta; la cuenta de arriba los tiene todos."
          }
        >
          <ChangedRows
            caption={captionOf(
              load.status === "published" ? "Cambios" : "Lo que cambiaría",
              changes.length,
              changedRows,
            )}
            rows={changes}
          />
        </WithFile>
      )}
    </>
  );
}

const captionOf = (what: string, shown: number, all: number) =>
  shown < all ? `${what}: ${shown} de ${formatCount(all)}` : `${what}: ${formatCount(all)}`;

interface WithFileProps {
  id?: string;
  href: Route;
  label: string;
  note?: string | false;
  children: ReactNode;
}

function WithFile({ id, href, label, note, children }: WithFileProps) {
  return (
    <section id={id} className="mt-12">
      {children}
      {note && <p className="mt-4 text-note text-ink-soft">{note}</p>}
      <p className="mt-4 print:hidden">
        <a href={href} download>
          {label}
        </a>
      </p>
    </section>
  );
}
