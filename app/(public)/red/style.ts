import type { NetworkStyle } from "@/components/pdf/network-sheets";
import { sheetStyle } from "../../_components/sheet-style";

/** How the documents of the network put the company and its numbers. */
export function networkStyle(): NetworkStyle {
  const { company, numbers } = sheetStyle();
  return { company, numbers };
}
