import fc from "fast-check";
import { expect, test } from "vitest";
import { composed, type KeptMail } from "../../../lib/platform/mail/compose.ts";
import { isPageAddress, oneLine, type MailBlock } from "../../../lib/platform/mail/mail.ts";
import { smtpServer } from "../../../lib/platform/mail/smtp.ts";

const SENDER = {
  name: 'Cooperativa "Los Notros" Ltda.',
  address: "portal@losnotros.example",
  contactEmail: "contacto@losnotros.example",
  footnote: "Empresa ficticia.",
};
const mail = (given: Partial<KeptMail> = {}): KeptMail => ({
  id: "019ab000-0000-7000-8000-000000000001",
  recipient: "ana@correo.example",
  subject: "Confirme su correo",
  blocks: [],
  queuedAt: new Date("2026-11-22T15:00:00Z"),
  ...given,
});
/** The header, unfolded, and the two parts with their encoding undone. */
async function read(given: Partial<KeptMail>) {
  const { bytes } = await composed(mail(given), SENDER);
  const [head = "", ...parts] = bytes.toString().split(/\r\n--[^\r\n]+\r\n/);
  const decoded = parts.map((part) => {
    const [header = "", ...body] = part.split("\r\n\r\n");
    return /quoted-printable/.test(header) ? unquoted(body.join("\r\n\r\n")) : body.join("\r\n\r\n");
  });
  const header = head
    .split("\r\n\r\n", 1)
    .join("")
    .replace(/\r\n[ \t]+/g, " ");
  return {
    header,
    names: [...header.matchAll(/^([\w-]+):/gm)].map(([, name]) => name),
    text: decoded[0] ?? "",
    html: decoded[1] ?? "",
  };
}
const unquoted = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    "latin1",
  ).toString();

const HEADERS = [
  ...["Auto-Submitted", "From", "To", "Reply-To", "Subject", "Message-ID", "Date", "MIME-Version"],
  "Content-Type",
];

test("text and HTML say the same", async () => {
  const blocks: MailBlock[] = [
    { kind: "text", text: "Hola, Ñandú." },
    { kind: "link", label: "Confirmar", url: "https://portal.example/confirmar?t=a&u=b" },
    { kind: "facts", facts: [{ term: "Suministro", value: "20005" }] },
  ];
  const { text, html, header } = await read({ blocks });
  for (const part of [text, html.replaceAll("&amp;", "&").replaceAll("&quot;", '"')])
    for (const said of [
      SENDER.name,
      "Hola, Ñandú.",
      "Confirmar",
      "https://portal.example/confirmar?t=a&u=b",
      "20005",
      SENDER.contactEmail,
      SENDER.footnote,
    ])
      expect(part).toContain(said);
  expect(html).toContain('<html lang="es">');
  expect(header).toContain('From: "Cooperativa \\"Los Notros\\" Ltda." <portal@losnotros.example>');
  expect(header).toContain("Reply-To: contacto@losnotros.example");
});

test("a mail made again is the same mail", async () => {
  const [once, again] = [await read({}), await read({})];
  expect(once.header).toContain("Message-ID: <019ab000-0000-7000-8000-000000000001@losnotros.example>");
  expect(once.header).toContain("Date: Sun, 22 Nov 2026 15:00:00 +0000");
  const withoutBoundary = (text: string) => text.replace(/boundary="[^"]+"/, "");
  expect(withoutBoundary(again.header)).toBe(withoutBoundary(once.header));
  expect([again.text, again.html]).toEqual([once.text, once.html]);
});

test("what somebody wrote is text in the HTML", async () => {
  const evil = `<img src=x onerror="alert(1)"></td><!-- & ' --><script>`;
  const { html } = await read({
    subject: evil,
    blocks: [
      { kind: "text", text: evil },
      { kind: "link", label: evil, url: 'https://portal.example/"><script>' },
      { kind: "facts", facts: [{ term: evil, value: evil }] },
    ],
  });
  expect(html).not.toMatch(/<img|<script|<!--/);
  expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(6);
});

test("nothing in a subject becomes a header, whatever it is made of", async () => {
  const evil = fc.string({ unit: fc.constantFrom(..."\r\n:, aBc\u0000\u2028\u0085ñ=?") });
  await fc.assert(
    fc.asyncProperty(evil, async (text) => {
      const subject = `${text}\r\nBcc: eva@correo.example\n\nX: ${text}`;
      for (const kept of [subject, oneLine(subject)])
        expect((await read({ subject: kept })).names).toEqual(HEADERS);
      expect(oneLine(subject)).not.toMatch(/[\r\n\u0000\u0085\u2028]/);
    }),
    { numRuns: 50 },
  );
});

test("an address beyond ASCII stands in the envelope as it is", async () => {
  const { to, from } = await composed(mail({ recipient: "josé@xn--seal-hqa.example" }), SENDER);
  expect([from, to]).toEqual(["portal@losnotros.example", "josé@xn--seal-hqa.example"]);
});

test.each([
  ["https://portal.example/x", true],
  ["http://localhost:3000/x", true],
  ["javascript:alert(1)", false],
  ["data:text/html,x", false],
  ["/confirmar", false],
  ["", false],
])("a link to %j is one to a page: %s", (url, expected) => {
  expect(isPageAddress(url)).toBe(expected);
});

test.each([
  ["smtp://correo.example", { port: 587, secure: false, requireTLS: true, auth: null }],
  ["smtps://correo.example", { port: 465, secure: true, requireTLS: false }],
  ["smtp://a%40b:c%2Fd@correo.example:2525", { port: 2525, auth: { user: "a@b", pass: "c/d" } }],
  [
    "smtp://rele.example:25?requireTLS=false",
    { requireTLS: false, ignoreTLS: false, opportunisticTLS: true },
  ],
  ["smtp://127.0.0.1:25", { requireTLS: false, ignoreTLS: true }],
  ["smtp://[::1]:25", { host: "::1", requireTLS: false, ignoreTLS: true }],
])("the server of %s", (url, server) => {
  expect(smtpServer(url)).toMatchObject(server);
});
