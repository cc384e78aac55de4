import type { ReactNode } from "react";
import { routes } from "@/lib/platform/routes";
import { SignedInFrame } from "../_components/signed-in-frame";

export default function DeskLayout({ children }: { children: ReactNode }) {
  return <SignedInFrame home={{ href: routes.desk(), label: "Mesa" }}>{children}</SignedInFrame>;
}
