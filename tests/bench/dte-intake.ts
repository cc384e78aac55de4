import { hash } from "node:crypto";
import { closeSync, constants, createReadStream, fstatSync, mkdirSync, openSync } from "node:fs";
import { readdirSync, readSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { issueDte, type DteIssuer } from "../../lib/demonstration/dte/issue-dte.ts";
import { day } from "../../lib/kernel/civil-date.ts";
import { stageDtes } from "../../lib/loading/dte/staging.ts";
import type { PackageFiles } from "../../lib/loading/package/package-files.ts";
import { migrate } from "../../lib/platform/schema-engine.ts";
import { startThrowaway } from "../support/postgres.ts";
import { output } from "./command.ts";
import { inTurn, median, type Bench, type Measure } from "./measure.ts";
import { ensurePeer } from "./peers.ts";
import { BENCH_FOLDER } from "./workspace.ts";

const FILES = 5000;
const ROUNDS = 5;
const FILES_A_PROCESS = 500;
const LIMIT_MS = 60_000;
/** At least 0.6 of the files per second of the peer. */
const GOAL = 1 / 0.6;

const ISSUER: DteIssuer = {
  rut: "69507000-4",
  name: "Cooperativa Eléctrica Los Notros Ltda.",
  giro: "Distribución de energía eléctrica",
  acteco: 351030,
  address: "Avenida Los Notros 100",
  comuna: "Frutillar",
};

/** Bills of ten lines, some 5 kB each, as a package would bring them. */
function writePackage(folder: string): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "dte"), { recursive: true });
  let bytes = 0;
  for (let folio = 1; folio <= FILES; folio++) {
    const file = aBill(folio);
    bytes += file.length;
    writeFileSync(join(folder, "dte", `39-${folio}.xml`), file);
  }
  return bytes / FILES;
}

function aBill(folio: number): Buffer {
  const taxed = 46_604 + folio;
  const exempt = Array.from({ length: 9 }, (_, at) => ({
    name: `Cargo por servicio público, cuota número ${at + 1} de nueve`,
    amount: 441,
    exempt: true,
  }));
  return issueDte(
    {
      tipo: 39,
      folio,
      issuedOn: day("2020-02-28"),
      dueOn: day("2020-03-20"),
      periodFrom: day("2020-01-01"),
      periodTo: day("2020-01-31"),
      receiver: {
        rut: "11111111-1",
        name: "Íñigo Peña",
        address: "Calle Uno 1",
        comuna: "Frutillar",
        customerNumber: "11261",
      },
      lines: [{ name: "Electricidad consumida", amount: taxed }, ...exempt],
      tax: Math.round(taxed * 0.19),
    },
    ISSUER,
    { firstFolio: 1, lastFolio: FILES, authorisedOn: day("2020-01-02") },
    "2020-02-28T10:00:00",
  );
}

/** The package's folder as the loader reads it: no symbolic links, no file above the limit, all of it hashed. */
function filesOf(folder: string): PackageFiles {
  return {
    list: () => readdirSync(join(folder, "dte")).map((name) => `dte/${name}`),
    read: (path) => createReadStream(join(folder, path)),
    readAtOnce(path, limit) {
      const file = openSync(join(folder, path), constants.O_RDONLY | constants.O_NOFOLLOW);
      try {
        const { size } = fstatSync(file);
        if (size > limit) return null;
        const bytes = Buffer.allocUnsafe(size);
        readSync(file, bytes, 0, size, 0);
        hash("sha256", bytes);
        return bytes;
      } finally {
        closeSync(file);
      }
    },
  };
}

/** Milliseconds of the whole intake into `staging.dte`. */
async function intake(client: pg.Client, folder: string): Promise<number> {
  const started = performance.now();
  await stageDtes(client, filesOf(folder), { companyIdentity: ISSUER.rut });
  const took = performance.now() - started;
  const { rows } = await client.query(
    "SELECT count(*)::integer AS right FROM staging.dte WHERE problem IS NULL AND signature = 'verified'",
  );
  if ((rows as { right: number }[])[0]?.right !== FILES) throw new Error("not every document was taken");
  return took;
}

/** Milliseconds that xmllint takes to find the same files well formed, and nothing more. */
async function peer(folder: string, stopping: AbortSignal): Promise<number> {
  const names = readdirSync(join(folder, "dte"));
  const started = performance.now();
  for (let at = 0; at < names.length; at += FILES_A_PROCESS)
    await output("xmllint", ["--noout", ...names.slice(at, at + FILES_A_PROCESS)], {
      cwd: join(folder, "dte"),
      stopping,
      limit: LIMIT_MS,
    });
  return performance.now() - started;
}

async function take({ stopping }: Bench) {
  ensurePeer("xmllint");
  const folder = join(BENCH_FOLDER, "dte");
  const size = writePackage(folder);
  const server = await startThrowaway();
  const client = new pg.Client({ connectionString: server.url });
  try {
    await migrate(server.url);
    await client.connect();
    await client.query("CREATE SCHEMA staging");
    const times = await inTurn(
      ROUNDS,
      () => intake(client, folder),
      () => peer(folder, stopping),
    );
    const ours = median(times.map((time) => time.ours));
    const theirs = median(times.map((time) => time.peer));
    const perSecond = (ms: number) => `${Math.round((FILES * 1000) / ms)} files/s`;
    return {
      ratio: median(times.map((time) => time.ours / time.peer)),
      sides: `${perSecond(ours)} read, checked, stamp and signature verified, staged; xmllint --noout ${perSecond(theirs)}`,
      details: [
        `${FILES} files of ${Math.round(size)} bytes`,
        ...times.map(({ ours, peer }) => `${ours.toFixed(0)} ms against ${peer.toFixed(0)} ms`),
      ],
    };
  } finally {
    await client.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const dteIntake: Measure = { name: "load_dte", goal: GOAL, take };
