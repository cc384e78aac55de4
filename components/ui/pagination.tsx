import type { Route } from "next";

interface PaginationProps {
  /** Says what is paged, for screen readers: "Páginas del historial". */
  label: string;
  page: number;
  pageSize: number;
  total: number;
  /** Address of a page, counted from 1. */
  hrefOf: (page: number) => Route;
}

const GAP = "gap";

/** First, last and the neighbours of `page`; a gap where pages are left out. */
export function pagesToShow(page: number, last: number): (number | typeof GAP)[] {
  const near = Array.from({ length: last }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === last || Math.abs(number - page) <= 1,
  );
  return near.flatMap((number, index) => {
    const before = near[index - 1];
    if (before === undefined || number - before === 1) return [number];
    return number - before === 2 ? [number - 1, number] : [GAP, number];
  });
}

const item = "grid min-h-11 min-w-11 place-items-center px-2";

export function Pagination({ label, page, pageSize, total, hrefOf }: PaginationProps) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  return (
    <nav
      aria-label={label}
      className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-small tabular-nums print:hidden"
    >
      <span>{`Mostrando ${from} a ${Math.min(total, page * pageSize)} de ${total}`}</span>
      {last > 1 && (
        <ul className="flex flex-wrap gap-1">
          {page > 1 && <PageLink href={hrefOf(page - 1)}>Anterior</PageLink>}
          {pagesToShow(page, last).map((shown, index) =>
            shown === GAP ? (
              <li key={`gap-${index}`} className={item}>
                …
              </li>
            ) : (
              <PageLink key={shown} href={hrefOf(shown)} current={shown === page}>
                {shown}
              </PageLink>
            ),
          )}
          {page < last && <PageLink href={hrefOf(page + 1)}>Siguiente</PageLink>}
        </ul>
      )}
    </nav>
  );
}

function PageLink({
  href,
  current,
  children,
}: {
  href: Route;
  current?: boolean | undefined;
  children: string | number;
}) {
  return (
    <li>
      <a
        href={href}
        className={`${item} aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline aria-[current]:shadow-[inset_0_-3px_0_var(--color-brand)]`}
        aria-current={current ? "page" : undefined}
        aria-label={typeof children === "number" ? `Página ${children}` : undefined}
      >
        {children}
      </a>
    </li>
  );
}
