"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/lib/platform/action";

interface ButtonFormProps {
  action: FormAction;
  label: string;
  /** What the label leaves to the eye, for those who do not see: " la sesión de Chrome en Android". */
  tells?: string;
  values?: Record<string, string>;
}

/** A form that is one small button. */
export function ButtonForm({ action, label, tells, values = {} }: ButtonFormProps) {
  const [state, send, pending] = useActionState(action, { values: {}, fieldErrors: {} });
  return (
    <form action={send}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.error && <p role="alert">{state.error}</p>}
      <Button kind="secondary" small aria-disabled={pending}>
        {label}
        {tells && <span className="sr-only">{tells}</span>}
      </Button>
    </form>
  );
}
