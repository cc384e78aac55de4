import { ask, headerOf, type Answer } from "./raw-request.ts";

interface Posting {
  portal: string;
  /** Of the session in whose name the form is sent. */
  cookie?: string;
  headers?: Record<string, string>;
}

const unescaped = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** Hidden fields of the form that has `field`, as a browser without JavaScript would send them. */
function hiddenFields(html: string, field: string): [string, string][] {
  const forms = html.match(/<form[^]*?<\/form>/g) ?? [];
  const form = forms.find((one) => one.includes(`name="${field}"`)) ?? "";
  return [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(
    ([, name = "", value = ""]) => [unescaped(name), unescaped(value)],
  );
}

/** Opens the page at `path`, fills in its form and sends it, as a browser without JavaScript does. */
export async function postForm(
  path: string,
  fields: Record<string, string>,
  { portal, cookie, headers = {} }: Posting,
): Promise<Answer> {
  const sent = { ...headers, ...(cookie && { cookie }) };
  const page = await ask(path, { portal, headers: sent });
  const [first = ""] = Object.keys(fields);
  const form = new FormData();
  for (const [name, value] of [...hiddenFields(page.body.toString(), first), ...Object.entries(fields)])
    form.set(name, value);
  const request = new Request(portal, { method: "POST", body: form });
  const body = Buffer.from(await request.arrayBuffer());
  const type = request.headers.get("content-type") ?? "";
  return ask(path, {
    portal,
    method: "POST",
    body,
    headers: { ...sent, "content-type": type, "content-length": String(body.length) },
  });
}

/** The session cookie that an answer sets, as a browser would send it back; none when it sets none. */
export const cookieSetBy = (answer: Answer): string =>
  (headerOf(answer, "set-cookie") ?? "").split(";", 1)[0] ?? "";
