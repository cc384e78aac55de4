import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test, vi } from "vitest";
import { enqueueMail } from "../../../lib/platform/mail/enqueue.ts";
import { startProgram } from "../../../lib/platform/supervisor.ts";
import { freshDatabase } from "../../support/database.ts";
import { aMailServer, type Behaviour } from "../../support/mail-server.ts";
import { temporaryFolder } from "../../support/packages.ts";

const { db, url } = await freshDatabase();

const environmentFor = (smtpUrl: string) => ({
  ...process.env,
  DATABASE_URL: url,
  EMPALME_SECRET: "a secret of the tests, long enough to sign",
  APP_URL: "http://localhost:3000",
  EMPALME_DEMONSTRATION: "1",
  EMPALME_DATA_DIR: temporaryFolder(),
  SMTP_URL: smtpUrl,
  LOG_LEVEL: "silent",
});
async function aServer(behaviour: Behaviour = {}) {
  const server = await aMailServer(behaviour);
  onTestFinished(server.stop);
  return server;
}
const enqueue = (to: string) =>
  enqueueMail(db, { to, subject: "Aviso", blocks: [{ kind: "text", text: "Hola." }] });
const counted = (state: "sent" | "sending") => db.outboundMail.count({ where: { state } });
const idsOf = (messageIds: { messageId: string }[]) =>
  messageIds.map(({ messageId }) => messageId.slice(1, messageId.indexOf("@"))).sort();

test("two workers send each mail once", { timeout: 90_000 }, async () => {
  const { url: smtpUrl, received } = await aServer();
  const ids = await Promise.all(Array.from({ length: 40 }, (_, at) => enqueue(`ana${at}@correo.example`)));
  const environment = environmentFor(smtpUrl);
  const workers = await Promise.all([1, 2].map(() => startProgram("bin/worker.ts", environment)));
  await vi.waitFor(async () => expect(await counted("sent")).toBe(40), { timeout: 40_000, interval: 200 });
  const late = await enqueue("tarde@correo.example");
  await vi.waitFor(async () => expect(await counted("sent")).toBe(41), { timeout: 20_000, interval: 200 });
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(idsOf(received)).toEqual([...ids, late].sort());
});

test(
  "a worker killed while it sends is followed by one that sends what did not arrive",
  { timeout: 240_000 },
  async () => {
    await db.outboundMail.deleteMany();
    const asked: string[] = [];
    const hanging = () => new Promise<void>(() => {});
    const {
      url: smtpUrl,
      received,
      behave,
    } = await aServer({
      async rcpt(address) {
        asked.push(address);
        if (address.startsWith("antes")) await hanging();
      },
      data: hanging,
    });
    const before = await enqueue("antes@correo.example");
    const during = await enqueue("durante@correo.example");
    const environment = environmentFor(smtpUrl);
    const killed = spawn(process.execPath, ["bin/worker.ts"], { env: environment, stdio: "ignore" });
    await vi.waitFor(() => expect([asked.length, received.length]).toEqual([2, 1]), {
      timeout: 30_000,
      interval: 100,
    });
    killed.kill("SIGKILL");
    await once(killed, "exit");
    expect(await counted("sending")).toBe(2);

    behave({});
    const next = await startProgram("bin/worker.ts", environment);
    await vi.waitFor(async () => expect(await counted("sent")).toBe(2), {
      timeout: 150_000,
      interval: 500,
    });
    await next.stop();
    // The one whose content had left without an answer came twice, as the same mail; the other once.
    expect(idsOf(received)).toEqual([before, during, during].sort());
  },
);
