import { layerOf } from "./geojson.ts";

/** A name that somebody would put into a network for what it does elsewhere. */
interface Rogue {
  given: string;
  /** How it is published. */
  kept: string;
  /** Whether the load says that something was odd. */
  isTold?: true;
}

const harmless = (given: string): Rogue => ({ given, kept: given });

export const ROGUES: readonly Rogue[] = [
  harmless(`<script>document.title="robado"</script>`),
  harmless(`"><img src=x onerror="document.title='robado'">`),
  harmless(`</title><svg onload="document.title='robado'">`),
  harmless(`javascript:document.title="robado"`),
  harmless(`=cmd|' /C calc'!A0`),
  harmless(`+HYPERLINK("https://robo.example";"ver")`),
  harmless(`@SUM(1+1)*cmd|' /C calc'!A0`),
  harmless(`-2+3`),
  harmless(`'; DROP TABLE pole; --`),
  harmless(`%00%0d%0aSet-Cookie:a=b`),
  harmless(`{{7*7}}\${7*7}`),
  harmless(`"a";"b",c`),
  { given: "uno\u0000dos\u0007tres\u001b[31m", kept: "uno dos tres [31m", isTold: true },
  { given: "al rev\u00e9s \u202e9102", kept: "al revés  9102", isTold: true },
  { given: "l\u00ednea\r\notra\u2028m\u00e1s", kept: "línea  otra más", isTold: true },
  {
    given: `${"x".repeat(499)}\ud83d\ude00 y mucho m\u00e1s`,
    kept: `${"x".repeat(499)}\ufffd`,
    isTold: true,
  },
];

/** In how many columns of a transformer each stands. */
export const ROGUE_COLUMNS = 4;

/** Transformers with those names, `T0` on, on a feeder and a substation, in a comuna and a region as bad. */
export function hostileNetwork(): Record<string, string> {
  const [script = harmless(""), image = harmless(""), , , formula = harmless("")] = ROGUES;
  return {
    "subestaciones.geojson": layerOf([
      [{ id: "S", nombre: script.given, comuna: image.given, region: formula.given }, [-72.91, -40.3]],
    ]),
    "alimentadores.geojson": layerOf([
      [{ id: "A", nombre: image.given, subestacion_id: "S", comunas: image.given }, null],
    ]),
    "postes.geojson": layerOf([
      [{ id: "1", tipo: script.given, comuna: image.given, region: formula.given }, [-72.9, -40.3]],
      [{ id: "2", tipo: formula.given, comuna: image.given, region: formula.given }, [-72.901, -40.3]],
    ]),
    "transformadores.geojson": layerOf(
      ROGUES.map(({ given }, at) => [
        {
          id: `T${at}`,
          nombre: given,
          alimentador_id: "A",
          subestacion_id: "S",
          nodo_id: "1",
          placa_poste: given,
          comuna: image.given,
          region: formula.given,
          fases: given,
          codigo_vnr: given,
          n_clientes: 9,
        },
        [-72.9, -40.3],
      ]),
    ),
    "vanos.geojson": layerOf([
      [
        {
          id: "V",
          alimentador_id: "A",
          subestacion_id: "S",
          transformador_id: "T0",
          nodo_origen: "1",
          nodo_destino: "2",
          extension_m: 84.8,
          tipo_conductor: formula.given,
          codigo_vnr: script.given,
        },
        [
          [-72.9, -40.3],
          [-72.901, -40.3],
        ],
      ],
    ]),
  };
}
