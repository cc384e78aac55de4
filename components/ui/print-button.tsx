"use client";

import { Icon } from "./icon";

/** The browser's own print dialogue; not shown where scripts do not run. */
export function PrintButton() {
  return (
    <button type="button" className="button button-link needs-script" onClick={() => window.print()}>
      <Icon name="print" />
      Imprimir
    </button>
  );
}
