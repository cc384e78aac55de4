import type { ReactNode } from "react";

/** What was not found, why, and the next step. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="space-y-2 border-y border-line py-6">
      <h2 className="text-h3">{title}</h2>
      {children}
    </div>
  );
}
