import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { BESIDE_WORDS, Icon, type IconName } from "./icon";

/** Each state has its shape and its colour, the same for every company; the word is given by who knows it. */
const STATES = {
  owed: { icon: "halfDisc", colour: "text-attention" },
  overdue: { icon: "triangle", colour: "text-problem" },
  paid: { icon: "check", colour: "text-done" },
  estimated: { icon: "hatched", colour: "text-estimated" },
  inTime: { icon: "clock", colour: "text-info" },
  dueSoon: { icon: "hourglass", colour: "text-attention" },
  late: { icon: "crossedSquare", colour: "text-problem" },
  waiting: { icon: "pause", colour: "text-ink-soft" },
} satisfies Record<string, { icon: IconName; colour: string }>;

export type State = keyof typeof STATES;

/** Shape, word and colour together; no capsule. */
export function StateMark({ state, children }: { state: State; children: ReactNode }) {
  const { icon, colour } = STATES[state];
  return (
    <span
      className={classNames("inline-flex gap-[0.4em] font-[650] whitespace-nowrap", BESIDE_WORDS, colour)}
    >
      <Icon name={icon} />
      {children}
    </span>
  );
}
