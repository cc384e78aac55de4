import type { ReactNode } from "react";
import type { HelpSection } from "@/lib/platform/routes";

/** A part of the manual: `id` is its address on the page. */
export interface ManualPart {
  id: HelpSection;
  title: string;
  Body: () => ReactNode;
}
