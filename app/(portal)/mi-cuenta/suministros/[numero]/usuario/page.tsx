import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UtilityLinks } from "@/components/ui/utility-links";
import { portalContext } from "@/lib/platform/context";
import { companyProfile } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { OnlyGroup } from "../_components/fact-groups";
import { UsagePointPage } from "../_components/usage-point-page";
import { informationOf } from "../information";

export const metadata: Metadata = { title: "Información Usuario" };

export default async function UserPage({ params }: PageProps<"/mi-cuenta/suministros/[numero]/usuario">) {
  const { numero } = await params;
  const information = await informationOf(await portalContext(), numero);
  if (!information) notFound();
  const { usagePoint, user } = information;
  return (
    <UsagePointPage usagePoint={usagePoint} section="user" current={user.title}>
      <h1>{user.title}</h1>
      <div className="mt-6">
        <UtilityLinks
          pdf={routes.userInformationFile(numero, "pdf")}
          csv={routes.userInformationFile(numero, "csv")}
        />
      </div>
      <OnlyGroup group={user} />
      <p className="mt-6 max-w-168">
        Son los datos que la empresa tiene de quien contrató el suministro. Si alguno está mal, escríbale a{" "}
        <a href={`mailto:${companyProfile().contactEmail}`}>{companyProfile().contactEmail}</a>.
      </p>
    </UsagePointPage>
  );
}
