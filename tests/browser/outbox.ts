import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import PostalMime from "postal-mime";

/** A mail as the portal left it for somebody. */
export interface Received {
  subject: string;
  text: string;
}

/** What the portal has written to `address`, the newest last. */
export async function mailTo(
  address: string,
  outbox = process.env["PORTAL_OUTBOX"] ?? "",
): Promise<Received[]> {
  const names = await readdir(outbox).catch(() => []);
  // One that begins with a dot is still being written.
  const files = names.filter((name) => /^[^.].*\.eml$/.test(name)).sort();
  const mails = await Promise.all(
    files.map(async (name) => PostalMime.parse(await readFile(join(outbox, name)))),
  );
  return mails
    .filter(({ to }) => to?.some((one) => one.address === address))
    .map(({ subject = "", text = "" }) => ({ subject, text }));
}

/** The page to which the newest mail about `subject` leads whoever follows its link; waits for the worker. */
export async function linkMailedTo(address: string, subject: string, path: RegExp): Promise<string> {
  let found = "";
  await expect
    .poll(
      async () => {
        const mails = (await mailTo(address)).filter((mail) => mail.subject === subject);
        const urls = mails.at(-1)?.text.match(/https?:\/\/\S+/g) ?? [];
        found = urls.find((url) => path.test(new URL(url).pathname)) ?? "";
        return found;
      },
      { timeout: 20_000 },
    )
    .not.toBe("");
  return new URL(found).pathname;
}
