/** How far something long has come; `label` names it for screen readers. Indeterminate without a value. */
export function Progress({
  label,
  value,
  max = 100,
}: {
  label: string;
  value?: number | undefined;
  max?: number;
}) {
  return <progress className="progress" aria-label={label} value={value} max={max} />;
}
