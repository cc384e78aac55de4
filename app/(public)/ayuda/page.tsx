import type { Metadata } from "next";
import { PageBody } from "@/components/ui/page-body";
import { UtilityLinks } from "@/components/ui/utility-links";
import { ENTERING } from "./_components/entering";
import { FIGURES } from "./_components/figures";
import { LINKING } from "./_components/linking";
import { NETWORK } from "./_components/network";
import { takingAlong } from "./_components/taking-along";

export const metadata: Metadata = { title: "Ayuda" };

/** The manual, whole: each part has an address of its own, to which the pages that it is about lead. */
export default function HelpPage() {
  const manual = [...ENTERING, ...LINKING, ...FIGURES, ...NETWORK, ...takingAlong()];
  return (
    <PageBody>
      <h1>Ayuda</h1>
      <p className="mt-4 max-w-168 text-lead leading-[1.4]">
        Cómo usar la sucursal virtual y qué significa lo que muestra.
      </p>
      <div className="mt-6">
        <UtilityLinks />
      </div>
      <nav aria-label="Contenido" className="mt-8 print:hidden">
        <ul className="max-w-216 border-t border-line wide:grid wide:grid-cols-2 wide:gap-x-8">
          {manual.map(({ id, title }) => (
            <li key={id} className="border-b border-line">
              <a className="block py-2" href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {manual.map(({ id, title, Body }) => (
        <section
          key={id}
          id={id}
          className="mt-12 border-t-2 border-ink pt-4"
          aria-labelledby={`${id}-titulo`}
        >
          <h2 id={`${id}-titulo`} className="mb-3">
            {title}
          </h2>
          <div className="max-w-measure space-y-3 [&_dd]:mb-2 [&_dt]:font-[650] [&_ul]:list-disc [&_ul]:space-y-1 [&_ul]:pl-5">
            <Body />
          </div>
        </section>
      ))}
    </PageBody>
  );
}
