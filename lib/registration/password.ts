import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import pLimit from "p-limit";

/** Argon2id with 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet; ASVS 5.0, 11.4.2. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * One keyboard writes é as one character and another as two, which nobody sees: both are the same password. Nothing else
 * is changed: neither cut, nor folded. Source: NIST SP 800-63B-4, 3.1.1.2; ASVS 5.0, 6.2.8.
 */
const composed = (password: string) => password.normalize("NFC");

/**
 * As many at a time as there are processors: more would be no faster, and would keep from the threads of libuv what
 * compresses everybody's pages.
 */
const inTurn = pLimit(availableParallelism());

/** A PHC string with its own salt; runs off the main thread. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(composed(password), PARAMETERS));

/** Whether `password`, exactly as typed but for how accents are composed, made `passwordHash`. @throws Error when the hash is no PHC string. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  inTurn(() => verify(passwordHash, composed(password)));

/** What a sign-in with an unknown document verifies against, so that it takes as long as any other. */
export const DUMMY_HASH: Promise<string> = hashPassword(randomBytes(32).toString("base64"));
