import { PEOPLE, PASSWORD, type Person } from "../support/people.ts";
import { startPortal, type Portal } from "../support/portal.ts";
import { builtFrom, portalPieces } from "./workspace.ts";

const EMPTY_PAGE = {
  to: "app/(portal)/mi-cuenta/suministros/[numero]/vacia/page.tsx",
  from: "tests/bench/empty-page.tsx",
};

/** The same for the pages that anyone may open. */
const EMPTY_PUBLIC_PAGE = { to: "app/(public)/vacia/page.tsx", from: "tests/bench/empty-public-page.tsx" };

/**
 * The portal as it is in the working tree, and in the same build the empty page, which the product does not have; at
 * work with the demonstration's company. Its processes run in the copy's folder, and so does this one from now on.
 */
export async function startMeasuredPortal(stopping: AbortSignal): Promise<Portal> {
  const pieces = [...(await portalPieces(stopping)), EMPTY_PAGE, EMPTY_PUBLIC_PAGE];
  process.chdir(await builtFrom("portal", pieces, ["npm", "run", "-s", "build"], stopping));
  const portal = await startPortal();
  return { ...portal, url: portal.url.replace("localhost", "127.0.0.1") };
}

const ENTITIES: Record<string, string> = {
  "&quot;": '"',
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

type Field = [name: string, value: string];

function hiddenFields(html: string): Field[] {
  const fields: Field[] = [];
  for (const [input] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? "";
    const value = attribute("value").replace(
      /&(quot|#x27|lt|gt|amp);/g,
      (entity) => ENTITIES[entity] ?? entity,
    );
    fields.push([attribute("name"), value]);
  }
  return fields;
}

/** What a browser without JavaScript sends of the sign-in form, but for the document. */
export async function signInFields({ url }: Portal): Promise<Field[]> {
  const hidden = hiddenFields(await (await fetch(`${url}/ingresar`)).text());
  return [...hidden, ["contrasena", PASSWORD]];
}

/** Signs a person in through the form as a browser without JavaScript does; returns what to send as Cookie. */
export async function cookieOf(person: Person, portal: Portal): Promise<string> {
  const { url } = portal;
  const address = `${url}/ingresar`;
  const form = new FormData();
  for (const [name, value] of await signInFields(portal)) form.set(name, value);
  form.set("documento", PEOPLE[person]);
  const headers = { origin: new URL(url).origin };
  const answer = await fetch(address, { method: "POST", body: form, headers, redirect: "manual" });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]);
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`signing in answers ${answer.status}`);
  return cookies.join("; ");
}
