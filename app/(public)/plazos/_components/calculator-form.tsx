import { Button } from "@/components/ui/button";
import { Field, FieldError, Select } from "@/components/ui/field";
import type { RuleSet } from "@/lib/jurisdiction/term-rule";
import { routes } from "@/lib/platform/routes";
import { REGION_CHOICES, ruleAsked, ZONE_CHOICES, type WrongField } from "@/lib/pqr/calculation";
import type { CalculatorQuery } from "@/lib/pqr/schema";

interface CalculatorFormProps {
  rules: RuleSet;
  query: CalculatorQuery;
  wrong: Partial<Record<WrongField, string>>;
}

const DATE_PARTS = [
  { name: "dia", label: "Día", length: 2, width: "w-16" },
  { name: "mes", label: "Mes", length: 2, width: "w-16" },
  { name: "anio", label: "Año", length: 4, width: "w-24" },
] as const;

/** A plain form whose answer has an address: it can be shared, printed and asked again. */
export function CalculatorForm({ rules, query, wrong }: CalculatorFormProps) {
  const { country } = rules;
  const asked = ruleAsked(rules, query.plazo);
  const known = rules.rules.filter(({ unlisted }) => !unlisted);
  const listed = asked && !known.includes(asked) ? [...known, asked] : known;
  return (
    <form
      action={routes.deadlines()}
      className="flex flex-col gap-6 wide:flex-row wide:flex-wrap wide:items-end wide:gap-x-8"
    >
      <input type="hidden" name="pais" value={country} />
      <Select name="plazo" label="Qué plazo" defaultValue={query.plazo} error={wrong.plazo}>
        <option value="">Elija uno</option>
        {listed.map(({ caseType, name }) => (
          <option key={caseType} value={caseType}>
            {name}
          </option>
        ))}
      </Select>
      <DateFields legend={`Cuándo ${asked ? asked.startWords : "pasó"}`} query={query} error={wrong.dia} />
      {rules.rules.some(({ length }) => length.unit === "hours") && (
        <Field
          name="hora"
          label="A qué hora"
          hint="Sólo para los plazos de horas, como una reconexión"
          defaultValue={query.hora}
          error={wrong.hora}
          width="short"
          inputMode="text"
        />
      )}
      <Places country={country} query={query} />
      <div className="wide:basis-full">
        <Button fullOnPhone>Calcular plazo</Button>
      </div>
    </form>
  );
}

/** Three fields, as the GOV.UK patterns have it: people type a date they know faster than they find it. */
function DateFields({
  legend,
  query,
  error,
}: {
  legend: string;
  query: CalculatorQuery;
  error: string | undefined;
}) {
  return (
    <fieldset className={error && "field-wrong"} aria-describedby={error ? "dia-error" : undefined}>
      <legend className="mb-1 font-[650]">{legend}</legend>
      <p className="mb-2 text-small leading-[1.4] text-ink-soft">Por ejemplo, 15 9 2026</p>
      {error && <FieldError id="dia-error">{error}</FieldError>}
      <div className="flex gap-4">
        {DATE_PARTS.map(({ name, label, length, width }) => (
          <div key={name} className={width}>
            <label htmlFor={name} className="block text-small">
              {label}
            </label>
            <input
              id={name}
              name={name}
              className="input"
              inputMode="numeric"
              maxLength={length}
              defaultValue={query[name]}
              aria-invalid={error ? true : undefined}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** Where the supply is, in the countries where clock or holidays depend on it. */
function Places({ country, query }: { country: string; query: CalculatorQuery }) {
  const zones = ZONE_CHOICES[country];
  const regions = REGION_CHOICES[country];
  return (
    <>
      {zones && (
        <Select name="zona" label="Dónde está el suministro" defaultValue={query.zona}>
          {zones.map(({ zone, name }) => (
            <option key={zone} value={zone}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {regions && (
        <Select name="region" label="Departamento" defaultValue={query.region}>
          {regions.map(({ region, name }) => (
            <option key={region} value={region}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}
