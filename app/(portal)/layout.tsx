import type { ReactNode } from "react";
import { routes } from "@/lib/platform/routes";
import { SignedInFrame } from "../_components/signed-in-frame";

export default function PortalLayout({ children }: { children: ReactNode }) {
  return (
    <SignedInFrame
      home={{ href: routes.desktop(), label: "Escritorio" }}
      links={[
        { href: routes.ownData(), label: "Mis datos" },
        { href: routes.security(), label: "Seguridad" },
        { href: routes.outages(), label: "Interrupciones" },
        { href: routes.help(), label: "Ayuda" },
      ]}
    >
      {children}
    </SignedInFrame>
  );
}
