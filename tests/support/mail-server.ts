import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** What a server that takes part in a test got, in the order in which it came. */
export interface Received {
  messageId: string;
  to: string[];
  /** Header and parts, as they came. */
  text: string;
}

/** What the server does before it answers; throwing an error refuses, with its `responseCode`. */
export interface Behaviour {
  rcpt?: (address: string) => Promise<void>;
  /** Called once the content is there and counted. */
  data?: (received: Received) => Promise<void>;
}

/** An answer of the server's that is no yes. */
export function smtpAnswer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** A real mail server on the loopback that keeps what it gets, and behaves as it is told, also later on. */
export async function aMailServer(behaviour: Behaviour = {}, port = 0) {
  const received: Received[] = [];
  let now = behaviour;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH"],
    hideSTARTTLS: true,
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, answer) {
      void (now.rcpt?.(address) ?? Promise.resolve()).then(() => answer(), answer);
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const messageId = /^Message-ID: (.+)$/im.exec(text)?.[1]?.trim() ?? "";
        const mail = { messageId, text, to: session.envelope.rcptTo.map(({ address }) => address) };
        received.push(mail);
        void (now.data?.(mail) ?? Promise.resolve()).then(() => answer(), answer);
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  const address = server.server.address() as AddressInfo;
  return {
    received,
    port: address.port,
    url: `smtp://127.0.0.1:${address.port}`,
    behave: (next: Behaviour) => void (now = next),
    stop: () =>
      new Promise<void>((closed) => {
        for (const connection of server.connections) connection.close();
        server.close(() => closed());
      }),
  };
}
