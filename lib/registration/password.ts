import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id with 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet; ASVS 5.0, 11.4.2. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A PHC string with its own salt; runs off the main thread. */
export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

/** Whether `password`, exactly as typed, made `passwordHash`. @throws Error when the hash is no PHC string. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password);

/** What a sign-in with an unknown document verifies against, so that it takes as long as any other. */
export const DUMMY_HASH: Promise<string> = hashPassword(randomBytes(32).toString("base64"));
