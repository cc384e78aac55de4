import { z } from "zod";
import { parseDecimal, type DecimalText } from "../../kernel/decimal.ts";
import { PackageRefusal, RESOURCE_NAMES, type ResourceName } from "../model.ts";
import { resourceNamed, type Resource } from "../format/resources.ts";
import {
  isNetworkResource,
  NETWORK_RESOURCE_NAMES,
  networkOf,
  type NetworkPackage,
  type NetworkResourceName,
} from "./network-descriptor.ts";
import { shown } from "./shown.ts";

/** Version of the format; a package says which one it follows. */
const FORMAT = 1;

const known = `Los recursos son ${RESOURCE_NAMES.join(", ")} y las capas de la red.`;
const OBJECT = { error: "debe ser un objeto de JSON, entre llaves { }" };
/** A misspelt "completo" or "control" would be a check that silently is not made; other keys are Frictionless's own. */
const MISSPELT = /^(complet|control)/i;
const file = z
  .looseObject(
    {
      name: z.enum([...RESOURCE_NAMES, ...NETWORK_RESOURCE_NAMES], {
        error: ({ input }) => `«${shown(String(input))}» no es un recurso conocido. ${known}`,
      }),
      path: z
        .string({ error: "cada recurso lleva «path» con el nombre de su archivo" })
        .regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/, {
          error: "«path» debe ser un archivo dentro del paquete, sin tildes, espacios ni «..»",
        }),
      encoding: z
        .string({ error: "«encoding» debe ser utf-8" })
        .regex(/^utf-?8$/i, { error: "los archivos deben estar en UTF-8" })
        .optional(),
      dialect: z
        .object(
          { delimiter: z.literal(",", { error: "el separador de columnas debe ser la coma" }).optional() },
          { error: "«dialect» debe ser un objeto" },
        )
        .optional(),
      completo: z.boolean({ error: "«completo» es true o false" }).default(false),
      control: z
        .record(
          z.string(),
          z
            .union([z.string(), z.number()], { error: "un total de control es un número" })
            .transform((sum, issues) => {
              const parsed = parseDecimal(String(sum));
              if (parsed === null)
                issues.addIssue({
                  code: "custom",
                  message: `«${shown(String(sum))}» no es un total de control: escriba un número`,
                });
              return parsed ?? z.NEVER;
            }),
          { error: "«control» debe ser un objeto con «filas» o columnas" },
        )
        .default({}),
    },
    { error: "cada recurso es un objeto con «name» y «path»" },
  )
  .superRefine((resource, issues) => {
    for (const key of Object.keys(resource).filter((name) => MISSPELT.test(name))) {
      const meant = key.toLowerCase().startsWith("complet") ? "completo" : "control";
      if (key !== meant)
        issues.addIssue({ code: "custom", message: `«${shown(key)}» no se conoce: se escribe «${meant}»` });
    }
  });
const schema = z.object(
  {
    empalme: z.object(
      { formato: z.literal(FORMAT, { error: `este portal lee el formato ${FORMAT}` }) },
      { error: `falta "empalme": { "formato": ${FORMAT} }` },
    ),
    /** What is said of the network, where the package brings one. */
    edicion: z.unknown().optional(),
    resources: z.array(file, { error: "falta la lista «resources»" }),
  },
  OBJECT,
);

/** Rows and sums that the billing system says a file has: "filas" and names of columns. */
export type Control = Readonly<Record<string, DecimalText>>;

export interface PackageFile {
  name: ResourceName;
  path: string;
  /** The file has every row that is to remain. */
  complete: boolean;
  control: Control;
}

const ISSUES_SAID = 5;
function said(issues: readonly { message: string }[]): string {
  const messages = [...new Set(issues.map(({ message }) => message.replace(/\.$/, "")))];
  const more = messages.length > ISSUES_SAID ? `; y ${messages.length - ISSUES_SAID} problemas más` : "";
  return messages.slice(0, ISSUES_SAID).join("; ") + more;
}

/** What a package brings: rows of the billing system, and perhaps a network. */
export interface PackageContents {
  files: PackageFile[];
  network: NetworkPackage | null;
}

/** The resources that `json`, the text of datapackage.json, names. @throws PackageRefusal */
export function readDescriptor(json: string): PackageContents {
  const refuse = (why: string) => new PackageRefusal(`datapackage.json: ${why}.`);
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch (error) {
    const [, line] = /\(line (\d+) column/.exec(error instanceof Error ? error.message : "") ?? [];
    throw refuse(
      `no es JSON válido${line ? `; revise la línea ${line}, y la coma o la llave de la anterior` : ""}`,
    );
  }
  const parsed = schema.safeParse(content);
  if (!parsed.success) throw refuse(said(parsed.error.issues));
  const files = parsed.data.resources;
  for (const key of ["name", "path"] as const) {
    const twice = files.find((one, at) => files.findIndex((other) => other[key] === one[key]) < at);
    if (twice) throw refuse(`«${shown(twice[key])}» aparece dos veces en «resources»`);
  }
  const network: { name: NetworkResourceName; path: string; control: Control }[] = [];
  const rows = files.flatMap(({ name, path, completo, control }): PackageFile[] => {
    if (isNetworkResource(name)) {
      const unknown = Object.keys(control).find((total) => total !== "filas");
      if (unknown) throw refuse(`«${shown(unknown)}» no es un total de control de ${name}: sólo «filas»`);
      network.push({ name, path, control });
      return [];
    }
    if (completo && name === "cargos")
      throw refuse("«cargos» no lleva «completo»: cada boleta trae todos sus cargos");
    const unknown = Object.keys(control).find(
      (total) => !["filas", ...resourceNamed(name).totals].includes(total),
    );
    if (unknown) throw refuse(`«${shown(unknown)}» no es un total de control de ${name}`);
    return [{ name, path, complete: completo, control }];
  });
  return { files: rows, network: networkOf(parsed.data.edicion, network) };
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
