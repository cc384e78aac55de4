import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import { ask, headerOf } from "./raw-request.ts";

const portal = () => new URL(process.env["PORTAL_URL"] ?? "");

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

test("toda respuesta lleva las cabeceras de seguridad", async () => {
  const asset = /"(\/_next\/static\/[^"]+\.css)"/.exec((await ask("/")).body.toString())?.[1] ?? "";
  expect(asset).not.toBe("");
  const answers = {
    página: await ask("/"),
    privada: await ask("/mi-cuenta", { as: "customer" }),
    descarga: await ask("/mi-cuenta/csv", { as: "customer" }),
    redirección: await ask("/mi-cuenta"),
    "no encontrada": await ask("/nada"),
    prohibida: await ask("/mesa", { as: "customer" }),
    rechazada: await ask("/salir", { method: "POST", headers: { origin: "https://evil.example" } }),
    estilo: await ask(asset),
    icono: await ask("/icon.svg"),
    salud: await ask("/api/health"),
  };
  for (const [what, answer] of Object.entries(answers)) {
    for (const [name, value] of Object.entries(EVERYWHERE))
      expect(headerOf(answer, name), `${what}: ${name}`).toBe(value);
    expect(headerOf(answer, "permissions-policy"), what).toContain("geolocation=()");
    expect(headerOf(answer, "content-security-policy"), what).toContain("frame-ancestors 'none'");
    expect(headerOf(answer, "x-powered-by"), what).toBeUndefined();
    // For HTTPS only: it would bind every other program on this machine's name.
    expect(headerOf(answer, "strict-transport-security"), what).toBeUndefined();
  }
});

test("cada página trae un número nuevo para sus programas, y ninguno sin él", async () => {
  const nonces = new Set<string>();
  for (const path of ["/", "/", "/nada"]) {
    const answer = await ask(path);
    const nonce = /'nonce-([^']+)'/.exec(headerOf(answer, "content-security-policy") ?? "")?.[1] ?? "";
    const scripts = [...answer.body.toString().matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test("lo que alguien diga de sí mismo no cambia la respuesta", async () => {
  for (const headers of [
    { host: "evil.example" },
    { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-nonce": "known", "content-security-policy": "script-src 'nonce-known'" },
    { "x-empalme-path": "//evil.example" },
  ]) {
    const answer = await ask("/mi-cuenta", { headers });
    expect(answer.status).toBe(307);
    expect(headerOf(answer, "location")).toBe("/ingresar?volver=%2Fmi-cuenta");
    expect(headerOf(answer, "content-security-policy")).not.toContain("known");
  }
});

test("otro sitio no puede enviar un formulario nuestro", async () => {
  const cookie = { cookie: "empalme=x" };
  const post = async (headers: Record<string, string>) =>
    (await ask("/salir", { method: "POST", headers })).status;
  expect(await post({ ...cookie, origin: "https://evil.example" })).toBe(403);
  expect(await post({ ...cookie, origin: "null" })).toBe(403);
  expect(await post({ origin: "https://evil.example", "x-forwarded-host": "evil.example" })).toBe(403);
  expect(await post(cookie)).not.toBe(403);
});

test("las páginas que representan una falla no se abren por su dirección", async () => {
  for (const path of [
    "/errores/falla",
    "/errores/fuera-de-servicio/",
    "//errores/prohibido",
    "/%65rrores/falla",
  ]) {
    const answer = await ask(path);
    expect(answer.status, path).toBe(404);
    expect(answer.body.toString(), path).toContain("No encontramos esta página");
  }
});

/** Sends `first` and then a byte a second, until the portal hangs up. */
function trickle(first: string) {
  const { hostname, port } = portal();
  return new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = "";
    const drip = setInterval(() => socket.write("a"), 1000);
    socket.on("data", (chunk) => (answer += chunk.toString()));
    socket.on("error", () => {});
    socket.on("close", () => {
      clearInterval(drip);
      resolve(answer);
    });
    socket.write(first.replaceAll("\n", "\r\n"));
  });
}

test("a quien envía gota a gota se le corta", async () => {
  test.setTimeout(60_000);
  const head = `Host: ${portal().host}\nOrigin: ${portal().origin}\n`;
  const answers = await Promise.all([
    trickle(`GET / HTTP/1.1\n${head}x-slow: `),
    trickle(`POST /ingresar HTTP/1.1\n${head}Content-Type: text/plain\nContent-Length: 9999\n\n`),
    trickle("BLAH\n\n"),
    trickle(`GET / HTTP/1.1\n${head}x-big: ${"a".repeat(20_000)}\n\n`),
  ]);
  expect(answers.map((answer) => answer.slice(9, 12))).toEqual(["408", "408", "400", "431"]);
  for (const answer of answers) expect(answer).toContain("x-content-type-options: nosniff");
});
