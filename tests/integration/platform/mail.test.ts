import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Carrier } from "../../../lib/platform/mail/carrier.ts";
import { claimMail, isMailDue, recordLeaving, renewClaim } from "../../../lib/platform/mail/claims.ts";
import { enqueueMail } from "../../../lib/platform/mail/enqueue.ts";
import type { Mail } from "../../../lib/platform/mail/mail.ts";
import { outboxCarrier } from "../../../lib/platform/mail/outbox.ts";
import { purgeMail } from "../../../lib/platform/mail/purge-mail.ts";
import { pauseAfter, sendDueMail } from "../../../lib/platform/mail/send-due.ts";
import { smtpCarrier, smtpServer } from "../../../lib/platform/mail/smtp.ts";
import { freshDatabase } from "../../support/database.ts";
import { aMailServer, smtpAnswer, type Behaviour } from "../../support/mail-server.ts";
import { temporaryFolder } from "../../support/packages.ts";

const { db, pool } = await freshDatabase();
beforeEach(() => db.outboundMail.deleteMany());

const SENDER = {
  name: "Cooperativa Los Notros",
  address: "portal@losnotros.example",
  contactEmail: "contacto@losnotros.example",
  footnote: "",
};
/** For servers that are slow on purpose; on a machine at work any other could seem so. */
const QUICK = { connectionTimeout: 1_500, greetingTimeout: 1_500, socketTimeout: 1_500 };
const PATIENT = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 15_000 };
const never = new AbortController().signal;
const LINK = "https://portal.example/confirmar?t=secreto";
const aMail = (given: Partial<Mail> = {}): Mail => ({
  to: "ana@correo.example",
  subject: "Confirme su correo",
  blocks: [{ kind: "link", label: "Confirmar", url: LINK }],
  ...given,
});
const enqueued = (given: Partial<Mail> = {}) => db.$transaction((tx) => enqueueMail(tx, aMail(given)));
const kept = (id: string) => db.outboundMail.findUniqueOrThrow({ where: { id } });
const carrierTo = (url: string, timeouts = PATIENT) => smtpCarrier(smtpServer(url), timeouts);
const send = (carrier: Carrier) => sendDueMail({ db, carrier, sender: SENDER }, never);
/** What waits for its turn has waited long enough. */
const afterThePause = () => pool.query("UPDATE outbound_mail SET due_at = now() WHERE state = 'queued'");
const withTheWorkerDead = () =>
  pool.query("UPDATE outbound_mail SET claimed_until = now() - interval '1 s' WHERE state = 'sending'");

async function aServer(behaviour: Behaviour = {}) {
  const server = await aMailServer(behaviour);
  onTestFinished(server.stop);
  return { ...server, carrier: carrierTo(server.url), hasty: carrierTo(server.url, QUICK) };
}

describe("a mail", () => {
  test("goes out once when the transaction commits, and its words are gone then", async () => {
    const { carrier, received } = await aServer();
    const id = await enqueued({ to: "josé@xn--seal-hqa.example" });
    expect(await isMailDue(db)).toBe(true);
    expect(await send(carrier)).toEqual({ sent: 1, later: 0, failed: 0 });
    expect(await send(carrier)).toEqual({ sent: 0, later: 0, failed: 0 });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ messageId: `<${id}@losnotros.example>` });
    expect(received[0]?.to).toEqual(["josé@señal.example"]);
    expect(received[0]?.text).toContain("confirmar?t=3Dsecreto");
    const mail = await kept(id);
    expect(mail).toMatchObject({ state: "sent", blocks: null, attempts: 1, problem: null });
    expect(mail.finishedAt).not.toBeNull();
    expect(await isMailDue(db)).toBe(false);
  });

  test("never was when the transaction fails", async () => {
    const failing = db.$transaction(async (tx) => {
      await enqueueMail(tx, aMail());
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await db.outboundMail.count()).toBe(0);
  });

  test.each([
    ["to nobody", { to: "ana" }],
    ["to an address that is not normalised", { to: " ana@correo.example" }],
    ["to two", { to: "ana@correo.example,eva@correo.example" }],
    ["with a link that is no page", { blocks: [{ kind: "link", label: "x", url: "javascript:alert(1)" }] }],
  ] as [string, Partial<Mail>][])("%s is a bug and not queued", async (_what, given) => {
    await expect(enqueued(given)).rejects.toThrow("mail");
    expect(await db.outboundMail.count()).toBe(0);
  });

  test("is queued and sent whatever somebody wrote", async () => {
    const { carrier, received } = await aServer();
    const evil = "Ana\u0000 \ud800\u202e\r\n.\r\nQUIT\r\n\u0007 fin";
    const facts = [{ term: evil, value: evil }];
    await enqueued({
      subject: evil,
      blocks: [
        { kind: "text", text: evil },
        { kind: "link", label: evil, url: LINK },
        { kind: "facts", facts },
      ],
    });
    expect(await send(carrier)).toMatchObject({ sent: 1 });
    expect(received).toHaveLength(1);
    expect(received[0]?.text.match(/fin/g)?.length).toBeGreaterThanOrEqual(8);
  });

  test("has one line of subject", async () => {
    const id = await enqueued({ subject: "Hola\r\nBcc: eva@correo.example" });
    expect((await kept(id)).subject).toBe("Hola Bcc: eva@correo.example");
  });
});

describe("a mail server", () => {
  test("that is dead delays mail, which goes out once it is back", async () => {
    const dead = await aMailServer();
    await dead.stop();
    const id = await enqueued();
    expect(await send(carrierTo(dead.url))).toEqual({ sent: 0, later: 1, failed: 0 });
    const waiting = await kept(id);
    expect(waiting).toMatchObject({ state: "queued", attempts: 1, unanswered: 0 });
    expect(waiting.problem).toContain("ECONNREFUSED");
    expect(await send(carrierTo(dead.url))).toEqual({ sent: 0, later: 0, failed: 0 });

    const back = await aMailServer({}, dead.port);
    onTestFinished(back.stop);
    await afterThePause();
    expect(await send(carrierTo(dead.url))).toEqual({ sent: 1, later: 0, failed: 0 });
    expect(back.received.map(({ messageId }) => messageId)).toEqual([`<${id}@losnotros.example>`]);
  });

  test("that accepts and says nothing is waited for no longer than the time-out", async () => {
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    onTestFinished(() => void silent.close());
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    await enqueued();
    const began = Date.now();
    expect(await send(carrierTo(`smtp://127.0.0.1:${port}`, QUICK))).toMatchObject({ later: 1 });
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  test("that is slow before it has the content gets it again; it had nothing", async () => {
    const { carrier, hasty, received, behave } = await aServer({ rcpt: () => wait(4_000) });
    const id = await enqueued();
    for (let round = 1; round <= 3; round += 1) {
      expect(await send(hasty)).toMatchObject({ later: 1 });
      expect(await kept(id)).toMatchObject({ state: "queued", attempts: round, unanswered: 0 });
      await afterThePause();
    }
    behave({});
    expect(await send(carrier)).toMatchObject({ sent: 1 });
    expect(received).toHaveLength(1);
  });

  test("that says nothing once it has the content gets it once more, the same, and then no more", async () => {
    const { hasty, received } = await aServer({ data: () => wait(4_000) });
    const id = await enqueued();
    expect(await send(hasty)).toMatchObject({ later: 1 });
    expect(await kept(id)).toMatchObject({ state: "queued", unanswered: 1 });
    await afterThePause();
    expect(await send(hasty)).toMatchObject({ failed: 1 });
    expect(await kept(id)).toMatchObject({ state: "unknown", blocks: null });
    await afterThePause();
    expect(await send(hasty)).toEqual({ sent: 0, later: 0, failed: 0 });
    expect(received.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${id}@losnotros.example>`));
  });

  test.each([
    ["the recipient", { rcpt: () => Promise.reject(smtpAnswer(550, "5.1.1 no such mailbox")) }, 0],
    ["the content", { data: () => Promise.reject(smtpAnswer(554, "5.6.0 not wanted")) }, 1],
  ])("that refuses %s for good is not asked again", async (_what, behaviour: Behaviour, contents) => {
    const { carrier, received } = await aServer(behaviour);
    const id = await enqueued();
    expect(await send(carrier)).toMatchObject({ failed: 1 });
    const mail = await kept(id);
    expect(mail).toMatchObject({ state: "failed", attempts: 1, blocks: null });
    expect(mail.problem).toMatch(/5\.1\.1|5\.6\.0/);
    expect(received).toHaveLength(contents);
    await afterThePause();
    expect(await send(carrier)).toEqual({ sent: 0, later: 0, failed: 0 });
  });

  test.each([
    ["wants a password", smtpAnswer(530, "5.7.0 authentication required")],
    ["is greylisting", smtpAnswer(451, "4.7.1 try again later")],
    ["is too busy", smtpAnswer(421, "4.3.2 too busy")],
  ])("that %s gets the mail later, once", async (_what, answer) => {
    let refusals = 0;
    const { carrier, received } = await aServer({
      rcpt: () => (refusals++ < 2 ? Promise.reject(answer) : Promise.resolve()),
    });
    const id = await enqueued();
    for (let round = 1; round <= 2; round += 1) {
      expect(await send(carrier)).toMatchObject({ later: 1 });
      await afterThePause();
    }
    expect(await send(carrier)).toMatchObject({ sent: 1 });
    expect(received).toHaveLength(1);
    expect(await kept(id)).toMatchObject({ state: "sent", attempts: 3 });
  });

  test("without TLS is told nothing when TLS is required", async () => {
    const server = await aServer();
    const tls = { ...smtpServer(server.url), ignoreTLS: false, requireTLS: true };
    await enqueued();
    expect(await send(smtpCarrier(tls, QUICK))).toMatchObject({ later: 1 });
    expect(server.received).toHaveLength(0);
  });

  test("that refuses some does not hold up the others", async () => {
    const { hasty, received } = await aServer({
      async rcpt(address) {
        if (address.startsWith("lenta")) await wait(4_000);
        if (address.startsWith("mala")) throw smtpAnswer(550, "5.1.1 no such mailbox");
      },
    });
    for (let at = 0; at < 12; at += 1)
      await enqueued({ to: `${["lenta", "mala", "buena"][at % 3]}${at}@correo.example` });
    expect(await send(hasty)).toEqual({ sent: 4, later: 4, failed: 4 });
    expect(received.map(({ to }) => to[0]?.slice(0, 5))).toEqual(Array(4).fill("buena"));
  });
});

describe("of two workers", () => {
  test("at once each mail is sent by one", async () => {
    const { carrier, received } = await aServer();
    const ids = await Promise.all(Array.from({ length: 60 }, () => enqueued()));
    const counts = await Promise.all([send(carrier), send(carrier), send(carrier)]);
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(60);
    expect(received.map(({ messageId }) => messageId).sort()).toEqual(
      ids.map((id) => `<${id}@losnotros.example>`).sort(),
    );
  });

  test("one that was frozen finds its mail taken, and sends nothing", async () => {
    const id = await enqueued();
    const frozen = await claimMail(db);
    expect(await claimMail(db)).toBeNull();
    expect(await renewClaim(db, { id, attempts: 1 })).toBe(true);
    await withTheWorkerDead();
    const { carrier, received } = await aServer();
    expect(await send(carrier)).toMatchObject({ sent: 1 });
    expect(frozen).toMatchObject({ id, attempts: 1 });
    expect(await renewClaim(db, { id, attempts: 1 })).toBe(false);
    await expect(recordLeaving(db, { id, attempts: 1 })).rejects.toThrow("another worker");
    expect(received).toHaveLength(1);
  });

  test("a frozen one that goes on while the other sends is stopped before the content", async () => {
    const id = await enqueued();
    let taken = false;
    const { carrier, received } = await aServer({
      async rcpt() {
        if (taken) return;
        taken = true;
        await withTheWorkerDead();
        expect(await claimMail(db)).toMatchObject({ id, attempts: 2 });
      },
    });
    await send(carrier);
    expect(received).toHaveLength(0);
    expect(await kept(id)).toMatchObject({ state: "sending", attempts: 2 });
  });

  test("what one left half-way without an answer goes once more, and then is unknown", async () => {
    const id = await enqueued();
    for (const attempts of [1, 2]) {
      expect(await claimMail(db)).toMatchObject({ attempts, unanswered: attempts - 1 });
      await recordLeaving(db, { id, attempts });
      await withTheWorkerDead();
    }
    const { carrier, received } = await aServer();
    expect(await send(carrier)).toMatchObject({ failed: 1 });
    expect(await kept(id)).toMatchObject({ state: "unknown" });
    expect(received).toHaveLength(0);
  });
});

describe("time", () => {
  test("the pauses double up to an hour", () => {
    expect([1, 2, 3, 7, 8, 50].map(pauseAfter)).toEqual([30, 60, 120, 1_920, 3_600, 3_600]);
  });

  test("a mail that nobody took in time is given up, and one that is late is not sent", async () => {
    const dead = await aMailServer();
    await dead.stop();
    const soon = await enqueued({ usefulMs: 20_000 });
    expect(await send(carrierTo(dead.url))).toMatchObject({ failed: 1 });
    expect(await kept(soon)).toMatchObject({ state: "failed", blocks: null });

    const { carrier, received } = await aServer();
    const late = await enqueued({ usefulMs: -1 });
    expect(await send(carrier)).toMatchObject({ failed: 1 });
    expect(await kept(late)).toMatchObject({ state: "failed", problem: "too late to be of use" });
    expect(received).toHaveLength(0);
  });

  test("a mail is forgotten thirty days after it ended", async () => {
    const { carrier } = await aServer();
    await enqueued();
    await send(carrier);
    await enqueued();
    const later = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);
    expect(await purgeMail(db, later(29))).toEqual({ mails: 0 });
    expect(await purgeMail(db, later(31))).toEqual({ mails: 1 });
    expect((await db.outboundMail.findMany()).map(({ state }) => state)).toEqual(["queued"]);
  });

  test("a worker that is told to end takes up nothing more", async () => {
    const ending = new AbortController();
    const { carrier, received } = await aServer({ data: async () => ending.abort() });
    await Promise.all(Array.from({ length: 20 }, () => enqueued()));
    await sendDueMail({ db, carrier, sender: SENDER }, ending.signal);
    expect(received.length).toBeLessThanOrEqual(4);
    expect(await db.outboundMail.count({ where: { state: "queued" } })).toBe(20 - received.length);
  });
});

test("a database that is away when the answer comes is asked again, and the mail is sent once", async () => {
  const { carrier, received } = await aServer({
    data: async () => {
      await pool.query("ALTER TABLE outbound_mail RENAME TO away");
      setTimeout(() => void pool.query("ALTER TABLE away RENAME TO outbound_mail"), 1_500);
    },
  });
  const id = await enqueued();
  await send(carrier).catch(() => {});
  await vi.waitFor(async () => expect((await kept(id)).state).toBe("sent"), 5_000);
  expect(received).toHaveLength(1);
});

test("without a mail server a demonstration keeps mail in a folder, one file a mail", async () => {
  const folder = temporaryFolder();
  const carrier = outboxCarrier(`${folder}/outbox`);
  await carrier.check();
  const id = await enqueued();
  expect(await send(carrier)).toMatchObject({ sent: 1 });
  const [file = "", ...more] = await readdir(`${folder}/outbox`);
  expect(more).toEqual([]);
  expect(file).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\dT.*-${id}\\.eml$`));
  expect(await readFile(`${folder}/outbox/${file}`, "utf8")).toContain("To: ana@correo.example");
});

test("the check tells a server that answers from one that does not", async () => {
  const server = await aMailServer();
  await carrierTo(server.url).check();
  await server.stop();
  await expect(carrierTo(server.url).check()).rejects.toThrow("ECONNREFUSED");
});
