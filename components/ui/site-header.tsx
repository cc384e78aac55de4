import type { Route } from "next";
import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";

export interface NavLink {
  href: Route;
  label: string;
  current?: boolean | undefined;
}

interface SiteHeaderProps {
  home: Route;
  headline: { small: string; large: string };
  links: readonly NavLink[];
  /** After the links: a form with `<Button kind="link">` that signs out. */
  signOut?: ReactNode;
}

/** Who this is and where one can go. Under 60rem the links fold into a menu that needs no script. */
export function SiteHeader({ home, headline, links, signOut }: SiteHeaderProps) {
  return (
    <header className="site-header print:border-b-2 print:border-ink">
      <div className="page-width flex min-h-16 items-center gap-4 print:min-h-0">
        <a
          href={home}
          className="flex items-center gap-3 py-3 text-lead leading-[1.15] font-bold tracking-[-0.015em] print:pt-0"
        >
          <BrandMark />
          <span>
            <small className="block text-[0.875rem] font-normal tracking-normal text-on-header-soft">
              {headline.small}
            </small>
            {headline.large}
          </span>
        </a>
        <nav aria-label="Principal" className="site-nav ml-auto folded:hidden print:hidden">
          <NavList className="flex gap-6" links={links} signOut={signOut} />
        </nav>
        <details className="site-menu ml-auto unfolded:hidden print:hidden">
          <summary className="-mr-3 flex min-h-11 items-center gap-2 px-3 text-small font-semibold">
            Menú
            <span className="chevron" />
          </summary>
          <nav aria-label="Principal">
            <NavList links={links} signOut={signOut} />
          </nav>
        </details>
      </div>
    </header>
  );
}

function NavList({
  links,
  signOut,
  className,
}: Pick<SiteHeaderProps, "links" | "signOut"> & { className?: string | undefined }) {
  return (
    <ul className={className}>
      {links.map(({ href, label, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? "page" : undefined}>
            {label}
          </a>
        </li>
      ))}
      {signOut && <li>{signOut}</li>}
    </ul>
  );
}
