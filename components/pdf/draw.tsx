import { renderToBuffer } from "@react-pdf/renderer";
import { DteDocument } from "./dte-document";
import type { DteSheet } from "./dte-sheet";
import { fontsLoaded } from "./fonts";
import type { Sheet } from "./sheet";
import { SheetDocument } from "./sheet-document";

/** The PDF of a document that was put into words. */
export async function draw(sheet: Sheet | DteSheet): Promise<Uint8Array> {
  await fontsLoaded();
  return renderToBuffer("kind" in sheet ? <DteDocument sheet={sheet} /> : <SheetDocument sheet={sheet} />);
}
