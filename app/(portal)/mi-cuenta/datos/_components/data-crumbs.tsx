import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { routes } from "@/lib/platform/routes";

/** Where the pages below Mis datos stand. */
export const DataCrumbs = ({ current }: { current: string }) => (
  <Breadcrumbs
    crumbs={[
      { href: routes.desktop(), label: "Escritorio" },
      { href: routes.ownData(), label: "Mis datos" },
    ]}
    current={current}
  />
);
