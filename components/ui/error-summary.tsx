"use client";

import { useEffect, useRef } from "react";

export interface FieldMistake {
  /** Name of the field, which is also its id. */
  field?: string | undefined;
  /** The same sentence that stands at the field. */
  message: string;
}

/**
 * What has to be corrected, above the title. Takes the focus whenever `mistakes` is a new list: by the attribute when
 * the page arrives without scripts, by the effect when a form answers in place.
 */
export function ErrorSummary({ mistakes }: { mistakes: readonly FieldMistake[] }) {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mistakes.length > 0) region.current?.focus();
  }, [mistakes]);
  if (mistakes.length === 0) return null;
  return (
    <div ref={region} role="alert" tabIndex={-1} autoFocus className="max-w-176">
      <MistakeList mistakes={mistakes} />
    </div>
  );
}

/** The mistakes with links to their fields. */
export function MistakeList({ mistakes }: { mistakes: readonly FieldMistake[] }) {
  return (
    <div className="max-w-176 border-3 border-problem bg-paper-raised px-6 pt-4 pb-6">
      <h2 className="mb-3">Hay un problema</h2>
      <ul className="list-disc space-y-1 pl-[1.1rem]">
        {mistakes.map(({ field, message }) => (
          <li key={`${field}:${message}`} className="font-[650] text-problem">
            {field ? (
              <a className="block min-h-6 text-inherit" href={`#${field}`}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
