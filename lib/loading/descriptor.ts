import { z } from "zod";
import { PackageRefusal, RESOURCE_NAMES, type ResourceName } from "./model.ts";
import { resourceNamed, type Resource } from "./resources.ts";

/** Version of the format; a package says which one it follows. */
const FORMAT = 1;

const known = `Los recursos son ${RESOURCE_NAMES.join(", ")}.`;
const file = z.object({
  name: z.enum(RESOURCE_NAMES, {
    error: ({ input }) => `«${String(input)}» no es un recurso conocido. ${known}`,
  }),
  path: z
    .string({ error: "cada recurso lleva «path» con el nombre de su archivo" })
    .regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/, {
      error: "«path» debe ser un archivo dentro del paquete, sin tildes, espacios ni «..»",
    }),
  encoding: z
    .string()
    .regex(/^utf-?8$/i, { error: "los archivos deben estar en UTF-8" })
    .optional(),
  dialect: z
    .object({ delimiter: z.literal(",", { error: "el separador de columnas debe ser la coma" }).optional() })
    .optional(),
});
const schema = z.object({
  empalme: z.object(
    { formato: z.literal(FORMAT, { error: `este portal lee el formato ${FORMAT}` }) },
    { error: `falta "empalme": { "formato": ${FORMAT} }` },
  ),
  resources: z
    .array(file, { error: "falta la lista «resources»" })
    .min(1, { error: "«resources» está vacía" }),
});

export type PackageFile = { name: ResourceName; path: string };

/** The resources that `json`, the text of datapackage.json, names. @throws PackageRefusal */
export function readDescriptor(json: string): PackageFile[] {
  const refuse = (why: string) => new PackageRefusal(`datapackage.json: ${why}.`);
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    throw refuse("no es JSON válido");
  }
  const parsed = schema.safeParse(content);
  if (!parsed.success)
    throw refuse(parsed.error.issues.map(({ message }) => message.replace(/\.$/, "")).join("; "));
  const files = parsed.data.resources;
  for (const key of ["name", "path"] as const) {
    const twice = files.find((one, at) => files.findIndex((other) => other[key] === one[key]) < at);
    if (twice) throw refuse(`«${twice[key]}» aparece dos veces en «resources»`);
  }
  return files.map(({ name, path }) => ({ name, path }));
}

/** Table Schema of a resource (Frictionless). */
export function tableSchema({ columns, key, references }: Resource) {
  return {
    fields: columns.map(({ name, type, required, description }) => {
      const constraints = { ...type.field.constraints, ...(required ? { required } : {}) };
      return { name, type: type.field.type, description, constraints };
    }),
    missingValues: [""],
    primaryKey: key,
    foreignKeys: references.map(({ columns: fields, to }) => ({
      fields,
      reference: { resource: to, fields: resourceNamed(to).key },
    })),
  };
}

/** The datapackage.json of a package that carries `resources`, each in `<name>.csv`. */
export function descriptorOf(name: string, title: string, resources: readonly Resource[]) {
  return {
    name,
    title,
    profile: "data-package",
    empalme: { formato: FORMAT },
    resources: resources.map((resource) => ({
      name: resource.name,
      title: resource.title,
      path: `${resource.name}.csv`,
      profile: "tabular-data-resource",
      encoding: "utf-8",
      schema: tableSchema(resource),
    })),
  };
}
