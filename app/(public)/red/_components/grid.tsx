import { AssetTable } from "@/components/domain/asset-table";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { NumberStyle } from "@/lib/kernel/format";
import type { LayerName } from "@/lib/network/fields";
import { layerNamed } from "@/lib/network/layers";
import { listFields } from "@/lib/network/listing";
import type { NetworkForm } from "@/lib/network/schema";
import { routes } from "@/lib/platform/routes";
import type { Answer } from "../answer";
import { NotFound } from "./not-found";

const count = new Intl.NumberFormat("es", { useGrouping: "always" });

/** Identifier and name, as the reference portal heads them: "Id subestación", "Nombre subestación". */
const named = (layer: LayerName) =>
  listFields(layer)
    .slice(0, 2)
    .map((field) =>
      field.stored === "name"
        ? { ...field, title: `Nombre ${layerNamed(layer).singular.toLocaleLowerCase("es")}` }
        : field,
    );

/** The reference portal's grids on the way down: substations of a comuna, feeders of a substation. */
export function Grid({
  answer: { layer, narrowedBy, assets, total },
  form,
  numbers,
}: {
  answer: Extract<Answer, { kind: "grid" }>;
  form: NetworkForm;
  numbers: NumberStyle;
}) {
  const { region, comuna, subestacion } = form;
  const inComuna = { region, comuna, filtro: "1" };
  const crumbs = [
    { href: routes.network(), label: "Inicio" },
    { href: null, label: region },
    { href: routes.networkSearch(inComuna), label: comuna },
    ...(subestacion ? [{ href: routes.asset("subestaciones", subestacion), label: subestacion }] : []),
  ];
  const { title } = layerNamed(layer);
  if (assets.length === 0)
    return <NotFound typed={[subestacion, comuna, region].filter(Boolean).join(", ")} />;
  return (
    <>
      <Breadcrumbs crumbs={crumbs} current={title} />
      <AssetTable
        caption={title}
        fields={named(layer)}
        assets={assets}
        numbers={numbers}
        link={
          layer === "subestaciones"
            ? {
                column: "Alimentadores",
                verb: "VER",
                hrefOf: ({ id }) => routes.networkSearch({ ...inComuna, subestacion: id }),
              }
            : {
                column: "Transformadores",
                verb: "VER",
                hrefOf: ({ id }) => routes.networkList("transformadores", { alimentador: id }),
              }
        }
      />
      {total > assets.length && (
        <p className="mt-3">
          Se muestran {assets.length} de {count.format(total)}.{" "}
          <a href={routes.networkList(layer, narrowedBy)}>Véalos en la lista</a>
        </p>
      )}
    </>
  );
}
