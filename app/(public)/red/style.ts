import type { NetworkStyle } from "@/components/pdf/network-sheets";
import { numberStyle } from "@/lib/platform/profile";
import { sheetCompany } from "../../_components/sheet-company";

/** How the documents of the network put the company and its numbers. */
export const networkStyle = (): NetworkStyle => ({ company: sheetCompany(), numbers: numberStyle() });
