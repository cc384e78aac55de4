import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { MailError, type Carrier } from "./carrier.ts";
import type { Letter } from "./compose.ts";

/** A mail server, as SMTP_URL names it. */
export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte (smtps:), and not by STARTTLS. */
  secure: boolean;
  /** Without TLS nothing is said. */
  requireTLS: boolean;
  /** TLS is not even tried: the machine talks to itself, often with a certificate that nobody signed. */
  ignoreTLS: boolean;
  /** TLS is tried, and done without when it fails. */
  opportunisticTLS: boolean;
  auth: { user: string; pass: string } | null;
}

export interface SmtpTimeouts {
  connectionTimeout: number;
  greetingTimeout: number;
  /** Silence at any other moment. */
  socketTimeout: number;
}

/**
 * Whoever stops waiting too soon for the answer to a mail's content sends it twice: ten minutes. Source: RFC 5321,
 * 4.5.3.2.6. Other mails do not wait for it.
 */
const TIMEOUTS: SmtpTimeouts = {
  connectionTimeout: 15_000,
  greetingTimeout: 30_000,
  socketTimeout: 600_000,
};
const FAREWELL_MS = 5_000;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/** `smtp://user:password@host:587`; `?requireTLS=false` for a server of the company's own network that has no TLS. */
export function smtpServer(url: string): SmtpServer {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const secure = protocol === "smtps:";
  const ignoreTLS = LOOPBACK.test(hostname);
  const opportunisticTLS = searchParams.get("requireTLS") === "false";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && !ignoreTLS && !opportunisticTLS,
    ignoreTLS,
    opportunisticTLS,
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null,
  };
}

/** Hands mail over to a mail server, on a connection for each. */
export function smtpCarrier({ auth, ...server }: SmtpServer, timeouts: SmtpTimeouts = TIMEOUTS): Carrier {
  return {
    carry: (letter, leaving) => {
      const content = contentOf(letter, leaving);
      return connected({ auth, ...server }, timeouts, async (connection) => {
        const { from, to } = letter;
        await called((done) => connection.send({ from, to: [to] }, content.stream, done));
      }).catch((error: unknown) => {
        throw mailError(error, content.hasLeft());
      });
    },
    check: () => connected({ auth, ...server }, timeouts, async () => {}),
  };
}

/** The content, read only once the server has asked for it: then it is leaving. */
function contentOf({ bytes }: Letter, leaving: () => Promise<void>) {
  let left = false;
  async function* content() {
    await leaving();
    left = true;
    yield bytes;
  }
  return { stream: Readable.from(content(), { objectMode: false }), hasLeft: () => left };
}

const called = (call: (done: (error?: Error | null) => void) => void) =>
  new Promise<void>((resolve, reject) => call((error) => (error ? reject(error) : resolve())));

async function connected(
  { auth, ...server }: SmtpServer,
  timeouts: SmtpTimeouts,
  use: (connection: SMTPConnection) => Promise<void>,
): Promise<void> {
  const connection = new SMTPConnection({ ...server, ...timeouts, logger: false });
  const failed = new Promise<never>((_, reject) => connection.on("error", reject));
  failed.catch(() => {});
  const work = async () => {
    await called((done) => connection.connect(done));
    if (auth) await called((done) => connection.login(auth, done));
    await use(connection);
  };
  try {
    await Promise.race([work(), failed]);
    connection.quit();
    setTimeout(() => connection.close(), FAREWELL_MS).unref();
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** What nodemailer says of an error, where it does. */
interface SmtpFailure {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
}

/** Commands whose refusal is about this mail; whatever goes wrong before them is about the server or its settings. */
const ABOUT_THE_MAIL = new Set(["RCPT TO", "DATA"]);
/** So is the wish for a password or for TLS, at any command. Source: RFC 4954, 6; RFC 3207, 4. */
const ABOUT_THE_SESSION = new Set([530, 535, 538]);

function mailError(error: unknown, hasLeft: boolean): MailError {
  const { code, command, responseCode } = error as SmtpFailure;
  const answer = typeof responseCode === "number" ? responseCode : 0;
  const message = error instanceof Error ? error.message : String(error);
  if (answer >= 500 && ABOUT_THE_MAIL.has(String(command)) && !ABOUT_THE_SESSION.has(answer))
    return new MailError("refused", message, error);
  // An address that cannot even be said to a server.
  if (code === "EENVELOPE" && command === "API") return new MailError("refused", message, error);
  return new MailError(hasLeft && answer === 0 ? "unanswered" : "deferred", message, error);
}
