import type { Route } from "next";

export interface Crumb {
  label: string;
  /** Null for a step without a page of its own. */
  href: Route | null;
}

/** The way here; `current` is this page. */
export function Breadcrumbs({ crumbs, current }: { crumbs: readonly Crumb[]; current: string }) {
  return (
    <nav aria-label="Está en" className="mb-6 text-note print:hidden">
      <ol className="flex flex-wrap items-baseline gap-x-2 [&>li+li]:before:mr-2 [&>li+li]:before:text-ink-soft [&>li+li]:before:content-['›'_/_'']">
        {crumbs.map(({ label, href }) => (
          <li key={href ?? label}>
            {href === null ? (
              label
            ) : (
              <a className="inline-block py-0.5 text-inherit" href={href}>
                {label}
              </a>
            )}
          </li>
        ))}
        <li aria-current="page" className="text-ink-soft">
          {current}
        </li>
      </ol>
    </nav>
  );
}
