/** What a thread of `password.ts` does: Argon2id takes long, and its thread gives way to those that answer pages. */
import { hashSync, verifySync } from "@node-rs/argon2";

/** Argon2id with 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet; ASVS 5.0, 11.4.2. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hash = (password: string): string => hashSync(password, PARAMETERS);

export const verify = ({ passwordHash, password }: { passwordHash: string; password: string }): boolean =>
  verifySync(passwordHash, password);
