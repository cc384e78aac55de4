import { expect, test } from "vitest";
import { readDte } from "@/lib/jurisdiction/cl/dte-reader.ts";
import { changed, fixture, REAL } from "./documents.ts";

const note = fixture(REAL["accents, a timbre on many lines, a note"]);
const withDoctype = (subset: string, root = "DTE") =>
  changed(note, "<DTE ", `<!DOCTYPE ${root} ${subset}>\n<DTE `);

const laughs = [...Array(9).keys()].map((at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");
const levels = (count: number) => Buffer.from(`<DTE>${"<a>".repeat(count)}${"</a>".repeat(count)}</DTE>`);

test.each([
  ["a DOCTYPE", withDoctype('SYSTEM "http://example.com/a.dtd"'), "dte/doctype"],
  [
    "a file of this machine as an entity",
    withDoctype('[<!ENTITY a SYSTEM "file:///etc/passwd">]'),
    "dte/doctype",
  ],
  [
    "a billion laughs",
    changed(withDoctype(`[<!ENTITY l0 "ja">${laughs}]`), "Bata Chile", "&l9;"),
    "dte/doctype",
  ],
  ["an entity nobody declared", changed(note, "Bata Chile", "&aacute;"), "dte/malformed"],
  ["100,000 levels", levels(100_000), "dte/too-deep"],
  ["101 levels", levels(100), "dte/too-deep"],
  ["100 levels", levels(99), "dte/missing-element"],
  ["a file cut short", note.subarray(0, 4000), "dte/malformed"],
  ["a file cut within a name", note.subarray(0, note.indexOf("<Emisor>") + 4), "dte/malformed"],
  ["a NUL", changed(note, "Bata", "Ba\0ta"), "dte/malformed"],
  ["a NUL by its number", changed(note, "Bata", "Ba&#0;ta"), "dte/malformed"],
  ["a control character by its number", changed(note, "Bata", "Ba&#7;ta"), "dte/malformed"],
  ["tags that cross", changed(note, "</IdDoc>", "</Emisor>"), "dte/malformed"],
  ["two roots", Buffer.concat([note, Buffer.from("<DTE/>")]), "dte/malformed"],
  ["a bare ampersand", changed(note, "Bata Chile", "Bata & Chile"), "dte/malformed"],
  ["nothing", Buffer.alloc(0), "dte/malformed"],
  ["blanks", Buffer.alloc(1_000_000, 0x20), "dte/malformed"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "dte/encoding"],
  ["a name of a megabyte", Buffer.from(`<${"a".repeat(1_000_000)}/>`), "dte/not-a-dte"],
  [
    "100,000 attributes",
    Buffer.from(`<DTE ${[...Array(100_000).keys()].map((at) => `a${at}=""`).join(" ")}>`),
    "dte/malformed",
  ],
  ["more than 16 MiB", Buffer.alloc(16 * 1024 * 1024 + 1, 0x20), "dte/too-large"],
])("%s is refused within a second", (_case, file, code) => {
  const started = process.cpuUsage();
  const read = readDte(file);
  const [document] = read.ok ? read.value.documents : [read];
  expect(document).toMatchObject({ ok: false, error: { code } });
  // Of the processor's time: a busy machine takes longer to come to it.
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
});

test("a refusal of the file tells the line", () => {
  const read = readDte(changed(note, "<Emisor>", "<Emisor"));
  expect(read).toMatchObject({ ok: false, error: { code: "dte/malformed", line: 15 } });
});
