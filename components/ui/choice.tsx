import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field";

export interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
}

interface ChoicesProps {
  /** Of several one (`radio`) or any number (`checkbox`). */
  kind: "radio" | "checkbox";
  name: string;
  legend: string;
  hint?: ReactNode;
  error?: string | undefined;
  choices: readonly Choice[];
  /** Values chosen at first. */
  chosen?: readonly string[] | undefined;
}

/** A question with its answers. The first answer carries the id `name`, so that an error summary can link to it. */
export function Choices({ kind, name, legend, hint, error, choices, chosen = [] }: ChoicesProps) {
  const described = classNames(Boolean(hint) && `${name}-hint`, Boolean(error) && `${name}-error`);
  return (
    <div className={classNames("max-w-120", error && "field-wrong")}>
      <fieldset aria-describedby={described}>
        <legend className="mb-1 font-[650]">{legend}</legend>
        {hint && (
          <p id={`${name}-hint`} className="mb-2 text-small leading-[1.4] text-ink-soft">
            {hint}
          </p>
        )}
        {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
        {choices.map((choice, index) => (
          <Option
            key={choice.value}
            {...choice}
            {...{ kind, name }}
            id={index === 0 ? name : `${name}-${choice.value}`}
            checked={chosen.includes(choice.value)}
          />
        ))}
      </fieldset>
    </div>
  );
}

interface CheckboxProps {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value?: string | undefined;
  defaultChecked?: boolean | undefined;
}

/** A single yes-or-no. */
export function Checkbox({ name, label, hint, error, value = "1", defaultChecked = false }: CheckboxProps) {
  return (
    <div className={classNames("max-w-120", error && "field-wrong")}>
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      <Option
        kind="checkbox"
        {...{ name, label, hint, value }}
        id={name}
        checked={defaultChecked}
        describedBy={error && `${name}-error`}
      />
    </div>
  );
}

interface OptionProps extends Choice {
  kind: "radio" | "checkbox";
  name: string;
  id: string;
  checked: boolean;
  describedBy?: string | undefined;
}

function Option({ kind, name, id, value, label, hint, checked, describedBy }: OptionProps) {
  return (
    <label className="choice">
      <input type={kind} {...{ id, name, value }} defaultChecked={checked} aria-describedby={describedBy} />
      <span>
        {label}
        {hint && <span className="block text-small leading-[1.4] text-ink-soft">{hint}</span>}
      </span>
    </label>
  );
}
