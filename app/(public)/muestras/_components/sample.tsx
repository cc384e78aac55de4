import type { ReactNode } from "react";

/** One group of pieces under its name. */
export function Sample({
  title,
  note,
  children,
}: {
  title: string;
  note?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section className="mt-12 border-t-2 border-ink pt-4">
      <h2>{title}</h2>
      {note && <p className="mt-1 text-note text-ink-soft">{note}</p>}
      <div className="mt-4 space-y-6">{children}</div>
    </section>
  );
}
