import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** The one large answer of a page. An amount ("$ 55.900") has its sign set back. */
export function Answer({
  label,
  wraps,
  children,
}: {
  label?: string | undefined;
  /** Words, which may take several lines; a figure never does. */
  wraps?: boolean;
  children: string;
}) {
  const amount = /^(\$)\s?(.+)$/.exec(children);
  return (
    <div>
      {label && <p className="mb-1 font-[650]">{label}</p>}
      <p
        className={classNames(
          "max-w-none leading-none font-bold tracking-[-0.035em]",
          wraps ? "text-[2.5rem] text-balance wide:text-answer" : "text-answer whitespace-nowrap",
        )}
      >
        {amount ? (
          <>
            <span className="mr-[-0.04em] font-normal text-ink-soft">{amount[1]}</span>
            {`\u00a0${amount[2]}`}
          </>
        ) : (
          children
        )}
      </p>
    </div>
  );
}

/** Cuts what is owed from what is only told. */
export function Perforation() {
  return <hr className="my-6 h-0 border-0 border-t-3 border-dotted border-edge opacity-75" />;
}

/** A section of a page: opened by a rule of ink. */
export function Section({ labelledBy, children }: { labelledBy?: string | undefined; children: ReactNode }) {
  return (
    <section aria-labelledby={labelledBy} className="border-t-2 border-ink pt-4 [&+&]:mt-16">
      {children}
    </section>
  );
}
