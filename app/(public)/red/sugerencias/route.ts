import { layerNamed } from "@/lib/network/layers";
import { currentEdition } from "@/lib/network/queries/editions";
import { search } from "@/lib/network/queries/search";
import { sought, type Found } from "@/lib/network/search";
import { publicContext } from "@/lib/platform/context";

const MOST = 8;

/** What a suggestion puts into the search box: an asset by what it is called and its identifier, anything else by its name. */
const valueOf = ({ layer, id, label }: Found): string =>
  layer === "comunas" || layer === "vnr" || id === null ? label : `${layerNamed(layer).singular} ${id}`;

/** Suggestions for the search box: `{ sugerencias: [{ valor, nombre }] }`. */
export async function GET(request: Request): Promise<Response> {
  const ctx = publicContext();
  const what = sought(new URL(request.url).searchParams.get("buscar") ?? "");
  const edition = what.kind === "words" ? await currentEdition(ctx) : null;
  const found =
    edition && what.kind === "words"
      ? await search(ctx, edition, { words: what.words, layer: what.layer, limit: MOST })
      : [];
  const sugerencias = found.map((one) => ({ valor: valueOf(one), nombre: one.label || null }));
  return Response.json({ sugerencias }, { headers: { "cache-control": "public, max-age=60" } });
}
