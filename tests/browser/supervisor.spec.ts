import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "../../lib/platform/embedded-postgres.ts";

test.describe.configure({ mode: "serial", timeout: 90_000 });

let folder: string;
let port: number;
let supervisor: ChildProcess;
let printed = "";

const read = (path: string) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

/** Of the processes that the supervisor keeps on the folder, their numbers by what they are. */
function processes(): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const [, state, parent] = /\) (\S) (\d+)/.exec(read(`/proc/${pid}/stat`)) ?? [];
    const command = read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
    const name = command.includes(folder) ? "postgres" : /^empalme-(web|worker)/.exec(command)?.[1];
    if (!name || state === "Z" || (name !== "postgres" && Number(parent) !== supervisor.pid)) continue;
    (found[name] ??= []).push(Number(pid));
  }
  return found;
}
const only = (name: string) => processes()[name]?.[0] ?? 0;

const status = async (path: string) =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    (answer) => answer.status,
    () => 0,
  );

async function start() {
  printed = "";
  supervisor = spawn(process.execPath, ["bin/serve.ts"], {
    env: {
      ...process.env,
      PORT: String(port),
      EMPALME_DATA_DIR: folder,
      EMPALME_DEMONSTRATION: "1",
      APP_URL: `http://localhost:${port}`,
      LOG_LEVEL: "silent",
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [supervisor.stdout, supervisor.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (printed += text));
  await expect.poll(() => printed, { timeout: 60_000 }).toContain("Empalme atiende en");
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "empalme-"));
  port = await freePort();
});
test.afterAll(async () => {
  if (supervisor.exitCode === null && supervisor.signalCode === null) {
    supervisor.kill("SIGTERM");
    await once(supervisor, "exit");
  }
  await rm(folder, { recursive: true, force: true });
});

test("arranca PostgreSQL, la web y el trabajador, y dice dónde atiende y con quién", async () => {
  await start();
  expect(printed).toContain(`http://localhost:${port}`);
  expect(printed).toContain("11.111.111-1");
  expect(Object.keys(processes()).toSorted()).toEqual(["postgres", "web", "worker"]);
  expect(await status("/api/ready")).toBe(200);
  const announced = JSON.parse(readFileSync(join(folder, "empalme.json"), "utf8")) as {
    pid: number;
    port: number;
  };
  expect(announced).toMatchObject({ pid: supervisor.pid, port });
});

for (const part of ["web", "worker", "postgres"])
  test(`si ${part} muere, vuelve`, async () => {
    const died = only(part);
    process.kill(died, "SIGKILL");
    await expect.poll(() => [0, died].includes(only(part)), { timeout: 20_000 }).toBe(false);
    await expect.poll(() => status("/api/ready"), { timeout: 20_000 }).toBe(200);
  });

test("otro en la misma carpeta no arranca, y dice por qué", async () => {
  const env = {
    ...process.env,
    PORT: String(await freePort()),
    EMPALME_DATA_DIR: folder,
    LOG_LEVEL: "silent",
  };
  const second = spawn(process.execPath, ["bin/serve.ts"], { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  second.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = (await once(second, "exit")) as [number];
  expect(code).toBe(1);
  expect(said).toContain("Otro proceso de Empalme ya usa la carpeta de datos");
});

test("al detenerlo termina lo empezado y no queda nada", async () => {
  const answering = fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text());
  await new Promise((begun) => setTimeout(begun, 5));
  supervisor.kill("SIGINT");
  await once(supervisor, "exit");
  expect(await answering).toContain("</html>");
  expect(supervisor.exitCode).toBe(0);
  expect(processes()).toEqual({});
  expect(existsSync(join(folder, "empalme.json"))).toBe(false);
});

test("si muere quien lo arrancó, se detiene solo", async () => {
  await start();
  supervisor.disconnect();
  await once(supervisor, "exit");
  expect(processes()).toEqual({});
});

test("si lo matan, la web y el trabajador terminan solos y el siguiente recoge PostgreSQL", async () => {
  await start();
  const { web = [], worker = [], postgres = [] } = processes();
  supervisor.kill("SIGKILL");
  await once(supervisor, "exit");
  const left = () => [...web, ...worker].filter((pid) => existsSync(`/proc/${pid}/exe`));
  await expect.poll(left, { timeout: 30_000 }).toEqual([]);
  await start();
  expect(await status("/api/ready")).toBe(200);
  expect(only("postgres")).not.toBe(postgres[0]);
});
