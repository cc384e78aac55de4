import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type NoticeKind = "info" | "attention" | "problem" | "done";

const BARS: Record<NoticeKind, string> = {
  info: "border-info",
  attention: "border-attention",
  problem: "border-problem",
  done: "border-done",
};

/** A thick bar at the left, no box. The title says what the colour says. */
export function Notice({
  kind = "info",
  title,
  children,
}: {
  kind?: NoticeKind | undefined;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className={classNames("max-w-176 space-y-1 border-l-5 py-1 pl-4", BARS[kind])}>
      <p className="font-bold">{title}</p>
      {children}
    </div>
  );
}
