import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Markdown } from "@/components/ui/markdown";
import { PageBody } from "@/components/ui/page-body";
import { administratorContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";

export const metadata: Metadata = { title: "Formato de carga" };

/** The operators' page itself, so that there is one. */
export default async function FormatPage() {
  await administratorContext();
  const text = await readFile(
    join(/* turbopackIgnore: true */ process.cwd(), "docs/operador/formato-de-carga.md"),
    "utf8",
  );
  return (
    <PageBody>
      <Breadcrumbs
        crumbs={[
          { href: routes.desk(), label: "Mesa" },
          { href: routes.loads(), label: "Cargas" },
        ]}
        current="Formato de carga"
      />
      <Markdown text={text} />
    </PageBody>
  );
}
