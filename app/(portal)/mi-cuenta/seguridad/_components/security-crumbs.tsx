import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { routes } from "@/lib/platform/routes";

/** Where the pages below Seguridad stand. */
export const SecurityCrumbs = ({ current }: { current: string }) => (
  <Breadcrumbs
    crumbs={[
      { href: routes.desktop(), label: "Escritorio" },
      { href: routes.security(), label: "Seguridad" },
    ]}
    current={current}
  />
);
