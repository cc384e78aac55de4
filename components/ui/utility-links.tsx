import type { Route } from "next";
import { Icon } from "./icon";
import { PrintButton } from "./print-button";

const link = "inline-flex min-h-8 items-center gap-2";

/** Print this page or take its content along, as PDF and as a table. */
export function UtilityLinks({ pdf, csv }: { pdf?: Route | undefined; csv?: Route | undefined }) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-small print:hidden">
      <li className="needs-script">
        <PrintButton />
      </li>
      {pdf && (
        <li>
          <a className={link} href={pdf}>
            <Icon name="sheet" />
            Guardar (PDF)
          </a>
        </li>
      )}
      {csv && (
        <li>
          <a className={link} href={csv} download>
            <Icon name="download" />
            Descargar CSV
          </a>
        </li>
      )}
    </ul>
  );
}
