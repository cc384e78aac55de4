import { Sample } from "./sample";

const SWATCHES = [
  ["papel", "bg-paper"],
  ["papel alto", "bg-paper-raised"],
  ["papel bajo", "bg-paper-sunk"],
  ["línea", "bg-line"],
  ["borde", "bg-edge"],
  ["tinta segunda", "bg-ink-soft"],
  ["tinta", "bg-ink"],
  ["marca", "bg-brand"],
  ["marca suave", "bg-brand-soft"],
  ["cabecera", "bg-header"],
  ["atención", "bg-attention"],
  ["problema", "bg-problem"],
  ["hecho", "bg-done"],
  ["estimado", "bg-estimated"],
  ["información", "bg-info"],
] as const;

/** Other companies, as if their profile said so: the same lightness at another hue. */
const COMPANIES = [
  ["bosque", "bg-[oklch(0.285_0.054_160)]", "text-[oklch(0.41_0.075_160)] dark:text-[oklch(0.8_0.09_160)]"],
  ["azul", "bg-[oklch(0.285_0.054_255)]", "text-[oklch(0.41_0.075_255)] dark:text-[oklch(0.8_0.09_255)]"],
  ["teja", "bg-[oklch(0.285_0.054_40)]", "text-[oklch(0.41_0.075_40)] dark:text-[oklch(0.8_0.09_40)]"],
  ["ciruela", "bg-[oklch(0.285_0.054_345)]", "text-[oklch(0.41_0.075_345)] dark:text-[oklch(0.8_0.09_345)]"],
] as const;

export function Colours() {
  return (
    <Sample title="Color" note="La marca sale de un solo matiz. Otra empresa cambia el matiz y nada más.">
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-3 text-note">
        {SWATCHES.map(([name, ground]) => (
          <li key={name}>
            <span className={`block h-12 border border-line print:[print-color-adjust:exact] ${ground}`} />
            {name}
          </li>
        ))}
      </ul>
      <ul className="grid grid-cols-2 gap-3 wide:grid-cols-4">
        {COMPANIES.map(([name, header, text]) => (
          <li key={name}>
            <span
              className={`block px-3 py-2 font-bold text-on-header print:[print-color-adjust:exact] ${header}`}
            >
              {name}
            </span>
            <span className={`block py-1 underline ${text}`}>un enlace</span>
          </li>
        ))}
      </ul>
    </Sample>
  );
}
