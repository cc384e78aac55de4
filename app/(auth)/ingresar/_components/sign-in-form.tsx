"use client";

import { useActionState, useMemo } from "react";
import { Actions, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { mistakesOf } from "@/components/forms/mistakes";
import type { ActionState } from "@/lib/platform/action";

interface SignInFormProps {
  signIn: (previous: ActionState, form: FormData) => Promise<ActionState>;
  documentName: string;
  documentHint: string;
  /** Path to go to afterwards; the action checks that it is one of ours. */
  returnTo: string;
}

export function SignInForm({ signIn, documentName, documentHint, returnTo }: SignInFormProps) {
  const [state, action, pending] = useActionState(signIn, { values: {}, fieldErrors: {} });
  const mistakes = useMemo(() => mistakesOf(state), [state]);
  return (
    <>
      <ErrorSummary mistakes={mistakes} />
      <h1 className="[*+&]:mt-8">Ingresar</h1>
      <form action={action} noValidate className="mt-8 space-y-6">
        <input type="hidden" name="volver" value={state.values.volver ?? returnTo} />
        <Field
          name="documento"
          label={documentName}
          hint={documentHint}
          error={state.fieldErrors.documento}
          defaultValue={state.values.documento ?? ""}
          width="medium"
          autoComplete="username"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <Field
          name="contrasena"
          label="Contraseña"
          error={state.fieldErrors.contrasena}
          width="medium"
          type="password"
          autoComplete="current-password"
          required
        />
        <Actions>
          <Button fullOnPhone aria-disabled={pending}>
            {pending ? "Ingresando…" : "Ingresar"}
          </Button>
        </Actions>
      </form>
    </>
  );
}
