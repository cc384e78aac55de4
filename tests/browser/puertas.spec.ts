import { expect, test } from "@playwright/test";
import pg from "pg";
import { LIMITS } from "../../lib/registration/attempts.ts";
import { PASSWORD, PEOPLE } from "../support/people.ts";
import { startPortal, type Copy, type Portal } from "../support/portal.ts";
import { rutWithDigit } from "../support/ruts.ts";
import { comparable, firstDifference } from "./comparable.ts";
import { cookieSetBy, postForm } from "./form-post.ts";
import { ask, headerOf, type Answer } from "./raw-request.ts";

/* A portal of its own: what is tried here would keep everybody else waiting. */

test.describe.configure({ mode: "serial" });

const KNOWN = PEOPLE.customer;
const UNKNOWN = rutWithDigit(9_123_456);
const NEW_PASSWORD = "molino lento bajo cuatro sauces";

let portal: Portal;
let copy: Copy;
let database: pg.Client;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await startPortal();
  copy = await portal.startCopy();
  database = new pg.Client({ connectionString: portal.databaseUrl });
  await database.connect();
});
test.afterAll(async () => {
  await database.end();
  await portal.stop();
});
test.beforeEach(async () => {
  await database.query("DELETE FROM attempt");
});

/** Sends a form to either copy as a balancer would: whichever answers, the browser knows one address. */
const send = (path: string, fields: Record<string, string>, where = portal.url, headers = {}) =>
  postForm(path, fields, { portal: where, headers: { origin: portal.url, ...headers } });

const enter = (documento: string, contrasena: string, where = portal.url, headers = {}) =>
  send("/ingresar", { documento, contrasena }, where, headers);

const registration = (documento: string, email: string) => ({
  documento,
  nombres: "Elisa",
  apellidoPaterno: "Quintupil",
  email,
  contrasena: NEW_PASSWORD,
  confirmacion: NEW_PASSWORD,
});

async function signedIn(): Promise<string> {
  const answer = await enter(KNOWN, PASSWORD);
  expect([answer.status, headerOf(answer, "location")]).toEqual([303, "/mi-cuenta"]);
  return cookieSetBy(answer);
}

const doorOf = async (cookie: string, where: string) =>
  (await ask("/mi-cuenta", { portal: where, headers: { cookie } })).status;

/** What two answers that must be one and the same differ in. */
function difference([one, typedInOne]: [Answer, string], [other, typedInOther]: [Answer, string]) {
  const [a, b] = [comparable(one, typedInOne), comparable(other, typedInOther)];
  return {
    status: [a.status, b.status],
    headers: [a.headers, b.headers],
    body: firstDifference(a.body, b.body),
  };
}

function expectAlike(one: [Answer, string], other: [Answer, string]) {
  const { status, headers, body } = difference(one, other);
  expect(status[0]).toBe(status[1]);
  expect(headers[0]).toEqual(headers[1]);
  expect(body).toBeNull();
}

test.describe("lo conocido y lo desconocido reciben la misma respuesta, byte por byte", () => {
  test("al ingresar", async () => {
    const unlike: [Answer, string] = [await enter(KNOWN, "otra"), KNOWN];
    expectAlike(unlike, [await enter(UNKNOWN, "otra"), UNKNOWN]);
    expect(unlike[0].body.toString()).toContain("El documento o la contraseña no coinciden");
    for (let failure = 0; failure <= LIMITS.signInDocument.allowed; failure += 1)
      await Promise.all([enter(KNOWN, "otra"), enter(UNKNOWN, "otra")]);
    const limited: [Answer, string] = [await enter(KNOWN, PASSWORD), KNOWN];
    expectAlike(limited, [await enter(UNKNOWN, PASSWORD), UNKNOWN]);
    expect(limited[0].body.toString()).toContain("Hubo demasiados intentos");
  });

  test("al recuperar la contraseña", async () => {
    const recover = (documento: string) => postForm("/recuperar", { documento }, { portal: portal.url });
    const known = await recover(KNOWN);
    expectAlike([known, KNOWN], [await recover(UNKNOWN), UNKNOWN]);
    expect(headerOf(known, "location")).toBe("/recuperar/enviado");
  });

  test("al registrarse", async () => {
    const register = (rut: string, email: string) =>
      postForm("/registro", registration(rut, email), { portal: portal.url });
    const known = await register(KNOWN, "uno@correo.example");
    expectAlike([known, KNOWN], [await register(UNKNOWN, "dos@correo.example"), UNKNOWN]);
    expect(headerOf(known, "location")).toBe("/registro/enviado");
  });

  test("al vincular un suministro", async () => {
    const cookie = await signedIn();
    const prove = (cliente: string, total: string) =>
      postForm(
        "/mi-cuenta/suministros/agregar",
        { cliente, medidor: "5740185", total },
        { portal: portal.url, cookie },
      );
    const [known, unknown] = ["20005", "29995"];
    const unlike: [Answer, string] = [await prove(known, "39303"), known];
    expectAlike(unlike, [await prove(unknown, "39303"), unknown]);
    expect(unlike[0].body.toString()).toContain("Hay un problema");
    await database.query("DELETE FROM attempt");
    for (let failure = 0; failure < LIMITS.linkSupply.allowed; failure += 1)
      await Promise.all([prove(known, "39303"), prove(unknown, "39303")]);
    const limited: [Answer, string] = [await prove(known, "39304"), known];
    expectAlike(limited, [await prove(unknown, "39304"), unknown]);
    expect(limited[0].body.toString()).toContain("intentos");
  });

  test("un enlace de nadie, cortado o de otra cosa lleva a la misma página", async () => {
    for (const path of ["/registro/confirmar/", "/recuperar/clave/", "/confirmar-correo/", "/no-fui-yo/"])
      for (const token of ["x", "A".repeat(43), "A".repeat(42), "A".repeat(3000), "%C3%B1"]) {
        const answer = await ask(path + token, { portal: portal.url });
        expect([answer.status, headerOf(answer, "location")], path + token).toEqual([307, "/enlace-sin-uso"]);
      }
  });
});

test.describe("los límites", () => {
  const { allowed } = LIMITS.signInNetwork;
  const forged = (at: number) => ({
    "x-forwarded-for": `203.0.113.${at % 250}, 10.0.0.1`,
    forwarded: `for=198.51.100.${at}`,
  });
  const isLimited = (answer: Answer) => answer.body.toString().includes("Hubo demasiados intentos");

  test("de una red no se burlan con X-Forwarded-For, ni en paralelo, ni en dos copias", async () => {
    test.setTimeout(120_000);
    const tries = Array.from({ length: allowed + 20 }, (_, at) =>
      enter(rutWithDigit(8_000_000 + at), "x", at % 2 ? portal.url : copy.url, forged(at)),
    );
    const answers = await Promise.all(tries);
    expect(answers.map(({ status }) => status)).toEqual(Array(tries.length).fill(200));
    const verified = answers.filter((answer) => !isLimited(answer)).length;
    expect(verified).toBeGreaterThanOrEqual(allowed);
    expect(verified).toBeLessThanOrEqual(allowed + 1);
    expect(isLimited(await enter(KNOWN, PASSWORD, copy.url, forged(1)))).toBe(true);
  });

  test("a quien los alcanzó le dejan recuperar la contraseña", async () => {
    for (let failure = 0; failure <= LIMITS.signInDocument.allowed; failure += 1) await enter(KNOWN, "otra");
    expect(isLimited(await enter(KNOWN, PASSWORD))).toBe(true);
    const recovery = await send("/recuperar", { documento: KNOWN }, copy.url);
    expect(headerOf(recovery, "location")).toBe("/recuperar/enviado");
    const { rowCount } = await database.query("SELECT FROM mailed_token WHERE purpose = 'recover_password'");
    expect(rowCount).toBeGreaterThan(0);
  });
});

test.describe("una galleta copiada queda fuera enseguida, en las dos copias", () => {
  const everywhere = (cookie: string) =>
    Promise.all([portal.url, copy.url].map((where) => doorOf(cookie, where)));

  test("al cerrar la sesión en una", async () => {
    const cookie = await signedIn();
    expect(await everywhere(cookie)).toEqual([200, 200]);
    await ask("/salir", { method: "POST", portal: portal.url, headers: { cookie } });
    expect(await everywhere(cookie)).toEqual([307, 307]);
  });

  test("al cambiar la contraseña en otra sesión", async () => {
    const [copied, own] = [await signedIn(), await signedIn()];
    const changed = await postForm(
      "/mi-cuenta/seguridad/contrasena",
      { actual: PASSWORD, contrasena: NEW_PASSWORD, confirmacion: NEW_PASSWORD },
      { portal: portal.url, cookie: own },
    );
    expect(headerOf(changed, "location")).toBe("/mi-cuenta/seguridad?listo=contrasena");
    expect(await everywhere(copied)).toEqual([307, 307]);
    expect(await everywhere(own)).toEqual([200, 200]);
    await postForm(
      "/mi-cuenta/seguridad/contrasena",
      // The demonstration's own password is in its documentation, and yet long enough for the policy.
      { actual: NEW_PASSWORD, contrasena: PASSWORD, confirmacion: PASSWORD },
      { portal: portal.url, cookie: own },
    );
  });

  test("al cerrarle la empresa la puerta", async () => {
    const cookie = await signedIn();
    await database.query("UPDATE portal_user SET disabled_at = now() WHERE identity_number = '11111111-1'");
    expect(await everywhere(cookie)).toEqual([307, 307]);
    await database.query("UPDATE portal_user SET disabled_at = NULL WHERE identity_number = '11111111-1'");
    expect(await everywhere(cookie)).toEqual([200, 200]);
  });

  test("al pasar media hora sin uso, y doce horas con él", async () => {
    const idle = await signedIn();
    await database.query("UPDATE portal_session SET last_seen_at = now() - interval '31 minutes'");
    expect(await everywhere(idle)).toEqual([307, 307]);
    const old = await signedIn();
    await database.query("UPDATE portal_session SET created_at = now() - interval '12 hours 1 minute'");
    expect(await everywhere(old)).toEqual([307, 307]);
  });
});

test("una copia que muere a mitad de una solicitud no pierde nada de lo que confirmó", async () => {
  test.setTimeout(120_000);
  const emails = Array.from({ length: 15 }, (_, at) => `muere-${at}@correo.example`);
  const confirmed: string[] = [];
  const tries = emails.map(async (email, at) => {
    const answer = await send("/registro", registration(rutWithDigit(7_000_000 + at), email), copy.url);
    if (headerOf(answer, "location") !== "/registro/enviado") return;
    confirmed.push(email);
    if (confirmed.length === 3) copy.kill();
  });
  await Promise.allSettled(tries);
  expect(confirmed.length).toBeGreaterThanOrEqual(3);
  expect(confirmed.length).toBeLessThan(emails.length);
  const { rows } = await database.query<{ email: string; mails: number; links: number }>(
    `SELECT r.email, (SELECT count(*)::int FROM outbound_mail m WHERE m.recipient = r.email) AS mails,
       (SELECT count(*)::int FROM mailed_token t WHERE t.subject_id = r.id) AS links
     FROM pending_registration r WHERE r.email LIKE 'muere-%'`,
  );
  const kept = new Map(rows.map(({ email, mails, links }) => [email, [mails, links]]));
  for (const email of confirmed) expect(kept.get(email), email).toEqual([1, 1]);
  // What was not confirmed is there whole, or not at all.
  for (const [email, parts] of kept) expect(parts, email).toEqual([1, 1]);
  expect((await ask("/api/ready", { portal: portal.url })).status).toBe(200);
});
