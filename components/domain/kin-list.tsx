import type { Kin } from "@/lib/network/model";
import { routes } from "@/lib/platform/routes";

const grouped = new Intl.NumberFormat("es", { useGrouping: "always" });

/** What hangs from an asset or stands beside it, by name, and how many there are. */
export function KinList({ kin: { layer: of, title, total, assets, list } }: { kin: Kin }) {
  return (
    <section className="mt-10 print:mt-6">
      <h2>
        {title}: {grouped.format(total)}
      </h2>
      {assets.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-small tabular-nums">
          {assets.map(({ layer, id, name }) => (
            <li key={id}>
              <a className="inline-block min-h-7" href={routes.asset(layer, id)}>
                {id}
              </a>
              {name && name !== id && <span className="text-ink-soft"> {name}</span>}
            </li>
          ))}
        </ul>
      )}
      {total > assets.length && assets.length > 0 && (
        <p className="mt-2">
          Son los primeros {grouped.format(assets.length)} de {grouped.format(total)}.
        </p>
      )}
      {list && (
        <p className="mt-2 print:hidden">
          <a href={routes.networkList(of, list)}>Ver la lista, con sus datos</a>
        </p>
      )}
    </section>
  );
}
