import type { Answer } from "./raw-request.ts";

/** Without what is new in every answer, and without the number that was asked for. */
export function comparable({ status, headers, body }: Answer, number: string) {
  const valueOf = (name: string) => headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
  const nonce = /'nonce-([^']+)'/.exec(valueOf("content-security-policy"))?.[1] ?? "no nonce";
  const requestId = valueOf("x-request-id") || "no request id";
  const same = (text: string) =>
    text
      .replaceAll(nonce, "NONCE")
      .replaceAll(requestId, "REQUEST")
      // React's key of the head that Next makes for each answer.
      .replaceAll(/"[\w-]{21}[vm]"/g, '"HEAD"')
      .replaceAll(number, "NUMBER");
  return {
    status,
    headers: headers.filter(([name]) => name.toLowerCase() !== "date").map((pair) => pair.map(same)),
    body: same(body.toString("latin1")),
  };
}

/** What stands around the first byte in which two bodies differ; null when there is none. */
export function firstDifference(one: string, other: string) {
  if (one === other) return null;
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return [one, other].map((body) => body.slice(Math.max(0, at - 60), at + 60));
}
