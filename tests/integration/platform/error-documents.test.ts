import { createServer, request, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { errorDocuments } from "../../../lib/platform/error-documents.ts";
import { log } from "../../../lib/platform/log.ts";
import { pageRenderer } from "../../../lib/platform/page-renderer.ts";

log.level = "silent";

let close = () => {};
afterEach(() => close());

let databaseAnswers = true;
const HTML = "text/html; charset=utf-8";

/** A server whose application answers with `application`, and whose error pages are named after their address. */
async function serve(application: RequestListener, pages?: RequestListener) {
  const render = pageRenderer(
    pages ?? ((asked, response) => void response.setHeader("content-type", HTML).end(`<p>${asked.url}</p>`)),
  );
  const documents = errorDocuments(render, () => Promise.resolve(databaseAnswers), { "x-fixed": "1" });
  const server = createServer((asked, response) => {
    documents.watch(asked, response);
    application(asked, response);
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  close = () => server.close();
  const { port } = server.address() as AddressInfo;
  return (headers: Record<string, string> = { accept: "text/html" }, method = "GET") =>
    new Promise<{ answer: IncomingMessage; body: Buffer }>((resolve, reject) => {
      const asking = request({ port, host: "127.0.0.1", method, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => resolve({ answer, body: Buffer.concat(chunks) }));
      });
      asking.on("error", reject).end();
    });
}

const answering = (status: number, type: string | null, body: string): RequestListener => {
  return (_request, response) => {
    response.statusCode = status;
    response.setHeader("set-cookie", "trace=1");
    if (type) response.setHeader("content-type", type);
    response.flushHeaders();
    response.write(body);
    response.end();
  };
};

test.each([
  [404, HTML, "/errores/no-encontrado"],
  [403, HTML, "/errores/prohibido"],
  [500, HTML, "/errores/falla"],
  [404, null, "/errores/no-encontrado"],
  [405, null, "/errores/no-encontrado"],
  [500, null, "/errores/falla"],
  [500, "text/x-component", "/errores/falla"],
])("a %i of type %s is answered with %s", async (status, type, page) => {
  const ask = await serve(answering(status, type, "the application's own"));
  for (const method of ["GET", "POST"]) {
    const { answer, body } = await ask({ accept: "text/html" }, method);
    expect([answer.statusCode, body.toString()]).toEqual([status, `<p>${page}</p>`]);
    expect(answer.headers).toMatchObject({
      "cache-control": "no-store",
      "content-type": HTML,
      "x-fixed": "1",
    });
    expect(answer.headers["set-cookie"]).toBeUndefined();
  }
});

test("HEAD gets the document's head", async () => {
  const ask = await serve(answering(404, HTML, "x"));
  const { answer, body } = await ask({ accept: "*/*" }, "HEAD");
  expect([answer.statusCode, answer.headers["content-type"], body.length]).toEqual([404, HTML, 0]);
});

test("what is no failure for people to read passes as it is", async () => {
  for (const [status, type] of [
    [200, HTML],
    [307, null],
    [503, "application/json"],
    [404, "application/json"],
  ] as const) {
    const ask = await serve(answering(status, type, "as it is"));
    const { answer, body } = await ask();
    expect([answer.statusCode, body.toString()]).toEqual([status, "as it is"]);
    close();
  }
});

test("a program that wants no page keeps the route's own refusal, which nobody stores", async () => {
  const ask = await serve(answering(404, null, ""));
  const { answer, body } = await ask({ accept: "*/*" });
  expect([answer.statusCode, answer.headers["cache-control"], body.length]).toEqual([404, "no-store", 0]);
});

test("a lost database is 503, to everybody, with the time to come back", async () => {
  databaseAnswers = false;
  for (const accept of ["text/html", "*/*", "text/csv"]) {
    const ask = await serve(answering(500, null, ""));
    const { answer, body } = await ask({ accept });
    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "30"]);
    expect(body.toString()).toBe("<p>/errores/fuera-de-servicio</p>");
    close();
  }
  databaseAnswers = true;
});

test.each([
  ["NEXT_HTTP_ERROR_FALLBACK;404", 404, "/errores/no-encontrado"],
  ["NEXT_HTTP_ERROR_FALLBACK;403", 403, "/errores/prohibido"],
  ["964848509", 500, "/errores/falla"],
])("a 200 for Next's script with %s inside is a %i", async (digest, status, page) => {
  const ask = await serve(answering(200, "text/x-component", `0:{"a":1}\n1f:E{"digest":"${digest}"}\n`));
  const { answer, body } = await ask({ rsc: "1", accept: "*/*" });
  expect([answer.statusCode, body.toString()]).toEqual([status, `<p>${page}</p>`]);
});

test("what Next's script gets in order arrives whole, compressed if it may be", async () => {
  const flight = `0:{"a":1}\n1:E{"digest":"NEXT_REDIRECT;push;/x;307;"}\n${"x".repeat(2000)}`;
  const ask = await serve(answering(200, "text/x-component", flight));
  const plain = await ask({ rsc: "1" });
  expect([plain.answer.statusCode, plain.body.toString()]).toEqual([200, flight]);
  const packed = await ask({ rsc: "1", "accept-encoding": "gzip" });
  expect(packed.answer.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(packed.body).toString()).toBe(flight);
});

test("when the page itself fails there are still words and a telephone", async () => {
  const ask = await serve(
    answering(500, HTML, ""),
    (_request, response) => void response.writeHead(500).end(),
  );
  const { answer, body } = await ask();
  expect(answer.statusCode).toBe(500);
  expect(body.toString()).toContain("600 200 4040");
});
