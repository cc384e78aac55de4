/** `node tests/bench/sign-in-client.ts <people as JSON>`: people who sign in again and again, each from an address of their own. */
import { Agent, request, type IncomingMessage } from "node:http";

export interface SigningIn {
  url: string;
  /** The form as a browser without JavaScript would send it, but for the document: its fields, hidden ones too. */
  fields: [name: string, value: string][];
  documents: string[];
  /** How often altogether; without it until the process is ended. */
  times?: number;
}

const { url, fields, documents, times } = JSON.parse(process.argv[2] ?? "") as SigningIn;

/** A multipart body, as a browser makes it. */
async function formOf(document: string): Promise<{ body: Buffer; type: string }> {
  const form = new FormData();
  for (const [name, value] of fields) form.set(name, value);
  form.set("documento", document);
  const encoded = new Response(form);
  return { body: Buffer.from(await encoded.arrayBuffer()), type: encoded.headers.get("content-type") ?? "" };
}

let left = times ?? Infinity;
async function person(document: string, at: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { body, type } = await formOf(document);
  const headers = { "content-type": type, "content-length": body.length, origin: new URL(url).origin };
  while (left-- > 0) {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = { method: "POST", agent, headers, localAddress: `127.0.1.${at + 1}` };
      request(url, options, resolve).on("error", reject).end(body);
    });
    answer.resume();
    if (answer.statusCode !== 303 || !answer.headers["set-cookie"])
      throw new Error(`signing in answers ${answer.statusCode}`);
    await new Promise((ended) => answer.once("end", ended));
  }
  agent.destroy();
}
await Promise.all(documents.map(person));
