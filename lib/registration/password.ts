import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Piscina } from "piscina";
import type { hash, verify } from "./password-thread.ts";

/**
 * One thread a processor, of lower priority than what answers pages. In the threads of libuv, which compress the pages,
 * they would hold up everybody.
 */
const threads = new Piscina({
  filename: join(process.cwd(), "lib/registration/password-thread.ts"),
  maxThreads: availableParallelism(),
  minThreads: 1,
  idleTimeout: 60_000,
  niceIncrement: 10,
});

/**
 * One keyboard writes é as one character and another as two, which nobody sees: both are the same password. Nothing else
 * is changed: neither cut, nor folded. Source: NIST SP 800-63B-4, 3.1.1.2; ASVS 5.0, 6.2.8.
 */
const composed = (password: string) => password.normalize("NFC");

/** A PHC string with its own salt. */
export const hashPassword = (password: string) =>
  threads.run(composed(password), { name: "hash" }) as Promise<ReturnType<typeof hash>>;

/** Whether `password`, exactly as typed but for how accents are composed, made `passwordHash`. @throws Error when the hash is no PHC string. */
export const verifyPassword = (passwordHash: string, password: string) =>
  threads.run({ passwordHash, password: composed(password) }, { name: "verify" }) as Promise<
    ReturnType<typeof verify>
  >;

/** What a sign-in with an unknown document verifies against, so that it takes as long as any other. */
export const DUMMY_HASH: Promise<string> = hashPassword(randomBytes(32).toString("base64"));
