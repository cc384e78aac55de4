"use client";

import { useActionState, useMemo, type ReactNode } from "react";
import { Actions, Button, type ButtonKind } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FormAction } from "@/lib/platform/action";
import type { FormField } from "./form-field";
import { FormFields } from "./form-fields";
import { mistakesOf } from "./mistakes";

interface ActionFormProps {
  action: FormAction;
  title: string;
  /** Between the title and the questions. */
  lead?: ReactNode;
  fields: readonly FormField[];
  /** A verb that says what happens, and what it says meanwhile. */
  submit: string;
  submitting: string;
  kind?: ButtonKind;
  /** Beside the button: other ways. */
  beside?: ReactNode;
  /** What stands in place of the form once a try gave codes, which are never shown again. */
  shownOnce?: { title: string; lead: ReactNode };
}

const codesIn = (given: unknown): readonly string[] | null =>
  Array.isArray(given) && given.every((code) => typeof code === "string") ? given : null;

/** A page that is one form: what has to be corrected, title, questions, button. Works before scripts arrive. */
export function ActionForm(props: ActionFormProps) {
  const { action, title, lead, fields, submit, submitting, kind, beside, shownOnce } = props;
  const [state, send, pending] = useActionState(action, { values: {}, fieldErrors: {} });
  const mistakes = useMemo(() => mistakesOf(state), [state]);
  const codes = shownOnce && codesIn(state.given);
  if (codes) return <ShownOnce {...shownOnce} codes={codes} />;
  return (
    <>
      <ErrorSummary mistakes={mistakes} />
      <h1 className="[*+&]:mt-8">{title}</h1>
      {lead && <div className="mt-3 max-w-168 space-y-3">{lead}</div>}
      <form action={send} noValidate className="mt-8 space-y-6">
        <FormFields fields={fields} state={state} />
        <Actions>
          <Button kind={kind} fullOnPhone aria-disabled={pending}>
            {pending ? submitting : submit}
          </Button>
          {beside}
        </Actions>
      </form>
    </>
  );
}

function ShownOnce({ title, lead, codes }: { title: string; lead: ReactNode; codes: readonly string[] }) {
  return (
    <>
      <h1>{title}</h1>
      <div className="mt-3 max-w-168 space-y-3">{lead}</div>
      <ol className="mt-6 list-decimal space-y-1 pl-8 tabular-nums">
        {codes.map((code) => (
          <li key={code} className="font-[650]">
            {code}
          </li>
        ))}
      </ol>
    </>
  );
}
