"use client";

import { useActionState, useMemo } from "react";
import { mistakesOf } from "@/components/forms/mistakes";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { ActionState } from "@/lib/platform/action";

type Decide = (previous: ActionState, form: FormData) => Promise<ActionState>;

interface DecisionProps {
  id: string;
  /** When the check ended that is looked at, ISO 8601. */
  checkedAt: string;
  /** Left out while there is nothing to publish yet. */
  approve?: Decide | undefined;
  discard: Decide;
}

const UNDECIDED: ActionState = { values: {}, fieldErrors: {} };

/** What whoever looked at the totals does about the load. */
export function Decision({ id, checkedAt, approve, discard }: DecisionProps) {
  const [approved, approveAction, approving] = useActionState(approve ?? discard, UNDECIDED);
  const [discarded, discardAction, discarding] = useActionState(discard, UNDECIDED);
  const mistakes = useMemo(() => [...mistakesOf(approved), ...mistakesOf(discarded)], [approved, discarded]);
  const busy = approving || discarding;
  return (
    <div className="space-y-6 print:hidden">
      <ErrorSummary mistakes={mistakes} />
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        {approve && (
          <form action={approveAction} className="narrow:w-full">
            <input type="hidden" name="carga" value={id} />
            <input type="hidden" name="comprobada" value={checkedAt} />
            <Button fullOnPhone aria-disabled={busy}>
              {approving ? "Publicando…" : "Publicar"}
            </Button>
          </form>
        )}
        <form action={discardAction} className="narrow:w-full">
          <input type="hidden" name="carga" value={id} />
          <Button kind="secondary" fullOnPhone aria-disabled={busy}>
            {discarding ? "Descartando…" : "Descartar"}
          </Button>
        </form>
      </div>
    </div>
  );
}
