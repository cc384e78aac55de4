import { stringify } from "csv-stringify/sync";
import { descriptorOf } from "./descriptor.ts";
import { resources } from "../format/resources.ts";

/** A package's file, by its path in it. */
export interface PackagedFile {
  path: string;
  content: string | Buffer;
}

/** The package with every resource and no row: what somebody who builds an export begins with. */
export function templatePackage(): PackagedFile[] {
  const descriptor = descriptorOf("mi-empresa", "Paquete de carga", resources);
  return [
    { path: "datapackage.json", content: `${JSON.stringify(descriptor, null, 2)}\n` },
    ...resources.map(({ name, columns }) => ({
      path: `${name}.csv`,
      content: stringify([columns.map((column) => column.name)]),
    })),
  ];
}
