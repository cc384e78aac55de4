import type { NavLink } from "./site-header";

interface SideMenuProps {
  title: string;
  subtitle?: string | undefined;
  links: readonly NavLink[];
}

/** The pages of one thing: a column beside them, or one closed line where there is no room for a column. */
export function SideMenu({ title, subtitle, links }: SideMenuProps) {
  const current = links.find((link) => link.current)?.label;
  return (
    <>
      <nav aria-label={title} className="side-menu text-small folded:hidden print:hidden">
        <p className="mb-3 leading-[1.35]">
          <b className="block text-body">{title}</b>
          {subtitle && <span className="text-note text-ink-soft">{subtitle}</span>}
        </p>
        <Links links={links} />
      </nav>
      <nav aria-label={title} className="side-menu text-small unfolded:hidden print:hidden">
        <details>
          <summary className="flex min-h-11 items-center justify-between gap-3 border-y border-line py-2 pr-2 leading-[1.3]">
            <span>
              <b>{current ?? title}</b>
              <small className="block text-note text-ink-soft">
                {current ? `${title} · otras páginas` : subtitle}
              </small>
            </span>
            <span className="chevron" />
          </summary>
          <Links links={links} />
        </details>
      </nav>
    </>
  );
}

function Links({ links }: { links: readonly NavLink[] }) {
  return (
    <ul className="border-t border-line [details_&]:border-t-0">
      {links.map(({ href, label, current }) => (
        <li key={href} className="border-b border-line">
          <a href={href} aria-current={current ? "page" : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
