import type pg from "pg";
import { civilDateOf } from "../../kernel/civil-date.ts";
import { formatDate } from "../../kernel/format.ts";
import type { EditionAccount, LayerChanges } from "../../network/edition.ts";
import { WARNINGS } from "../../network/warnings.ts";
import { PackageRefusal, type ResourceCount } from "../model.ts";
import type { EditionSaid, NetworkPackage } from "../package/network-descriptor.ts";
import { countedChanges, findChanges, tableChanges } from "./changes.ts";
import { checkModel, takeOutFaults } from "./checks.ts";
import { everything, isLayer, stagedName, stageNetwork, type StagedNetwork } from "./staging.ts";
import { findWarnings } from "./warnings.ts";
import { withhold } from "./withhold.ts";

/** A network that was read and checked, ready to be published. */
export interface StagedEdition {
  said: EditionSaid;
  account: EditionAccount;
  fingerprint: string;
  minimumCustomers: number;
  counts: ResourceCount[];
  notices: string[];
  /** The edition that is this network already: nothing is to be published. */
  same: number | null;
}

/** Fewest customers of an asset whose energy and demand are published, unless the company's profile says otherwise. */
export const MINIMUM_CUSTOMERS = 5;

/**
 * Reads and checks the network of a package, and compares it with the newest edition.
 *
 * @throws PackageRefusal when it breaks the model, cannot be read, or is older than what is published
 */
export async function stageEdition(
  client: pg.ClientBase,
  network: NetworkPackage,
  {
    read,
    minimumCustomers = MINIMUM_CUSTOMERS,
  }: { read: (path: string) => AsyncIterable<Buffer>; minimumCustomers?: number },
): Promise<StagedEdition> {
  const said = network.edition;
  const staged = await stageNetwork(client, network, read);
  refuseMiscounted(network, staged);
  const fingerprint = staged.fingerprint;
  const newest = await newestEdition(client);
  const same = await editionLike(client, fingerprint, minimumCustomers);
  if (newest && said.fecha < newest.dataOn && same === null)
    throw new PackageRefusal(
      `La red es del ${formatDate(said.fecha)} y el portal ya publica la del ${formatDate(newest.dataOn)}: las ediciones van en orden.`,
    );
  await checkModel(client, network);
  await takeOutFaults(client);
  await findWarnings(client, said);
  await withhold(client, minimumCustomers);
  const before = same ?? newest?.id ?? null;
  await findChanges(client, before);
  const changes = await countedChanges(client);
  const counts = await accounted(client, network, { staged, changes, before });
  const account = await accountOf(client, {
    staged,
    counts,
    changes: before === null ? null : { from: before, layers: changes },
  });
  const notices = [
    ...staged.notices,
    ...noticesOf(account, network),
    ...(same === null ? [] : [sameNotice(same)]),
  ];
  return { said, account, fingerprint, minimumCustomers, counts, notices, same };
}

const sameNotice = (id: number) =>
  `La red es la misma de la edición ${id}, que ya está publicada: no se hace otra.`;

async function newestEdition(client: pg.ClientBase) {
  const { rows } = await client.query<{ id: number; data_on: Date }>(
    "SELECT id, data_on FROM network_edition ORDER BY id DESC LIMIT 1",
  );
  return rows[0] ? { id: rows[0].id, dataOn: civilDateOf(rows[0].data_on) } : null;
}

/** The edition that is this network already; with another minimum it withholds other demand, and is not. */
async function editionLike(
  client: pg.ClientBase,
  fingerprint: string,
  minimumCustomers: number,
): Promise<number | null> {
  const { rows } = await client.query<{ id: number; minimum: number }>(
    "SELECT id, minimum_customers AS minimum FROM network_edition WHERE fingerprint = $1 ORDER BY id DESC LIMIT 1",
    [fingerprint],
  );
  return rows[0]?.minimum === minimumCustomers ? rows[0].id : null;
}

/** Whether the newest edition withholds by another minimum, so that a package of the network is to be read again. */
export async function isMinimumChanged(
  client: pg.ClientBase,
  minimumCustomers = MINIMUM_CUSTOMERS,
): Promise<boolean> {
  const { rows } = await client.query<{ minimum: number }>(
    "SELECT minimum_customers AS minimum FROM network_edition ORDER BY id DESC LIMIT 1",
  );
  return rows[0] !== undefined && rows[0].minimum !== minimumCustomers;
}

function refuseMiscounted({ files }: NetworkPackage, { read }: StagedNetwork): void {
  const wrong = files.flatMap(({ name, path, rows }) =>
    rows === null || rows === read.get(name)
      ? []
      : [
          `${path} no cuadra con su total de control: «filas» debía ser ${rows} y el archivo trae ${read.get(name)}. ¿Está completo el archivo?`,
        ],
  );
  if (wrong.length) throw new PackageRefusal(wrong.join("\n"));
}

interface Counting {
  staged: StagedNetwork;
  changes: Record<string, LayerChanges>;
  before: number | null;
}

/** @throws Error, so that nothing is published, when a row is not accounted for */
async function accounted(
  client: pg.ClientBase,
  { files }: NetworkPackage,
  { staged, changes, before }: Counting,
): Promise<ResourceCount[]> {
  const counts: ResourceCount[] = [];
  for (const { name, path } of files) {
    const of = everything.find((one) => one.name === name);
    if (!of) throw new Error(`no resource ${name}`);
    const { rows } = await client.query<{ accepted: number }>(
      `SELECT count(*)::integer AS accepted FROM ${stagedName(of)}`,
    );
    const { rows: faults } = await client.query<{ rejected: number }>(
      `SELECT count(*)::integer AS rejected FROM staging.net_rejected WHERE name = $1`,
      [name],
    );
    const [read, accepted, rejected] = [
      staged.read.get(name) ?? 0,
      rows[0]?.accepted ?? 0,
      faults[0]?.rejected ?? 0,
    ];
    if (accepted + rejected !== read) throw new Error(`rows of ${path} are not accounted for: ${read} read`);
    const { inserted, updated, deleted } = isLayer(of)
      ? layerCount(changes[name], before === null ? accepted : null)
      : await tableChanges(client, of, before);
    const rest = { inserted, updated, unchanged: accepted - inserted - updated, deleted, totals: [] };
    counts.push({ resource: name, file: path, read, accepted, rejected, ...rest });
  }
  return counts;
}

const layerCount = (changes: LayerChanges | undefined, all: number | null) => ({
  inserted: all ?? changes?.added ?? 0,
  updated: changes?.changed ?? 0,
  deleted: changes?.removed ?? 0,
});

async function accountOf(
  client: pg.ClientBase,
  {
    staged,
    counts,
    changes,
  }: { staged: StagedNetwork; counts: ResourceCount[]; changes: EditionAccount["changes"] },
): Promise<EditionAccount> {
  const { rows: warnings } = await client.query<EditionAccount["warnings"][number]>(
    "SELECT code, layer, count(*)::integer AS count FROM staging.net_warnings GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2",
  );
  const { rows: withheld } = await client.query<EditionAccount["withheld"]>(
    `SELECT (SELECT count(*) FROM staging.net_alimentadores WHERE withheld)::integer AS alimentadores,
       (SELECT count(*) FROM staging.net_transformadores WHERE withheld)::integer AS transformadores`,
  );
  return {
    counts: Object.fromEntries(counts.map(({ resource, accepted }) => [resource, accepted])),
    columns: staged.columns,
    warnings,
    withheld: withheld[0] ?? { alimentadores: 0, transformadores: 0 },
    changes,
  };
}

const RESOURCES_SAID = 12;
function noticesOf({ warnings, withheld }: EditionAccount, { files }: NetworkPackage): string[] {
  const said = warnings.slice(0, RESOURCES_SAID).map(({ code, layer, count }) => {
    const path = files.find(({ name }) => name === layer)?.path ?? layer;
    return `${path}: ${WARNINGS[code].title.toLowerCase()}, en ${count === 1 ? "1 fila" : `${count} filas`}. ${WARNINGS[code].meaning}`;
  });
  const kept = Object.entries(withheld)
    .filter(([, count]) => count > 0)
    .map(
      ([name, count]) =>
        `${name}: ${count} sin energía ni demanda publicadas, por servir a muy pocos clientes.`,
    );
  return [...said, ...kept];
}
