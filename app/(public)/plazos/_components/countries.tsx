import { COUNTRY_NAMES } from "@/components/domain/deadline-words";
import { routes } from "@/lib/platform/routes";

/** The law is of a country: choosing one changes what can be asked. */
export function Countries({ current }: { current: string }) {
  return (
    <nav aria-label="País" className="mb-6 flex flex-wrap gap-x-6 gap-y-1">
      {Object.entries(COUNTRY_NAMES).map(([country, name]) => (
        <a
          key={country}
          className="inline-block min-h-8 aria-[current]:font-[650] aria-[current]:text-ink aria-[current]:no-underline aria-[current]:border-b-3 aria-[current]:border-brand"
          href={routes.deadlinesOf(country)}
          aria-current={country === current ? "true" : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
