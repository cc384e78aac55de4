import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { BESIDE_WORDS, Icon } from "./icon";

/** The length of the answer, not of the column. */
export type FieldWidth = "short" | "medium" | "full";

interface Framed {
  name: string;
  label: string;
  hint?: ReactNode;
  /** The sentence that the error summary repeats word for word. */
  error?: string | undefined;
  width?: FieldWidth | undefined;
  /** Under the control: a link such as "¿Olvidó su contraseña?". */
  after?: ReactNode;
}

const WIDTHS: Record<FieldWidth, string> = { short: "max-w-48", medium: "max-w-80", full: "max-w-120" };

/** Control attributes that tie hint and error to the field; its id is its name, which is what a summary links to. */
function tied({ name, hint, error }: Pick<Framed, "name" | "hint" | "error">) {
  const described = classNames(Boolean(hint) && `${name}-hint`, Boolean(error) && `${name}-error`);
  return {
    id: name,
    name,
    className: "input",
    ...(described && { "aria-describedby": described }),
    ...(error && { "aria-invalid": true }),
  };
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p
      id={id}
      className={classNames("mb-2 flex gap-[0.4em] text-small font-[650] text-problem", BESIDE_WORDS)}
    >
      <Icon name="triangle" />
      <span>
        <span className="sr-only">Error: </span>
        {children}
      </span>
    </p>
  );
}

function Frame({
  name,
  label,
  hint,
  error,
  width = "full",
  after,
  children,
}: Framed & { children: ReactNode }) {
  return (
    <div className={classNames("max-w-120", error && "field-wrong")}>
      <label htmlFor={name} className="mb-1 block font-[650]">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="mb-2 text-small leading-[1.4] text-ink-soft">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      <div className={WIDTHS[width]}>{children}</div>
      {after && <div className="mt-2 text-small [&_a]:inline-block [&_a]:min-h-7">{after}</div>}
    </div>
  );
}

type Native<Tag extends "input" | "select" | "textarea"> = Omit<
  ComponentProps<Tag>,
  "id" | "name" | "className" | "style" | "width"
>;

/** One line of text. Label, hint, error, control: always in that order. */
export function Field({ name, label, hint, error, width, after, ...native }: Framed & Native<"input">) {
  return (
    <Frame {...{ name, label, hint, error, width, after }}>
      <input {...native} {...tied({ name, hint, error })} />
    </Frame>
  );
}

export function Textarea({ name, label, hint, error, width, after, ...native }: Framed & Native<"textarea">) {
  return (
    <Frame {...{ name, label, hint, error, width, after }}>
      <textarea {...native} {...tied({ name, hint, error })} />
    </Frame>
  );
}

/** A closed list; its `<option>`s are the children. */
export function Select({ name, label, hint, error, width, after, ...native }: Framed & Native<"select">) {
  return (
    <Frame {...{ name, label, hint, error, width, after }}>
      <select {...native} {...tied({ name, hint, error })} />
    </Frame>
  );
}

/** Files to send; says what is accepted before anything is chosen. */
export function FileField({
  name,
  label,
  hint,
  error,
  ...native
}: Omit<Framed, "width" | "after"> & Native<"input">) {
  return (
    <div className={classNames("max-w-xl", error && "field-wrong")}>
      <div className="border-2 border-dashed border-edge bg-paper-raised p-6">
        <Frame {...{ name, label, hint, error: undefined }}>
          {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
          <input {...native} {...tied({ name, hint, error })} type="file" className="max-w-full text-small" />
        </Frame>
      </div>
    </div>
  );
}

/** Fields that are parts of one thing, side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="grid max-w-176 gap-6 wide:grid-cols-2">{children}</div>;
}
