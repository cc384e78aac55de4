/** The notro in flower: the mark of the demonstration's company, drawn for the dark ground of the header. */
export function BrandMark() {
  return (
    <svg
      viewBox="0 0 36 36"
      className="size-9 flex-none"
      fill="none"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path
        className="stroke-[oklch(0.66_0.205_30)] print:stroke-ink"
        strokeWidth="2.6"
        d="M18 24C17.5 17 17.6 11 18 4.5M17.5 24C15 18 13 12.5 10.2 7.2M18.5 24C21 18 23 12.5 25.8 7.2M17 24.5C13 20.5 9 17 4.8 14.6M19 24.5C23 20.5 27 17 31.2 14.6"
      />
      <path
        className="stroke-[oklch(0.8_0.1_150)] print:stroke-ink"
        strokeWidth="2.4"
        d="M18 25v8M18 31.5c-3.5.2-6.5-1-8.5-3.7"
      />
    </svg>
  );
}
