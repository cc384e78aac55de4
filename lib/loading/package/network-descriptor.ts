import { z } from "zod";
import { parseCivilDate, type CivilDate } from "../../kernel/civil-date.ts";
import { LAYER_NAMES, type LayerName } from "../../network/fields.ts";
import { NETWORK_TABLE_NAMES, type NetworkTableName } from "../../network/tables.ts";
import { PackageRefusal } from "../model.ts";
import { shown } from "./shown.ts";

export type NetworkResourceName = LayerName | NetworkTableName;
export const NETWORK_RESOURCE_NAMES: readonly NetworkResourceName[] = [
  ...LAYER_NAMES,
  ...NETWORK_TABLE_NAMES,
];
export const isNetworkResource = (name: unknown): name is NetworkResourceName =>
  (NETWORK_RESOURCE_NAMES as readonly unknown[]).includes(name);

const words = (what: string, most: number) =>
  z
    .string({ error: `falta «${what}»` })
    .trim()
    .min(1, { error: `«${what}» está vacío` })
    .max(most, { error: `«${what}» pasa de ${most} caracteres` })
    .refine((text) => !/\p{Cc}/u.test(text), { error: `«${what}» trae caracteres invisibles` });

const degrees = z.number({ error: "«area» son cuatro números en grados" });
const edition = z.strictObject(
  {
    fecha: z
      .string({ error: "falta «fecha»: el día al que corresponden los datos, AAAA-MM-DD" })
      .transform((text, issues) => {
        const day = parseCivilDate(text);
        if (!day) issues.addIssue({ code: "custom", message: "«fecha» no es un día AAAA-MM-DD" });
        return day ?? z.NEVER;
      }),
    fuente: words("fuente", 500),
    licencia: words("licencia", 200),
    atribucion: words("atribucion", 500),
    nota: words("nota", 1000).optional(),
    unidad_demanda: z
      .enum(["kW", "kVA", "kWh"], { error: "«unidad_demanda» es kW, kVA o kWh" })
      .default("kW"),
    /** Rectangle of the service area: west, south, east, north. */
    area: z
      .tuple([degrees, degrees, degrees, degrees], { error: "«area» son oeste, sur, este y norte" })
      .optional(),
  },
  {
    error: ({ code, ...issue }) =>
      code === "unrecognized_keys" && "keys" in issue
        ? `«edicion» no lleva ${(issue.keys as string[])
            .slice(0, 5)
            .map((key) => `«${shown(key)}»`)
            .join(", ")}`
        : "«edicion» debe ser un objeto con fecha, fuente, licencia y atribucion",
  },
);

/** What a package says of the network that it brings. */
export type EditionSaid = z.infer<typeof edition> & { fecha: CivilDate };

export interface NetworkFile {
  name: NetworkResourceName;
  path: string;
  isGeoJson: boolean;
  /** Rows that whoever exported it says the file has. */
  rows: number | null;
}

/** The network of a package: all of it, as of one day. */
export interface NetworkPackage {
  edition: EditionSaid;
  files: NetworkFile[];
}

/** @throws PackageRefusal when the resources of a network make none, or nothing is said of it */
export function networkOf(
  given: unknown,
  resources: readonly {
    name: NetworkResourceName;
    path: string;
    control: Readonly<Record<string, string>>;
  }[],
): NetworkPackage | null {
  if (resources.length === 0) return null;
  const refuse = (why: string) => new PackageRefusal(`datapackage.json: ${why}.`);
  const parsed = edition.safeParse(given);
  if (!parsed.success) {
    const said = [...new Set(parsed.error.issues.map(({ message }) => message))].slice(0, 5).join("; ");
    throw refuse(`la red necesita «edicion»: ${said}`);
  }
  if (!resources.some(({ name }) => (LAYER_NAMES as readonly string[]).includes(name)))
    throw refuse("la demanda, los conductores y los VNR van en el paquete de su red, con sus capas");
  const files = resources.map(({ name, path, control }) => {
    const isGeoJson = /\.(geo)?json$/i.test(path);
    if (!isGeoJson && !/\.csv$/i.test(path)) throw refuse(`«${path}» no es .geojson ni .csv`);
    return { name, path, isGeoJson, rows: control["filas"] === undefined ? null : Number(control["filas"]) };
  });
  // The order in which they depend on each other, and always the same: it is part of the fingerprint.
  files.sort(
    (one, other) => NETWORK_RESOURCE_NAMES.indexOf(one.name) - NETWORK_RESOURCE_NAMES.indexOf(other.name),
  );
  return { edition: parsed.data, files };
}
