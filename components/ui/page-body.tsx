import type { ReactNode } from "react";
import { MAIN_ID } from "./skip-link";

/** What a page is about: the target of the skip link. */
export function PageBody({ children }: { children: ReactNode }) {
  return (
    <main
      id={MAIN_ID}
      tabIndex={-1}
      className="grow pt-6 pb-16 outline-none wide:pt-8 wide:pb-24 print:pt-[6mm] print:pb-0"
    >
      <div className="page-width">{children}</div>
    </main>
  );
}

/** A side menu and the page it leads to. */
export function WithMenu({ menu, children }: { menu: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-6 *:min-w-0 unfolded:grid-cols-[14rem_minmax(0,1fr)] unfolded:gap-12 print:block">
      <div>{menu}</div>
      <div>{children}</div>
    </div>
  );
}

/** The page and, quieter, what else may be of use. */
export function WithAside({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-8 *:min-w-0 unfolded:grid-cols-[minmax(0,1fr)_19rem] unfolded:gap-16 print:block">
      <div>{children}</div>
      <aside className="space-y-8">{aside}</aside>
    </div>
  );
}
