import MailComposer from "nodemailer/lib/mail-composer";
import { mailHtml } from "./mail-html.ts";
import type { MailBlock, Sender } from "./mail.ts";

/** A mail as it is kept. */
export interface KeptMail {
  id: string;
  recipient: string;
  subject: string;
  blocks: MailBlock[];
  queuedAt: Date;
}

/** A mail as it travels. */
export interface Letter {
  id: string;
  queuedAt: Date;
  /** Of the envelope. */
  from: string;
  to: string;
  /** Header and parts, in MIME. */
  bytes: Buffer;
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case "text":
      return block.text;
    case "link":
      return `${block.label}:\n${block.url}`;
    case "facts":
      return block.facts.map(({ term, value }) => `${term}: ${value}`).join("\n");
  }
}

const footOf = ({ name, contactEmail, footnote }: Sender) =>
  [`${name} le envía este correo desde su portal. Si no lo esperaba, escriba a ${contactEmail}.`, footnote]
    .filter(Boolean)
    .join(" ");

/**
 * The mail in text and HTML. Its Message-ID and date come from what is kept, so that a mail that has to be sent again
 * is the same mail.
 */
export async function composed(mail: KeptMail, sender: Sender): Promise<Letter> {
  const { id, recipient, subject, blocks, queuedAt } = mail;
  const foot = footOf(sender);
  const { name, address, contactEmail } = sender;
  const composer = new MailComposer({
    from: { name, address },
    ...(contactEmail === address ? {} : { replyTo: contactEmail }),
    to: { name: "", address: recipient },
    subject,
    messageId: `<${id}@${address.slice(address.lastIndexOf("@") + 1)}>`,
    date: queuedAt,
    // Nobody's absence notice answers it. Source: RFC 3834, 5.
    headers: { "Auto-Submitted": "auto-generated" },
    text: [name, ...blocks.map(blockText), `-- \n${foot}`].join("\n\n"),
    html: mailHtml(subject, blocks, sender, foot),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { id, queuedAt, from: address, to: recipient, bytes: await composer.compile().build() };
}
