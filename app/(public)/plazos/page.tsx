import type { Metadata } from "next";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { PageBody } from "@/components/ui/page-body";
import { UtilityLinks } from "@/components/ui/utility-links";
import { calculatorRefusal } from "@/lib/copy/deadlines";
import { publicContext } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";
import { rulesAsked } from "@/lib/pqr/calculation";
import { CalculatorForm } from "./_components/calculator-form";
import { Countries } from "./_components/countries";
import { TermFound } from "./_components/term-found";
import { calculated } from "./calculator";

export const metadata: Metadata = { title: "Calcular un plazo" };

export default async function DeadlinesPage({ searchParams }: PageProps<"/plazos">) {
  const { query, home, calculation } = await calculated(publicContext(), await searchParams);
  const rules = rulesAsked(query.pais, home);
  const wrong = calculation.kind === "wrong" ? calculation.fields : {};
  const mistakes = Object.entries(wrong).map(([field, message]) => ({ field, message }));
  return (
    <PageBody>
      {mistakes.length > 0 && (
        <div className="mb-8 max-w-176">
          <ErrorSummary mistakes={mistakes} />
        </div>
      )}
      <h1>Calcular un plazo</h1>
      <p className="mt-3 max-w-168 text-lead leading-[1.4]">
        Diga qué pasó y cuándo. Le decimos el último día, y por qué.
      </p>
      {rules && (
        <div className="mt-6 print:hidden">
          <Countries current={rules.country} />
          <CalculatorForm rules={rules} query={query} wrong={wrong} />
        </div>
      )}
      {calculation.kind === "refused" && (
        <div className="mt-12" role="status">
          <Notice kind="attention" title="No podemos dar una fecha">
            <p>{calculatorRefusal(calculation.refusal)}</p>
          </Notice>
        </div>
      )}
      {calculation.kind === "reckoned" ? (
        <TermFound reckoned={calculation.reckoned} query={query} />
      ) : (
        <div className="mt-12">
          <p className="mb-6 max-w-measure">
            Cada respuesta dice la norma y muestra día por día cuáles cuentan. Cómo se cuentan los plazos está
            en <a href={routes.helpOn("plazos")}>la ayuda</a>.
          </p>
          <UtilityLinks />
        </div>
      )}
    </PageBody>
  );
}
