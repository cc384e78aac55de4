import { decimalText } from "@/lib/kernel/decimal";
import { formatNumber, UNKNOWN, type NumberStyle } from "@/lib/kernel/format";
import { capacityOf } from "@/lib/network/capacity";
import type { Field, LayerName } from "@/lib/network/fields";
import { layerNamed } from "@/lib/network/layers";
import type { AssetDetail, Reference } from "@/lib/network/model";
import type { Upstream } from "@/lib/network/queries/upstream";
import { routes } from "@/lib/platform/routes";
import { formatMetres, measureWords } from "./network-words";

/** A term and its value, which may lead on. */
export interface NetworkFact {
  term: string;
  value: string;
  href?: ReturnType<typeof routes.network>;
}
export interface NetworkFacts {
  title: string;
  facts: NetworkFact[];
}

/** What the reference portal shows of each asset: here always, with S/I where nobody knows it. */
const ALWAYS: Record<LayerName, readonly string[]> = {
  subestaciones: ["name", "region", "comuna"],
  alimentadores: ["name", "kind", "distributor", "distribution_node", "installed_kva"],
  transformadores: [
    "name",
    "rated_kva",
    "connection",
    "voltage_level",
    "pole_plate",
    "kind",
    "phases",
    "vnr_code",
    "comuna",
  ],
  postes: ["kind", "material", "height_m", "comuna"],
  vanos: [
    "voltage_level",
    "from_pole_id",
    "to_pole_id",
    "length_m",
    "conductor",
    "vnr_code",
    "ampacity_a",
    "phases",
  ],
  equipos: ["kind", "normal_state", "rated_current_a", "phases"],
};

const CODES = ["vnr_code", "asset_code"];

function factOf(detail: AssetDetail, field: Field, numbers: NumberStyle): NetworkFact {
  const { asset, feeder, substation } = detail;
  const value = asset.values[field.stored] ?? null;
  const words = measureWords(field, value, numbers);
  const fact = { term: field.title, value: words };
  if (typeof value !== "string") return fact;
  if (CODES.includes(field.stored)) return { ...fact, href: routes.vnr(value) };
  if (!field.refersTo) return fact;
  const named = [feeder, substation].find(
    (other) => other !== null && other.layer === field.refersTo && other.id === value,
  )?.name;
  return { ...fact, value: named ?? words, href: routes.asset(field.refersTo, value) };
}

/** All that is known of an asset itself: what it is, and what it belongs to. */
export function assetFacts(detail: AssetDetail, numbers: NumberStyle): NetworkFacts[] {
  const { asset, edition } = detail;
  const brought = edition.account.columns[asset.layer] ?? [];
  const shown = layerNamed(asset.layer).fields.filter(
    ({ name, stored }) => stored !== "id" && (brought.includes(name) || ALWAYS[asset.layer].includes(stored)),
  );
  const places = ["region", "comuna", "comuna_code", "comunas", "zone", "feeder_ids"];
  const isPlace = ({ stored, refersTo }: Field) => refersTo !== undefined || places.includes(stored);
  const facts = (fields: readonly Field[]) => fields.map((field) => factOf(detail, field, numbers));
  return [
    {
      title: "Características",
      facts: [{ term: "Identificador", value: asset.id }, ...facts(shown.filter((field) => !isPlace(field)))],
    },
    {
      title: "Dónde está y de qué cuelga",
      facts: [
        ...facts(shown.filter((field) => isPlace(field) && field.stored !== "feeder_ids")),
        ...(shown.some(({ stored }) => stored === "feeder_ids") ? carriedFacts(detail) : []),
        ...positionFacts(detail),
      ],
    },
  ];
}

/** Whose lines a pole carries, and from which substation. */
function carriedFacts({ asset, feeders, substation }: AssetDetail): NetworkFact[] {
  const named = ({ layer, id, name }: Reference) => ({
    term: layerNamed(layer).singular,
    value: name ?? id,
    href: routes.asset(layer, id),
  });
  const codes = asset.values["feeder_ids"];
  return [
    ...(typeof codes === "string" ? codes.split(";") : [null]).map((code) => {
      const feeder = feeders.find(({ id }) => id === code);
      return feeder ? named(feeder) : { term: "Alimentador", value: code ?? UNKNOWN };
    }),
    ...(substation ? [named(substation)] : []),
  ];
}

function positionFacts({ asset: { layer, at } }: AssetDetail): NetworkFact[] {
  if (layerNamed(layer).geometry !== "Point") return [];
  return [{ term: "Coordenadas (WGS84)", value: at ? `${at[1].toFixed(6)}, ${at[0].toFixed(6)}` : UNKNOWN }];
}

/** Capacity in context; null for what has none. */
export function capacityFacts(detail: AssetDetail, numbers: NumberStyle): NetworkFacts | null {
  const capacity = capacityOf(detail);
  if (!capacity) return null;
  const { ratedKva, peak, peakShare, generators, generationKw, generationShare } = capacity;
  const unit = detail.edition.demandUnit;
  const of = (share: typeof peakShare) =>
    share === null ? "" : ` (${formatNumber(share, numbers)} % de la capacidad)`;
  const isFeeder = detail.asset.layer === "alimentadores";
  return {
    title: "Capacidad en contexto",
    facts: [
      {
        term: isFeeder ? "Potencia instalada en sus transformadores" : "Capacidad",
        value: ratedKva === null ? UNKNOWN : `${formatNumber(ratedKva, numbers)} kVA`,
      },
      {
        term: "Mayor demanda de 12 meses",
        value: peak ? `${formatNumber(peak.value, numbers)} ${unit}${of(peakShare)}` : UNKNOWN,
      },
      {
        term: "Generación conectada",
        value:
          generationKw === null
            ? UNKNOWN
            : `${formatNumber(generationKw, numbers)} kW${generators === null ? "" : ` en ${formatNumber(decimalText(generators), numbers)} generadores`}${of(generationShare)}`,
      },
    ],
  };
}

/** The way up to the substation. */
export function upstreamFacts(upstream: Upstream | null, numbers: NumberStyle): NetworkFacts {
  const title = "Camino a la subestación";
  if (!upstream) return { title, facts: [{ term: "Distancia por la línea", value: UNKNOWN }] };
  return {
    title,
    facts: [
      { term: "Distancia por la línea", value: formatMetres(upstream.metres, numbers) },
      { term: "Vanos", value: formatNumber(decimalText(upstream.spans.length), numbers) },
      ...(upstream.transformer === null
        ? []
        : [
            {
              term: "Transformador",
              value: upstream.transformer,
              href: routes.asset("transformadores", upstream.transformer),
            },
          ]),
      ...upstream.equipment.map(({ id, kind, state }) => ({
        term: [kind ?? "Equipo", state?.toLocaleLowerCase("es")].filter(Boolean).join(", "),
        value: id,
        href: routes.asset("equipos", id),
      })),
    ],
  };
}
