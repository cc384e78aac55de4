import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageBody } from "@/components/ui/page-body";
import { currentPerson } from "@/lib/platform/context";
import { companyJurisdiction } from "@/lib/platform/profile";
import { routes } from "@/lib/platform/routes";
import { SignInForm } from "./_components/sign-in-form";
import { signInAction } from "./actions";

export const metadata: Metadata = { title: "Ingresar" };

export default async function SignInPage({ searchParams }: PageProps<"/ingresar">) {
  const person = await currentPerson();
  if (person) redirect(person.staffRole ? routes.desk() : routes.desktop());
  const { volver } = await searchParams;
  const { documentName, documentExample } = companyJurisdiction();
  return (
    <PageBody>
      <SignInForm
        signIn={signInAction}
        documentName={documentName}
        documentHint={`Con o sin puntos. Por ejemplo, ${documentExample}`}
        returnTo={typeof volver === "string" ? volver : ""}
      />
    </PageBody>
  );
}
