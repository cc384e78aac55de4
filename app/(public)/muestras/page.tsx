import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/ui/page-body";
import { env } from "@/lib/platform/env";
import { Charts } from "./_components/charts";
import { Colours } from "./_components/colours";
import { Controls } from "./_components/controls";
import { Messages } from "./_components/messages";
import { Navigation } from "./_components/navigation";
import { Tables } from "./_components/tables";
import { Type } from "./_components/type";

export const metadata: Metadata = { title: "Muestras", robots: { index: false } };

/** Every piece with its states, for those who build and check the portal; the demonstration only. */
export default function SamplesPage() {
  if (!env().EMPALME_DEMONSTRATION) notFound();
  return (
    <PageBody>
      <h1>Muestras</h1>
      <p className="mt-3 max-w-168 text-lead">Cada pieza con sus estados, en claro, oscuro y papel.</p>
      <Type />
      <Colours />
      <Controls />
      <Messages />
      <Tables />
      <Charts />
      <Navigation />
    </PageBody>
  );
}
