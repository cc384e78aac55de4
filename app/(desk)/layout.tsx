import type { ReactNode } from "react";
import { currentPerson } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { SignedInFrame } from "../_components/signed-in-frame";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  const links = person?.staffRole === "administrator" ? [{ href: routes.loads(), label: "Cargas" }] : [];
  return (
    <SignedInFrame home={{ href: routes.desk(), label: "Mesa" }} links={links}>
      {children}
    </SignedInFrame>
  );
}
