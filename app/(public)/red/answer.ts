import { redirect } from "next/navigation";
import type { Context } from "@/lib/kernel/context";
import type { LayerName } from "@/lib/network/fields";
import { assetFilter, assetListing } from "@/lib/network/listing";
import type { Asset, Edition } from "@/lib/network/model";
import { assetDetail } from "@/lib/network/queries/assets";
import { assetList } from "@/lib/network/queries/lists";
import { nearest, search, type Looking, type Near } from "@/lib/network/queries/search";
import { vnrDetail } from "@/lib/network/queries/vnr";
import { sought, type Found } from "@/lib/network/search";
import type { NetworkForm } from "@/lib/network/schema";
import { transformerOfSupply } from "@/lib/metering/queries";
import { customerContextIfAny } from "@/lib/platform/context";
import { routes } from "@/lib/platform/routes";

type GridLayer = "subestaciones" | "alimentadores";

/** What `/red` shows below its forms; where only one thing was meant it leads there instead. */
export type Answer =
  | { kind: "nothing" }
  | { kind: "found"; typed: string; found: Found[]; isCut: boolean }
  | { kind: "near"; near: Near[] }
  | {
      kind: "rows";
      title: string;
      layer: LayerName;
      assets: Asset[];
      typed: string;
      isExact: boolean;
      isCut: boolean;
    }
  | { kind: "grid"; layer: GridLayer; narrowedBy: Record<string, string>; assets: Asset[]; total: number }
  | { kind: "mistakes"; mistakes: { field: string; message: string }[] }
  | { kind: "customer"; signedIn: boolean }
  | { kind: "no-vnr"; typed: string };

/** How many are listed, and how many are rows of a table of what begins like an identifier. */
const MOST = 25;
const MOST_ROWS = 10;

/** Fields of the simple search, as the page calls them. */
const SIMPLE = [
  ["placa_transformador", "Placa transformador"],
  ["placa_poste", "Placa poste"],
  ["cliente", "Número cliente"],
  ["poste", "Poste"],
  ["vano", "Vano"],
  ["equipo", "Equipo"],
  ["vnr", "Código VNR"],
] as const;

/** Each search is by one thing: what else was filled in would change nothing, and nobody would know. */
function tooMany(filled: readonly (typeof SIMPLE)[number][]) {
  const labels = new Intl.ListFormat("es", { type: "disjunction" }).format(
    filled.map(([, label]) => `«${label}»`),
  );
  return [{ field: filled[0]?.[0] ?? "", message: `Busque por un solo dato a la vez: ${labels}` }];
}

interface Asking {
  ctx: Context;
  edition: Edition;
}

export async function answerOf(asking: Asking, form: NetworkForm): Promise<Answer> {
  if (form.buscar) return ofWords(asking, form.buscar);
  const filled = SIMPLE.filter(([name]) => form[name]);
  if (filled.length > 1) return { kind: "mistakes", mistakes: tooMany(filled) };
  if (form.placa_transformador) return ofPlate(asking, { typed: form.placa_transformador, kind: "id" });
  if (form.placa_poste) return ofPlate(asking, { typed: form.placa_poste, kind: "plate" });
  if (form.cliente) return ofCustomer(form.cliente);
  if (form.vnr) return ofVnr(asking, form.vnr);
  for (const [name, layer] of [
    ["poste", "postes"],
    ["vano", "vanos"],
    ["equipo", "equipos"],
  ] as const)
    if (form[name]) return ofId(asking, { typed: form[name], layer });
  return form.filtro || form.region || form.comuna ? ofFilter(asking, form) : { kind: "nothing" };
}

/** Where something that was found has its page; a name that several have leads to all of them. */
export function addressOf({ kind, layer, id, label }: Found) {
  if (layer === "comunas")
    return routes.networkSearch({ ...(id === null ? {} : { region: id }), comuna: label, filtro: "1" });
  if (layer === "vnr") return routes.vnr(id ?? label);
  return id === null || kind === "comuna"
    ? routes.networkList(layer, { nombre: label })
    : routes.asset(layer, id);
}

async function ofWords({ ctx, edition }: Asking, typed: string): Promise<Answer> {
  const what = sought(typed);
  if (what.kind === "nothing") return { kind: "nothing" };
  if (what.kind === "place") return { kind: "near", near: await nearest(ctx, edition, what.at) };
  return ofSought({ ctx, edition }, { typed, words: what.words, layer: what.layer });
}

/** What the words find, and a little more than is shown, to say whether there is more. */
async function ofSought(
  { ctx, edition }: Asking,
  { typed, words, layer, kind }: Pick<Looking, "words" | "layer" | "kind"> & { typed: string },
): Promise<Answer> {
  const found = await search(ctx, edition, { words, layer, ...(kind && { kind }), limit: MOST + 1 });
  const exact = found.filter((one) => one.exact);
  if (exact.length === 1 && exact[0]) redirect(addressOf(exact[0]));
  return { kind: "found", typed, found: found.slice(0, MOST), isCut: found.length > MOST };
}

/** The simple filter for a transformer: by its own plate, or by that of its pole. */
const ofPlate = (asking: Asking, { typed, kind }: { typed: string; kind: "id" | "plate" }) =>
  ofSought(asking, { typed, words: typed, layer: "transformadores", kind });

/** Where a supply hangs is its holder's to know: nobody else learns so much as whether there is such a supply. */
async function ofCustomer(number: string): Promise<Answer> {
  const customer = await customerContextIfAny();
  if (!customer) return { kind: "customer", signedIn: false };
  const transformer = await transformerOfSupply(customer, number);
  if (transformer !== null && (await assetDetail(customer, "transformadores", transformer)))
    redirect(routes.asset("transformadores", transformer));
  return { kind: "customer", signedIn: true };
}

async function ofVnr({ ctx, edition }: Asking, code: string): Promise<Answer> {
  if (await vnrDetail(ctx, edition, code)) redirect(routes.vnr(code));
  return { kind: "no-vnr", typed: code };
}

/** The reference portal's search by pole, span or piece of equipment, which answers with a grid. */
async function ofId(
  { ctx, edition }: Asking,
  { typed, layer }: { typed: string; layer: "postes" | "vanos" | "equipos" },
): Promise<Answer> {
  const found = await search(ctx, edition, { words: typed, layer, kind: "id", limit: MOST_ROWS + 1 });
  const exact = found.filter((one) => one.exact);
  const meant = exact.length > 0 ? exact : found;
  const details = await Promise.all(
    meant.slice(0, MOST_ROWS).map(({ id }) => assetDetail(ctx, layer, id ?? "")),
  );
  const assets = details.flatMap((detail) => (detail ? [detail.asset] : []));
  const title = { postes: "Búsqueda de poste", vanos: "Búsqueda de vano", equipos: "Búsqueda de equipo" }[
    layer
  ];
  return {
    kind: "rows",
    title,
    layer,
    assets,
    typed,
    isExact: exact.length > 0,
    isCut: meant.length > MOST_ROWS,
  };
}

/** Region → comuna → substation → feeder → transformer: what was chosen last says what is shown. */
async function ofFilter({ ctx, edition }: Asking, form: NetworkForm): Promise<Answer> {
  const { region, comuna, subestacion, alimentador, transformador } = form;
  if (transformador) return ofTransformer({ ctx, edition }, transformador);
  if (alimentador) redirect(routes.networkList("transformadores", { alimentador }));
  const mistakes = [
    ...(region ? [] : [{ field: "region", message: "Elija la región" }]),
    ...(comuna ? [] : [{ field: "comuna", message: "Elija la comuna" }]),
  ];
  if (mistakes.length > 0) return { kind: "mistakes", mistakes };
  const layer: GridLayer = subestacion ? "alimentadores" : "subestaciones";
  const narrowedBy: Record<string, string> = subestacion ? { subestacion } : { region, comuna };
  const listing = assetListing(layer).parse({ filas: "100" });
  const list = await assetList(ctx, edition, { layer, filter: assetFilter(narrowedBy), listing });
  return { kind: "grid", layer, narrowedBy, assets: list.assets, total: list.total };
}

/** A transformer chosen from the list of its feeder, or typed more or less as it is. */
async function ofTransformer({ ctx, edition }: Asking, typed: string): Promise<Answer> {
  if (await assetDetail(ctx, "transformadores", typed)) redirect(routes.asset("transformadores", typed));
  return ofSought({ ctx, edition }, { typed, words: typed, layer: "transformadores" });
}
