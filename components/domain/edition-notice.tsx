import { Notice } from "@/components/ui/notice";
import type { Edition } from "@/lib/network/model";
import { routes } from "@/lib/platform/routes";
import { editionTitle, REFERENTIAL } from "./network-words";

/** What stands with everything that is shown of the network: how far it can be trusted, of which day it is and whose. */
export function EditionNotice({ edition }: { edition: Edition }) {
  return (
    <Notice kind="attention" title={REFERENTIAL}>
      <p>
        {editionTitle(edition)}. {edition.attribution}. Licencia: {edition.licence}.
      </p>
      {edition.note && <p className="text-note text-ink-soft">{edition.note}</p>}
      <p className="print:hidden">
        <a href={routes.networkDownloads()}>Ediciones, cambios y limitaciones conocidas</a>
      </p>
    </Notice>
  );
}
