import type { Route } from "next";

export interface Tab {
  href: Route;
  label: string;
  current?: boolean | undefined;
}

/** Pages of the same thing, side by side. Links, not scripted panels: each has its address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex flex-wrap gap-x-6 border-b border-edge">
        {tabs.map(({ href, label: text, current }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? "page" : undefined}
              className="block py-2.5 text-inherit no-underline hover:underline aria-[current]:font-bold aria-[current]:shadow-[inset_0_-4px_0_var(--color-brand)]"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
