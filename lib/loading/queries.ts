import type { AdministratorActor, Context, StaffActor } from "../kernel/context.ts";
import type { LoadAction, LoadStatus, Prisma, PrismaClient } from "../platform/generated/client.ts";
import type { LoadProgress, Rejection, ResourceCount } from "./model.ts";
import { loadId, type LoadListing } from "./schema.ts";

/** Rows that are read at once of what may be millions. */
const BATCH = 2_000;

/** A load as lists show it. */
export interface LoadSummary {
  id: string;
  source: string;
  status: LoadStatus;
  operator: string;
  startedAt: Date;
  /** Rows over all resources; null until they were counted, and for a package that was refused. */
  rows: { read: number; rejected: number; /** New, changed and removed. */ changed: number } | null;
}

const SUMMARY = {
  id: true,
  source: true,
  status: true,
  operator: true,
  startedAt: true,
  counts: true,
} as const;

type SummaryRow = Prisma.LoadGetPayload<{ select: typeof SUMMARY }>;

function toSummary({ counts: kept, ...load }: SummaryRow): LoadSummary {
  const counts = kept as unknown as ResourceCount[];
  const sum = (of: (count: ResourceCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  return {
    ...load,
    rows:
      counts.length === 0
        ? null
        : {
            read: sum(({ read }) => read),
            rejected: sum(({ rejected }) => rejected),
            changed: sum(({ inserted, updated, deleted }) => inserted + updated + deleted),
          },
  };
}

/** The newest loads, newest first; what the desk needs to know is how fresh the data are and what was refused. */
export async function latestLoads(ctx: Context<StaffActor>, take = 10): Promise<LoadSummary[]> {
  const loads = await ctx.db.load.findMany({
    select: SUMMARY,
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take,
  });
  return loads.map(toSummary);
}

const searched = (buscar: string): Prisma.LoadWhereInput => {
  // To Prisma, what is searched for is a pattern of LIKE.
  const plain = buscar.replaceAll(/[\\%_]/g, "\\$&");
  const holds = { contains: plain, mode: "insensitive" } as const;
  return buscar ? { OR: [{ source: holds }, { operator: holds }] } : {};
};
const ORDERS = { fecha: "startedAt", paquete: "source", estado: "status" } as const;

/** One page of the loads that a listing asks for, and how many it has in all; a page past the last is the last. */
export async function loadHistory(
  ctx: Context<AdministratorActor>,
  { buscar, orden, dir, pagina, filas }: LoadListing,
): Promise<{ loads: LoadSummary[]; page: number; total: number }> {
  const where = searched(buscar);
  const total = await ctx.db.load.count({ where });
  const page = Math.min(pagina, Math.max(1, Math.ceil(total / filas)));
  const loads = await ctx.db.load.findMany({
    where,
    select: SUMMARY,
    orderBy: [{ [ORDERS[orden]]: dir }, { id: dir }],
    skip: (page - 1) * filas,
    take: filas,
  });
  return { loads: loads.map(toSummary), page, total };
}

/** Every load that a listing asks for, whatever its page, in batches. */
export async function* everyLoad(
  ctx: Context<AdministratorActor>,
  { buscar, orden, dir }: LoadListing,
): AsyncGenerator<readonly LoadSummary[]> {
  for (let skip = 0, full = true; full; skip += BATCH) {
    const loads = await ctx.db.load.findMany({
      where: searched(buscar),
      select: SUMMARY,
      orderBy: [{ [ORDERS[orden]]: dir }, { id: dir }],
      skip,
      take: BATCH,
    });
    yield loads.map(toSummary);
    full = loads.length === BATCH;
  }
}

/** A row that a load added, changed or took away. */
export interface ChangedRow {
  resource: string;
  key: string;
  action: LoadAction;
  /** By column: what it was and what it is. */
  columns: unknown;
}

/** A load with all that an administrator needs to decide about it, or to see what became of it. */
export interface LoadDetail {
  id: string;
  source: string;
  status: LoadStatus;
  operator: string;
  startedAt: Date;
  finishedAt: Date | null;
  packageBytes: number | null;
  progress: LoadProgress | null;
  counts: ResourceCount[];
  notices: string[];
  refusal: string | null;
  /** The first ones. */
  rejections: Rejection[];
  rejectedRows: number;
  /** The first ones. */
  changes: ChangedRow[];
  changedRows: number;
}

const FIRST = 25;
const REJECTION = { file: true, line: true, column: true, value: true, reason: true, remedy: true } as const;
const CHANGE = { resource: true, key: true, action: true, columns: true } as const;

/** The load, or null when there is none. */
export async function loadDetail(ctx: Context<AdministratorActor>, id: string): Promise<LoadDetail | null> {
  if (!loadId.safeParse(id).success) return null;
  const load = await ctx.db.load.findUnique({
    where: { id },
    select: {
      ...SUMMARY,
      finishedAt: true,
      packageBytes: true,
      progress: true,
      notices: true,
      refusal: true,
      rejectedRows: { select: REJECTION, orderBy: { id: "asc" }, take: FIRST },
      // What goes and what changes, before what is new.
      changes: { select: CHANGE, orderBy: [{ action: "desc" }, { id: "asc" }], take: FIRST },
      _count: { select: { rejectedRows: true, changes: true } },
    },
  });
  if (!load) return null;
  const { rejectedRows, changes, packageBytes, progress, counts, notices, _count, ...rest } = load;
  return {
    ...rest,
    packageBytes: packageBytes === null ? null : Number(packageBytes),
    progress: progress as unknown as LoadProgress | null,
    counts: counts as unknown as ResourceCount[],
    notices: notices as unknown as string[],
    rejections: rejectedRows,
    rejectedRows: _count.rejectedRows,
    changes,
    changedRows: _count.changes,
  };
}

type Batches<Row> = AsyncIterable<readonly Row[]>;

/** Every rejected row of a load, in batches: there may be millions. Null when there is no such load. */
export async function rejectedRows(
  ctx: Context<AdministratorActor>,
  id: string,
): Promise<Batches<Rejection> | null> {
  if (!(await exists(ctx.db, id))) return null;
  return batches((after) =>
    ctx.db.rejectedRow.findMany({
      where: { loadId: id, id: { gt: after } },
      select: { ...REJECTION, id: true },
      orderBy: { id: "asc" },
      take: BATCH,
    }),
  );
}

/** Every row that a load changed, in batches. Null when there is no such load. */
export async function loadChanges(
  ctx: Context<AdministratorActor>,
  id: string,
): Promise<Batches<ChangedRow> | null> {
  if (!(await exists(ctx.db, id))) return null;
  return batches((after) =>
    ctx.db.loadChange.findMany({
      where: { loadId: id, id: { gt: after } },
      select: { ...CHANGE, id: true },
      orderBy: { id: "asc" },
      take: BATCH,
    }),
  );
}

const exists = async (db: PrismaClient, id: string) =>
  loadId.safeParse(id).success && (await db.load.count({ where: { id } })) > 0;

async function* batches<Row extends { id: bigint }>(
  read: (after: bigint) => Promise<Row[]>,
): AsyncGenerator<readonly Row[]> {
  for (let rows = await read(0n); rows.length > 0; rows = await read(rows.at(-1)?.id ?? 0n)) yield rows;
}
