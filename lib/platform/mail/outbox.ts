import { access, constants, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Carrier } from "./carrier.ts";

/** Leaves mail as `.eml` files in a folder, for a demonstration without a mail server. Sent twice, it is one file. */
export function outboxCarrier(folder: string): Carrier {
  const ready = () => mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    async carry({ id, queuedAt, bytes }, leaving) {
      await ready();
      await leaving();
      const name = `${queuedAt.toISOString().replace(/[:.]/g, "-")}-${id}.eml`;
      const unfinished = join(folder, `.${name}`);
      await writeFile(unfinished, bytes, { mode: 0o600 });
      await rename(unfinished, join(folder, name));
    },
    async check() {
      await ready();
      await access(folder, constants.W_OK);
    },
  };
}
