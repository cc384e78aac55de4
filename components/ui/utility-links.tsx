import type { Route } from "next";
import { Icon } from "./icon";
import { PrintButton } from "./print-button";

const link = "inline-flex min-h-8 items-center gap-2";

interface UtilityLinksProps {
  pdf?: Route | undefined;
  csv?: Route | undefined;
  /** An entry for people's own calendar. */
  calendar?: Route | undefined;
  /** The page's own address, to copy and to send. */
  permanent?: Route | undefined;
}

/** Print this page or take its content along: as PDF, as a table, as a day in a calendar, as an address. */
export function UtilityLinks({ pdf, csv, calendar, permanent }: UtilityLinksProps) {
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
      {calendar && (
        <li>
          <a className={link} href={calendar} download>
            <Icon name="download" />
            Guardar en mi calendario (.ics)
          </a>
        </li>
      )}
      {permanent && (
        <li>
          <a className={link} href={permanent}>
            Enlace a este cálculo
          </a>
        </li>
      )}
    </ul>
  );
}
