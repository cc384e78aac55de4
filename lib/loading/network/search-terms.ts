import type { LayerName } from "../../network/fields.ts";
import { layers } from "../../network/layers.ts";

const table = (name: LayerName) => `staging.net_${name}`;
const select = (parts: Record<"term" | "kind" | "layer" | "id" | "label" | "count", string>, from: string) =>
  `SELECT ${parts.term}, ${parts.kind}, ${parts.layer}, ${parts.id}, ${parts.label}, ${parts.count} FROM ${from}`;

const label = (name: string) =>
  ["subestaciones", "alimentadores", "transformadores"].includes(name) ? "coalesce(name, '')" : "''";

const ids = layers.map(({ name }) =>
  select(
    { term: "network_term(id)", kind: "'id'", layer: `'${name}'`, id: "id", label: label(name), count: "1" },
    table(name),
  ),
);

/** "1152" for 1_152: who reads a plate does not type its signs. Of few assets, or every pole would be there twice. */
const COMPACT = ["subestaciones", "alimentadores", "transformadores", "equipos"] as const;
const compact = COMPACT.map((name) =>
  select(
    {
      term: "replace(network_term(id), ' ', '')",
      kind: "'id'",
      layer: `'${name}'`,
      id: "id",
      label: label(name),
      count: "1",
    },
    `${table(name)} WHERE network_term(id) LIKE '% %'`,
  ),
);

/** What is painted on the pole finds what hangs from it. */
const plates = (
  [
    ["transformadores", "pole_plate"],
    ["transformadores", "pole_id"],
    ["equipos", "pole_id"],
  ] as const
).map(([name, column]) => {
  const differs =
    column === "pole_id" && name === "transformadores" ? " AND pole_id IS DISTINCT FROM pole_plate" : "";
  return select(
    {
      term: `network_term(${column})`,
      kind: "'plate'",
      layer: `'${name}'`,
      id: "id",
      label: label(name),
      count: "1",
    },
    `${table(name)} WHERE ${column} IS NOT NULL${differs}`,
  );
});

/** A name that several assets have leads to all of them. */
const names = (["subestaciones", "alimentadores", "transformadores"] as const).map((name) =>
  select(
    {
      term: "network_term(name)",
      kind: "'name'",
      layer: `'${name}'`,
      id: "CASE count(*) WHEN 1 THEN min(id) END",
      label: "name",
      count: "count(*)",
    },
    `${table(name)} WHERE name IS NOT NULL GROUP BY name`,
  ),
);

const comunas = select(
  {
    term: "network_term(comuna)",
    kind: "'comuna'",
    layer: "'comunas'",
    id: "region",
    label: "comuna",
    count: "count(*)",
  },
  `(SELECT coalesce(region, max(region) OVER (PARTITION BY comuna)) AS region, comuna FROM (${(
    ["subestaciones", "transformadores", "postes", "equipos"] as const
  )
    .map((name) => `SELECT region, comuna FROM ${table(name)} WHERE comuna IS NOT NULL`)
    .join(" UNION ALL ")}) p) c GROUP BY region, comuna`,
);

const codes = select(
  {
    term: "network_term(code)",
    kind: "'code'",
    layer: "'vnr'",
    id: "code",
    label: "code",
    count: "count(*)",
  },
  `(${(["transformadores", "postes", "vanos", "equipos"] as const)
    .map(
      (name) =>
        `SELECT coalesce(vnr_code, asset_code) AS code FROM ${table(name)} WHERE coalesce(vnr_code, asset_code) IS NOT NULL`,
    )
    .join(" UNION ALL ")} UNION ALL SELECT code FROM staging.net_vnr) v GROUP BY code`,
);

/** SQL for all that the network is found by: term, kind, layer, asset_id, label and count. */
export const searchTerms = [...ids, ...compact, ...plates, ...names, comunas, codes].join("\nUNION ALL\n");
