import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import { PageBody, WithMenu } from "@/components/ui/page-body";
import { SideMenu } from "@/components/ui/side-menu";
import type { UsagePointHeading } from "@/lib/metering/model";
import { routes } from "@/lib/platform/routes";

/** The pages of a supply, in the order of their menu. */
const SECTIONS = [
  { section: "general", label: "Información General", hrefOf: routes.usagePoint },
  { section: "user", label: "Información Usuario", hrefOf: routes.userInformation },
  { section: "technical", label: "Información Técnica", hrefOf: routes.technicalInformation },
  { section: "meter", label: "Medidor y lecturas", hrefOf: routes.meter },
  { section: "history", label: "Consumo y cargos históricos", hrefOf: routes.history },
  { section: "access", label: "Acceso", hrefOf: routes.access },
] as const;
type Section = (typeof SECTIONS)[number]["section"];

interface UsagePointPageProps {
  usagePoint: UsagePointHeading;
  /** Which entry of the menu this page belongs to. */
  section: Section;
  /** What the breadcrumb calls this page, and the pages between the supply and it. */
  current: string;
  crumbs?: Crumb[];
  children: ReactNode;
}

/** The frame of every page of a supply: the way here, its menu, and on paper whose it is. */
export function UsagePointPage({ usagePoint, section, current, crumbs = [], children }: UsagePointPageProps) {
  const { number, address, comuna } = usagePoint;
  const links = SECTIONS.map(({ section: own, label, hrefOf }) => ({
    href: hrefOf(number),
    label,
    current: own === section,
  }));
  const way = [{ href: routes.desktop(), label: "Escritorio" }];
  if (section !== "general") way.push({ href: routes.usagePoint(number), label: `Suministro ${number}` });
  return (
    <PageBody>
      <Breadcrumbs crumbs={[...way, ...crumbs]} current={current} />
      <WithMenu
        menu={
          <SideMenu
            title={`Suministro ${number}`}
            subtitle={`${address}, ${comuna}`}
            links={[...links, { href: routes.help(), label: "Ayuda" }]}
          />
        }
      >
        <p className="hidden text-note text-ink-soft print:block">
          Suministro {number} · {address}, {comuna}
        </p>
        {children}
      </WithMenu>
    </PageBody>
  );
}
