import type { Drawing } from "@/lib/network/drawing";

const WORDS = { high: "alta tensión", medium: "media tensión", low: "baja tensión" } as const;
const PHASES = { 1: ", monofásica", 2: ", bifásica", 3: "" } as const;
const KINDS = {
  transformadores: "transformador",
  postes: "poste",
  equipos: "equipo",
  subestaciones: "subestación",
} as const;

/** Below what is drawn, so that no line runs through the scale. */
const SCALE_HEIGHT = 36;

/** Where an asset stands: the lines around it by voltage and phases, the asset itself marked, north up. */
export function NetworkDrawing({ drawing, title }: { drawing: Drawing; title: string }) {
  const { width, height, lines, points, selected, way, scale } = drawing;
  return (
    <figure>
      <svg
        className="network"
        viewBox={`0 0 ${width} ${height + SCALE_HEIGHT}`}
        role="img"
        aria-label={`Dibujo de dónde está: ${title}`}
      >
        <rect className="network-ground" width={width} height={height} />
        {way && <path className="network-way" d={way} />}
        {lines.map(({ level, phases, d }) => (
          <path key={`${level}-${phases}`} className={`network-${level} network-phases-${phases}`} d={d} />
        ))}
        {points.map(({ x, y, layer }, at) => (
          <Symbol key={at} {...{ x, y, layer }} />
        ))}
        {selected && <Selected selected={selected} />}
        <g className="network-scale">
          <rect className="network-ground" y={height} width={width} height={SCALE_HEIGHT} />
          <path d={`M24 ${height + 16}v6h${scale.units}v-6`} />
          <text x={32 + scale.units} y={height + 22}>
            {scale.label}
          </text>
        </g>
      </svg>
      <Key drawing={drawing} />
    </figure>
  );
}

type Spot = Drawing["points"][number];

function Symbol({ x, y, layer }: Spot) {
  if (layer === "postes") return <circle className="network-pole" cx={x} cy={y} r="2.5" />;
  if (layer === "transformadores") return <path className="network-symbol" d={`M${x} ${y - 7}l7 12h-14z`} />;
  if (layer === "equipos") return <path className="network-symbol" d={`M${x - 4} ${y - 4}h8v8h-8z`} />;
  return <path className="network-symbol" d={`M${x - 8} ${y - 8}h16v16h-16zM${x - 8} ${y - 8}l16 16`} />;
}

function Selected({ selected }: { selected: NonNullable<Drawing["selected"]> }) {
  if ("d" in selected) {
    const { d, ring } = selected;
    return (
      <>
        <path className="network-selected-line" d={d} />
        {ring && <circle className="network-ring" cx={ring.x} cy={ring.y} r="22" />}
      </>
    );
  }
  return (
    <g className="network-selected">
      <circle className="network-ring" cx={selected.x} cy={selected.y} r="15" />
      <Symbol {...selected} />
    </g>
  );
}

/** Only what the drawing has; the swatches are drawn as the lines are. */
function Key({ drawing: { lines, points, way, selected } }: { drawing: Drawing }) {
  const layers = [
    ...new Set([...points, ...(selected && "layer" in selected ? [selected] : [])].map(({ layer }) => layer)),
  ];
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-note text-ink-soft">
      {lines.map(({ level, phases }) => (
        <li key={`${level}-${phases}`} className="flex items-center gap-2">
          <svg className="network-swatch" viewBox="0 0 30 10" aria-hidden="true">
            <path className={`network-${level} network-phases-${phases}`} d="M0 5H30" />
          </svg>
          {WORDS[level] + PHASES[phases]}
        </li>
      ))}
      {way && (
        <li className="flex items-center gap-2">
          <svg className="network-swatch" viewBox="0 0 30 10" aria-hidden="true">
            <path className="network-way" d="M0 5H30" />
          </svg>
          camino a la subestación
        </li>
      )}
      {layers.map((layer) => (
        <li key={layer} className="flex items-center gap-2">
          <svg className="network-swatch-mark" viewBox="-9 -9 18 18" aria-hidden="true">
            <Symbol x={0} y={0} layer={layer} />
          </svg>
          {KINDS[layer]}
        </li>
      ))}
    </ul>
  );
}
