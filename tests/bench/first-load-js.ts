import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Person } from "../support/people.ts";
import type { Portal } from "../support/portal.ts";
import { startEmptyApplication } from "./empty-application.ts";
import { rowsOf } from "./load-server.ts";
import { cookieOf } from "./measured-portal.ts";
import type { Bench, Measure } from "./measure.ts";
import { ROOT } from "./workspace.ts";

/** Values for the parts of an address that vary. A page with another one is not measured but refused: name it here. */
const SAMPLES: Record<string, string> = { numero: "11261", periodo: "2020-01" };
/** Who opens the pages of a part of the site; the others are for anybody. */
const READERS: Record<string, Person> = { "(portal)": "customer", "(desk)": "administrator" };
/** Pages without an address of their own: the web server answers a failure with them. */
const UNADDRESSED = "errores";

interface Page {
  path: string;
  reader: Person | undefined;
}

/** The samples, and the load that made the demonstration, whose name is another one every time. */
async function samplesOf({ databaseUrl }: Portal): Promise<Record<string, string>> {
  const [load] = await rowsOf<{ id: string }>(databaseUrl, "SELECT id FROM load ORDER BY id LIMIT 1");
  if (!load) throw new Error("the demonstration has no load");
  return { ...SAMPLES, carga: load.id };
}

function sampleOf(segment: string, samples: Record<string, string>): string {
  const name = /^\[(.+)\]$/.exec(segment)?.[1];
  if (name === undefined) return segment;
  const sample = samples[name];
  if (sample === undefined) throw new Error(`no sample is known for ${segment}`);
  return sample;
}

/** Every page of the portal. */
function pages(samples: Record<string, string>): Page[] {
  const files = readdirSync(join(ROOT, "app"), { recursive: true, encoding: "utf8" });
  const folders = files
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => file.split("/").slice(0, -1));
  return folders
    .filter(([part]) => part !== UNADDRESSED)
    .map((segments) => ({
      path: `/${segments
        .filter((segment) => !segment.startsWith("("))
        .map((segment) => sampleOf(segment, samples))
        .join("/")}`,
      reader: READERS[segments[0] ?? ""],
    }));
}

/** Bytes, each compressed by itself, of the scripts that a page makes a browser of today load before it is all there. */
async function scriptBytes(url: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetch(url, { headers, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
  const html = await answer.text();
  const withoutOld = html.replaceAll(/<script[^>]*\snomodule[^>]*>/gi, "");
  // In elements and in the data that follows them, which names the scripts of client components.
  const named = new Set([...withoutOld.matchAll(/\/_next\/static\/[^"'\\ ]+?\.js/g)].map(([path]) => path));
  if (named.size === 0) throw new Error(`${url} names no script`);
  const sizes = [...named].map(async (path) => {
    const script = await fetch(new URL(path, url));
    if (!script.ok) throw new Error(`${path} answers ${script.status}`);
    return gzipSync(new Uint8Array(await script.arrayBuffer())).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function portalBytes(portal: Portal): Promise<{ path: string; bytes: number }[]> {
  const cookies = new Map<Person, string>();
  for (const person of Object.values(READERS)) cookies.set(person, await cookieOf(person, portal));
  const measured = [];
  for (const { path, reader } of pages(await samplesOf(portal))) {
    const cookie = reader && cookies.get(reader);
    measured.push({ path, bytes: await scriptBytes(`${portal.url}${path}`, cookie ? { cookie } : {}) });
  }
  return measured.sort((a, b) => b.bytes - a.bytes);
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** JavaScript of the page that loads most, over that of the empty application. */
export const firstLoadJs: Measure = {
  name: "first_load_js",
  goal: 1.1,
  async take({ portal, stopping }: Bench) {
    const measured = await portalBytes(await portal());
    const application = await startEmptyApplication(stopping);
    const empty = await scriptBytes(application.url, {}).finally(() => application.stop());
    const [worst] = measured;
    if (!worst) throw new Error("the portal has no pages");
    return {
      ratio: worst.bytes / empty,
      sides: `${worst.path} ${kilobytes(worst.bytes)}, empty application ${kilobytes(empty)}`,
      details: measured.map(({ path, bytes }) => `${kilobytes(bytes)} ${path}`),
    };
  },
};
