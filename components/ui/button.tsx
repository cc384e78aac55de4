import type { Route } from "next";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** One primary button a page; `link` is a form's button that reads as a link. */
export type ButtonKind = "primary" | "secondary" | "danger" | "link";

interface Appearance {
  kind?: ButtonKind | undefined;
  small?: boolean | undefined;
  /** As wide as the screen on a phone: for the main action of a page. */
  fullOnPhone?: boolean | undefined;
}

const KINDS: Record<ButtonKind, string | undefined> = {
  primary: undefined,
  secondary: "button-secondary",
  danger: "button-danger",
  link: "button-link",
};

function buttonClass({ kind = "primary", small, fullOnPhone }: Appearance) {
  return classNames("button", KINDS[kind], small && "button-small", fullOnPhone && "narrow:w-full");
}

/** The label is a verb that says what happens. A disabled button has its reason beside it. */
export function Button({
  kind,
  small,
  fullOnPhone,
  type = "submit",
  ...rest
}: Appearance & Omit<ComponentProps<"button">, "className" | "style">) {
  return <button {...rest} type={type} className={buttonClass({ kind, small, fullOnPhone })} />;
}

export function ButtonLink({
  kind,
  small,
  fullOnPhone,
  ...rest
}: Appearance & { href: Route } & Omit<ComponentProps<"a">, "className" | "style" | "href">) {
  return <a {...rest} className={buttonClass({ kind, small, fullOnPhone })} />;
}

/** Buttons and links that belong together, wrapped with room for a thumb. */
export function Actions({ children }: { children: React.ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-4 gap-y-3 print:hidden">{children}</div>;
}
