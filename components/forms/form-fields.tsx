import { Field, FieldError, FieldRow, Select } from "@/components/ui/field";
import { classNames } from "@/components/ui/class-names";
import type { ActionState } from "@/lib/platform/action";
import type { FormField } from "./form-field";

type Shown = Pick<ActionState, "values" | "fieldErrors">;

/** The questions of a form, with what was answered before and what is wrong with it. */
export function FormFields({ fields, state }: { fields: readonly FormField[]; state: Shown }) {
  return fields.map((field) => <OneField key={keyOf(field)} field={field} state={state} />);
}

const keyOf = (field: FormField): string =>
  field.kind === "heading" ? field.text : field.kind === "row" ? field.fields.map(keyOf).join() : field.name;

const asked = (label: string, optional: boolean | undefined) => (optional ? `${label} (opcional)` : label);

function OneField({ field, state }: { field: FormField; state: Shown }) {
  switch (field.kind) {
    case "heading":
      return <h2 className="pt-4">{field.text}</h2>;
    case "hidden":
      return <input type="hidden" name={field.name} value={field.value} />;
    case "row":
      return (
        <FieldRow>
          <FormFields fields={field.fields} state={state} />
        </FieldRow>
      );
    case "date":
      return <DateField field={field} state={state} />;
    case "select":
      return (
        <Select
          name={field.name}
          label={asked(field.label, field.optional)}
          hint={field.hint}
          error={state.fieldErrors[field.name]}
          width={field.width}
          defaultValue={state.values[field.name] ?? field.value}
        >
          {field.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      );
    case "text": {
      const { kind: _kind, name, label, optional, value = "", ...rest } = field;
      return (
        <Field
          {...rest}
          name={name}
          label={asked(label, optional)}
          error={state.fieldErrors[name]}
          {...(field.type !== "password" && { defaultValue: state.values[name] ?? value })}
          required={!optional}
          spellCheck={false}
        />
      );
    }
  }
}

const DATE_PARTS = [
  { part: "Dia", label: "Día", complete: "bday-day", width: "w-16" },
  { part: "Mes", label: "Mes", complete: "bday-month", width: "w-16" },
  { part: "Ano", label: "Año", complete: "bday-year", width: "w-24" },
] as const;

/** Three short fields: nobody has to scroll through a calendar to the year in which they were born. */
function DateField({ field, state }: { field: Extract<FormField, { kind: "date" }>; state: Shown }) {
  const { name, label, hint, optional } = field;
  const error = state.fieldErrors[name];
  const described = classNames(Boolean(hint) && `${name}-hint`, Boolean(error) && `${name}-error`);
  return (
    <fieldset className={classNames("max-w-120", error && "field-wrong")} aria-describedby={described}>
      <legend className="mb-1 font-[650]">{asked(label, optional)}</legend>
      {hint && (
        <p id={`${name}-hint`} className="mb-2 text-small leading-[1.4] text-ink-soft">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      <div className="flex gap-4">
        {DATE_PARTS.map(({ part, label: partLabel, complete, width }, index) => (
          <div key={part} className={width}>
            <label htmlFor={index === 0 ? name : `${name}${part}`} className="mb-1 block text-small">
              {partLabel}
            </label>
            <input
              id={index === 0 ? name : `${name}${part}`}
              name={`${name}${part}`}
              className="input"
              inputMode="numeric"
              autoComplete={complete}
              aria-invalid={error ? true : undefined}
              defaultValue={state.values[`${name}${part}`] ?? ""}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
