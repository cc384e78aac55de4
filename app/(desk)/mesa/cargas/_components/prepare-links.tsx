import { LinkList } from "@/components/ui/link-list";
import { RESOURCE_NAMES } from "@/lib/loading/model";
import { resourceTitle } from "@/components/domain/loading-words";
import { routes } from "@/lib/platform/routes";

/** What somebody who builds an export needs. */
export function PrepareLinks() {
  return (
    <>
      <LinkList
        title="Para preparar el paquete"
        links={[
          { href: routes.loadFormat(), label: "Cómo es el formato" },
          { href: routes.loadTemplate(), label: "Plantilla vacía (zip)" },
          { href: routes.loadExample(), label: "Paquete de una empresa ficticia, lleno (zip)" },
        ]}
      />
      <details className="text-small">
        <summary className="flex min-h-11 w-fit items-center">
          <span className="explanation-term">Esquemas para quien programa (Table Schema)</span>
        </summary>
        <ul className="mt-2">
          {RESOURCE_NAMES.map((name) => (
            <li key={name}>
              <a className="inline-block min-h-8" href={routes.tableSchema(name)}>
                {resourceTitle(name)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
