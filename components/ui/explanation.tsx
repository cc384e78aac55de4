import type { ReactNode } from "react";

interface ExplanationProps {
  /** The word that is explained. */
  term: string;
  /** Beside the word, always visible: "286 kWh × $ 17,125". */
  aside?: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
}

/** What a word of the bill means, one tap away and in place. */
export function Explanation({ term, aside, children, open }: ExplanationProps) {
  return (
    <details open={open}>
      <summary className="min-h-7 w-fit">
        <span className="explanation-term">{term}</span>
        {aside && <span className="block text-note font-normal text-ink-soft">{aside}</span>}
      </summary>
      <div className="mt-2 mb-3 max-w-136 space-y-2 border-l-3 border-brand pl-4 font-normal">{children}</div>
    </details>
  );
}
