import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type pg from "pg";
import type { Jurisdiction } from "../jurisdiction/jurisdiction.ts";
import type { FileStore } from "../platform/file-store.ts";
import { account } from "./publishing/account.ts";
import { keepChanges } from "./publishing/changes.ts";
import { compare } from "./publishing/compare.ts";
import { crossCheck } from "./checks/cross-checks.ts";
import { doubtNotices } from "./checks/doubts.ts";
import { stageDocumentFiles, storeDocumentFiles } from "./checks/document-files.ts";
import { accountDtes, dteNotices } from "./dte/account.ts";
import { crossCheckDtes } from "./dte/checks.ts";
import { createDteStaging, stageDtes, type StagedDtes } from "./dte/staging.ts";
import { storeDtes } from "./dte/storage.ts";
import { findGone, refuseHarm } from "./checks/gone.ts";
import {
  consequenceNotices,
  firstRejections,
  gatherRejections,
  keepLoad,
  writeRejections,
} from "./publishing/history.ts";
import { DTE, PackageRefusal, type LoadProgress, type LoadReport, type ResourceCount } from "./model.ts";
import { loadFingerprint } from "./package/fingerprint.ts";
import { isMinimumChanged, stageEdition, type StagedEdition } from "./network/edition.ts";
import { publishEdition } from "./network/publish.ts";
import { openPackage, type LoadPackage, type PackageLimits } from "./package/package-reader.ts";
import { shown } from "./package/shown.ts";
import { publish } from "./publishing/publish.ts";
import { lastPublished, unchangedCounts } from "./publishing/recognise.ts";
import { resourceNamed } from "./format/resources.ts";
import { createStaging, dropStaging, stage } from "./staging/staging.ts";
import { takeTurn } from "./turn.ts";

export interface LoadContext {
  databaseUrl: string;
  jurisdiction: Jurisdiction;
  /** The company's own tax number, normalised: whose tax documents are taken. */
  companyIdentity: string;
  store: FileStore;
  /** Fewest customers of a feeder or transformer whose energy and demand are published. */
  minimumCustomers?: number;
  now(): Date;
}

export interface LoadOptions {
  /** Check to the end, publish nothing. */
  dryRun?: boolean;
  limits?: PackageLimits;
  /** Called as it goes on: when it has to wait for another load, while it reads, and at every later step. */
  onProgress?: (progress: LoadProgress) => void;
  /**
   * The load's row in the history, when it came through the web: a dry run leaves it checked or refused, with its counts
   * and rejected rows; a real one published. Without it a real load adds a row, and a dry run leaves no trace.
   */
  id?: string;
  /** Name of the package, where the file has another. */
  name?: string;
  /** Who loads. */
  operator?: string;
  /** What somebody approved: when anything else would be published, nothing is, and the load is checked again. */
  approved?: readonly ResourceCount[];
  /** Where to write every rejected row, as CSV. */
  rejectedFile?: string;
}

/**
 * Loads the package (folder or zip) at `source`: readers see all of it or nothing, and whatever ends it early leaves
 * what was there. Two loads at once queue.
 *
 * A package that cannot be read as a whole is refused, by value; wrong rows stay out and are reported.
 * @throws Error when the database is out of reach
 */
export async function loadPackage(
  ctx: LoadContext,
  source: string,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const run = new LoadRun(ctx, source, options);
  const client = await takeTurn(ctx.databaseUrl, () => run.progress("esperando turno"));
  try {
    return await run.load(client).catch((error: unknown) => run.refuse(client, error));
  } finally {
    await client.end();
  }
}

/** What of a load is kept beside its report, and published. */
interface Keeping {
  fingerprint: string;
  /** The load of the same package. */
  sameAs?: string;
  pack?: LoadPackage;
  network?: StagedEdition | null;
}

class LoadRun {
  readonly #ctx: LoadContext;
  readonly #source: string;
  readonly #options: LoadOptions;
  readonly #startedAt: Date;
  readonly #read: { bytes: number; total: number } = { bytes: 0, total: 0 };

  constructor(ctx: LoadContext, source: string, options: LoadOptions) {
    this.#ctx = ctx;
    this.#source = source;
    this.#options = options;
    this.#startedAt = ctx.now();
  }

  progress(phase: LoadProgress["phase"], file: string | null = null): void {
    const { bytes, total } = this.#read;
    this.#options.onProgress?.({ phase, file, done: Math.min(bytes, total), total });
  }

  async load(client: pg.ClientBase): Promise<LoadReport> {
    const pack = await openPackage(this.#source, this.#options.limits);
    try {
      this.#read.total = pack.bytes;
      pack.onRead((path, bytes) => {
        this.#read.bytes += bytes;
        if (this.#read.bytes <= this.#read.total) this.progress("leyendo", path);
      });
      return (await this.#recognise(client, pack)) ?? (await this.#loadRead(client, pack));
    } finally {
      pack.close();
    }
  }

  /** The same package as the last one that was published changes nothing, unless other demand is to be withheld. */
  async #recognise(client: pg.ClientBase, pack: LoadPackage): Promise<LoadReport | null> {
    const last = await lastPublished(client);
    if (!last || last.fingerprint !== (await this.#fingerprint(pack))) return null;
    if (pack.network && (await isMinimumChanged(client, this.#ctx.minimumCustomers))) return null;
    const { rows: rejections } = await client.query<LoadReport["rejections"][number]>(
      'SELECT file, line, "column", value, reason, remedy FROM rejected_row WHERE load_id = $1 ORDER BY id LIMIT 1000',
      [last.id],
    );
    if (this.#options.rejectedFile) await writeRejections(client, this.#options.rejectedFile, last.id);
    const report = this.#report({
      counts: unchangedCounts(last.counts),
      rejections,
      notices: ["Es el mismo paquete de la última carga: no hay nada que cambiar."],
    });
    return this.#keep(client, report, { fingerprint: last.fingerprint, sameAs: last.id });
  }

  async #fingerprint(pack: LoadPackage): Promise<string> {
    return loadFingerprint(this.#ctx.companyIdentity, await pack.fingerprint());
  }

  async #loadRead(client: pg.ClientBase, pack: LoadPackage): Promise<LoadReport> {
    await createStaging(client);
    const read = await this.#stage(client, pack);
    const dtes = await this.#stageDtes(client, pack);
    const network = await this.#stageNetwork(client, pack);
    this.progress("comparando");
    await findGone(client, pack.files);
    await crossCheck(client, this.#ctx.companyIdentity);
    await crossCheckDtes(client);
    await stageDocumentFiles(client, pack);
    await refuseHarm(client, pack.files);
    await compare(client);
    const dteCount = await accountDtes(client, dtes.read);
    const counts = [
      ...(await account(client, pack.files, read)),
      ...(dteCount ? [dteCount] : []),
      ...(network?.counts ?? []),
    ];
    await gatherRejections(client, pack.files, pack.network?.files ?? []);
    const rejections = await firstRejections(client);
    if (this.#options.rejectedFile) await writeRejections(client, this.#options.rejectedFile);
    const notices = [
      ...unreadFiles(pack),
      ...takenAway(counts),
      ...(await consequenceNotices(client)),
      ...(await doubtNotices(client, pack.files, this.#ctx.now())),
      ...(await dteNotices(client, dtes.ignored)),
      ...(network?.notices ?? []),
    ];
    const report = this.#report({ counts, rejections, notices });
    const kept = await this.#keep(client, report, {
      fingerprint: await this.#fingerprint(pack),
      pack,
      network,
    });
    await dropStaging(client);
    return kept;
  }

  async #stage(client: pg.ClientBase, pack: LoadPackage): Promise<Map<string, number>> {
    const read = new Map<string, number>();
    const refusals: string[] = [];
    for (const { name, path } of pack.files) {
      const input = { file: path, bytes: pack.read(path), resource: resourceNamed(name) };
      await stage(client, input, this.#ctx.jurisdiction).then(
        (rows) => read.set(name, rows),
        (error: unknown) => refusals.push(refusalOf(error)),
      );
    }
    if (refusals.length) throw new PackageRefusal(refusals.join("\n"));
    return read;
  }

  async #stageDtes(client: pg.ClientBase, pack: LoadPackage): Promise<StagedDtes> {
    const { jurisdiction, companyIdentity } = this.#ctx;
    if (jurisdiction.hasDte) return stageDtes(client, pack, { companyIdentity });
    await createDteStaging(client);
    return { read: 0, ignored: pack.list().filter((path) => path.startsWith(`${DTE}/`)) };
  }

  async #stageNetwork(client: pg.ClientBase, pack: LoadPackage): Promise<StagedEdition | null> {
    if (!pack.network) return null;
    const { minimumCustomers } = this.#ctx;
    return stageEdition(client, pack.network, {
      read: (path) => pack.read(path),
      ...(minimumCustomers === undefined ? {} : { minimumCustomers }),
    });
  }

  /** Publishes, unless this is only a check or not what was approved, and writes the history. */
  async #keep(
    client: pg.ClientBase,
    report: LoadReport,
    { fingerprint, sameAs, pack, network }: Keeping,
  ): Promise<LoadReport> {
    const { dryRun, id, approved, operator = "" } = this.#options;
    if (dryRun && id === undefined) return report;
    // Not as text: the database gives the keys back in another order.
    const changedSince = approved !== undefined && !isDeepStrictEqual(approved, report.counts);
    const checkOnly = dryRun || changedSince;
    if (changedSince) report.notices.push(CHANGED_SINCE);
    this.progress(checkOnly ? "comparando" : "publicando");
    // Before the data that name them; what a load that ends here leaves in the store, the next one finds there.
    if (!checkOnly && pack) {
      await storeDtes(pack, client, this.#ctx.store);
      await storeDocumentFiles(pack, client, this.#ctx.store);
    }
    await client.query("BEGIN");
    const status = checkOnly ? "checked" : "published";
    const finished = { ...report, dryRun: checkOnly === true, finishedAt: this.#ctx.now().toISOString() };
    const kept = await keepLoad(client, finished, {
      id: id ?? null,
      from: [approved === undefined ? "checking" : "publishing"],
      status,
      operator,
      fingerprint,
      ...(sameAs === undefined ? {} : { sameAs }),
    });
    // A check keeps them, too: whoever decides sees what would change.
    if (pack) await keepChanges(client, kept);
    if (pack && !checkOnly) await publish(client, this.#startedAt, kept);
    if (network && network.same === null && !checkOnly)
      await publishEdition(client, network, this.#startedAt);
    await client.query("COMMIT");
    return { ...finished, id: kept };
  }

  /** The report of a package that could not be read as a whole; every other error goes on. */
  async refuse(client: pg.ClientBase, error: unknown): Promise<LoadReport> {
    if (!(error instanceof PackageRefusal)) throw error;
    const { dryRun, id, approved, operator = "" } = this.#options;
    await client.query("ROLLBACK");
    await dropStaging(client);
    const report = this.#report({ status: "refused", refusal: error.message });
    if (dryRun && id === undefined) return report;
    const from = [approved === undefined ? ("checking" as const) : ("publishing" as const)];
    const kept = { id: id ?? null, from, status: "refused", operator, fingerprint: null } as const;
    return { ...report, id: await keepLoad(client, report, kept) };
  }

  #report(outcome: Partial<LoadReport>): LoadReport {
    return {
      id: this.#options.id ?? null,
      source: this.#options.name ?? basename(this.#source),
      status: "published",
      dryRun: this.#options.dryRun ?? false,
      startedAt: this.#startedAt.toISOString(),
      finishedAt: this.#ctx.now().toISOString(),
      counts: [],
      refusal: null,
      notices: [],
      rejections: [],
      ...outcome,
    };
  }
}

/** The sentence of a package's refusal, so that the next file can be looked at; every other error goes on. */
function refusalOf(error: unknown): string {
  if (error instanceof PackageRefusal) return error.message;
  throw error;
}

const CHANGED_SINCE =
  "Los datos del portal cambiaron después de la comprobación: los totales son otros. Revíselos y publique de nuevo.";

/** What a complete resource takes away, said apart from the counts: it cannot be had back but by loading it again. */
const takenAway = (counts: readonly ResourceCount[]): string[] =>
  counts
    .filter(({ deleted, resource }) => deleted > 0 && resource !== "cargos")
    .map(
      ({ deleted, file }) =>
        `${file} está marcado como completo y no trae ${deleted === 1 ? "1 fila" : `${deleted} filas`} del portal: se ${deleted === 1 ? "quita" : "quitan"}.`,
    );

/** Files that nobody named: perhaps a resource that was forgotten. */
function unreadFiles(pack: LoadPackage): string[] {
  const files = [...pack.files, ...(pack.network?.files ?? [])];
  const named = new Set(["datapackage.json", ...files.map(({ path }) => path)]);
  const unread = pack.list().filter((path) => !named.has(path) && !/^(dte|documentos)\//.test(path));
  const names = unread.slice(0, 5).map(shown).join(", ") + (unread.length > 5 ? " …" : "");
  if (unread.length === 0) return [];
  return [`No se leyó ${names}: datapackage.json no lo nombra.`];
}
