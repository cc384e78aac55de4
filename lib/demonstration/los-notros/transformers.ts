import { moved, type SampleCollection } from "../network/move.ts";
import { sampleFile } from "../network/sample.ts";
import { pick } from "../random.ts";

/** A transformer of the demonstration's network, as far as a supply is concerned. */
interface Transformer {
  id: string;
  comuna: string;
  kva: number;
  name: string;
}

const PHASES: Record<string, string> = { Trifásico: "TRIF", Monofásico: "MON" };

/** Named as the reference manual names them: nothing else of the network is. */
const nameOf = (kind: unknown, kva: number, kv: number) =>
  `TRANSF.${PHASES[String(kind)] ?? "TRIF"}.${String(kva).replace(".", ",")} KVA.${Math.round(kv * 1000)} V.`;

let read: Transformer[] | undefined;
/** Those of the newest edition. */
function transformers(): Transformer[] {
  if (read) return read;
  const collection = JSON.parse(
    sampleFile("mux-2024", "transformadores.geojson").toString("utf8"),
  ) as SampleCollection;
  read = moved(collection).features.map(({ properties }) => ({
    id: String(properties["id"]),
    comuna: String(properties["comuna"]),
    kva: Number(properties["potencia_kva"]),
    name: nameOf(
      properties["tipo"],
      Number(properties["potencia_kva"]),
      Number(properties["tension_primaria_kv"]),
    ),
  }));
  return read;
}

/** The transformer that feeds a supply of so many kVA in a comuna. */
export function transformerOf(supply: string, comuna: string, kva: number): Transformer {
  const near = transformers().filter((transformer) => transformer.comuna === comuna);
  const strong = near.filter((transformer) => transformer.kva >= kva);
  return pick(strong.length > 0 ? strong : near, supply, "transformer");
}
