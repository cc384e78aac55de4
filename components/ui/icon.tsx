import type { ReactNode } from "react";

/** Drawn on 16 × 16, in the colour of the text; what stands on a filled shape is cut out in paper. */
const DRAWINGS = {
  halfDisc: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M8 1.4a6.6 6.6 0 0 1 0 13.2z" fill="currentColor" stroke="none" />
    </>
  ),
  triangle: (
    <>
      <path d="M8 1.6 15 14H1z" fill="currentColor" strokeLinejoin="round" />
      <path d="M8 6.2v3.4M8 11v1.4" className="stroke-paper" strokeWidth="1.7" />
    </>
  ),
  check: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M4.8 8.3 7 10.5l4.2-4.8" />
    </>
  ),
  hatched: (
    <>
      <rect x="1.6" y="1.6" width="12.8" height="12.8" />
      <path d="M1.6 8 8 1.6M1.6 14.4 14.4 1.6M8 14.4 14.4 8" strokeWidth="1.3" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M8 4v4l2.8 1.8" />
    </>
  ),
  hourglass: (
    <>
      <path d="M3.4 1.6h9.2M3.4 14.4h9.2M4.6 1.6c0 4 6.8 4 6.8 12.8M11.4 1.6c0 4-6.8 4-6.8 12.8" />
      <path d="M5.6 13.2h4.8L8 10z" fill="currentColor" stroke="none" />
    </>
  ),
  crossedSquare: (
    <>
      <rect x="1.2" y="1.2" width="13.6" height="13.6" fill="currentColor" stroke="none" />
      <path d="m4.8 4.8 6.4 6.4m0-6.4-6.4 6.4" className="stroke-paper" strokeWidth="2" />
    </>
  ),
  pause: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M6.2 5.4v5.2M9.8 5.4v5.2" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <path d="M8 7.2v4.4M8 4.2v1.6" />
    </>
  ),
  sheet: <path d="M3.4 1.6h6l3.2 3.2v9.6H3.4zM9.2 1.8v3.2h3.2M5.6 8.2h4.8M5.6 11h4.8" strokeWidth="1.4" />,
  download: <path d="M8 1.6v8.6M4.4 6.8 8 10.4l3.6-3.6M2 14.2h12" />,
  print: <path d="M4 5.6V1.6h8v4M4 11.4H1.6V5.6h12.8v5.8H12M4 9h8v5.4H4z" strokeWidth="1.4" />,
  search: (
    <>
      <circle cx="6.8" cy="6.8" r="5" />
      <path d="m10.6 10.6 4 4" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof DRAWINGS;

/** For a flex line that may wrap: the icon stands level with the first line of its words. */
export const BESIDE_WORDS = "items-baseline [&>svg]:translate-y-[0.13em]";

/** Always beside a word, so hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="inline-block size-[1em] flex-none"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      {DRAWINGS[name]}
    </svg>
  );
}
