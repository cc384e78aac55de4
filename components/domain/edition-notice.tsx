import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { Edition } from "@/lib/network/model";
import { routes } from "@/lib/platform/routes";
import { editionTitle, REFERENTIAL } from "./network-words";

/**
 * What stands with everything that is shown of the network: how far it can be trusted, of which day it is and whose.
 * `children` follows: what has to be known of the data, where it does not stand further down.
 */
export function EditionNotice({ edition, children }: { edition: Edition; children?: ReactNode }) {
  return (
    <Notice kind="attention" title={REFERENTIAL}>
      <p>
        {editionTitle(edition)}. {edition.attribution}. Licencia: {edition.licence}.
      </p>
      {children}
    </Notice>
  );
}

/** What the company says has to be known of an edition's data, and where the rest of it is told. */
export function AboutEdition({ edition: { note } }: { edition: Edition }) {
  return (
    <>
      {note && <p className="text-note text-ink-soft">{note}</p>}
      <p className="print:hidden">
        <a href={routes.networkDownloads()}>Ediciones, cambios y limitaciones conocidas</a>
      </p>
    </>
  );
}
