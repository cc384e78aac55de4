import type { NavLink } from "./site-header";

/** A heading and its links, for the side of a page. */
export function LinkList({ title, links }: { title: string; links: readonly NavLink[] }) {
  return (
    <section className="print:hidden">
      <h2 className="mb-2 text-h3">{title}</h2>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a className="inline-block min-h-8" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
