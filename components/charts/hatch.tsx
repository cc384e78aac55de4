/** The ground of an estimated bar; `id` is unique on the page. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" className="chart-paper" />
      <path d="M1 0v5" className="chart-stripe" />
    </pattern>
  );
}
