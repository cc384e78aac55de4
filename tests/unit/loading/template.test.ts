import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { readDescriptor } from "../../../lib/loading/package/descriptor.ts";
import { RESOURCE_NAMES } from "../../../lib/loading/model.ts";
import { packageZip } from "../../../lib/loading/package/package-zip.ts";
import { resourceNamed } from "../../../lib/loading/format/resources.ts";
import { templatePackage } from "../../../lib/loading/package/template.ts";
import { writePackage } from "../../../lib/loading/package/write-package.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "empalme-template-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the template has every resource with exactly its headings, and a descriptor that the loader reads", () => {
  const files = new Map(templatePackage().map(({ path, content }) => [path, String(content)]));
  const described = readDescriptor(files.get("datapackage.json") ?? "").files;
  expect(described.map(({ name }) => name)).toEqual([...RESOURCE_NAMES]);
  for (const { name, path } of described) {
    const headings = resourceNamed(name).columns.map((column) => column.name);
    expect(files.get(path)).toBe(`${headings.join(",")}\n`);
  }
  expect(files.size).toBe(RESOURCE_NAMES.length + 1);
});

test("its zip holds the same files, and is the same every time", async () => {
  const zipped = await buffer(packageZip(templatePackage()));
  expect((await buffer(packageZip(templatePackage()))).equals(zipped)).toBe(true);
  const zip = await fromBufferPromise(zipped, { lazyEntries: true });
  const unpacked: Record<string, string> = {};
  for await (const entry of zip.eachEntry())
    unpacked[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString();
  expect(unpacked).toEqual(
    Object.fromEntries(templatePackage().map(({ path, content }) => [path, String(content)])),
  );
});

test("a package is written into a new folder, and never over what is there", async () => {
  const into = join(folder, "nueva/plantilla");
  await writePackage(into, [...templatePackage(), { path: "dte/39-1.xml", content: Buffer.from("<DTE/>") }]);
  expect(readdirSync(into)).toHaveLength(RESOURCE_NAMES.length + 2);
  expect(readFileSync(join(into, "dte/39-1.xml"), "utf8")).toBe("<DTE/>");
  writeFileSync(join(into, "titulares.csv"), "mío");
  await expect(writePackage(into, templatePackage())).rejects.toThrow("no está vacía");
  expect(readFileSync(join(into, "titulares.csv"), "utf8")).toBe("mío");
});
