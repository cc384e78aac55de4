import { expect, test } from "vitest";
import { DUMMY_HASH, hashPassword, verifyPassword } from "../../../lib/registration/password.ts";

test("a password opens its own hash only, exactly as typed", async () => {
  const hash = await hashPassword("notro en el viento");
  expect(await verifyPassword(hash, "notro en el viento")).toBe(true);
  expect(await verifyPassword(hash, "notro en el viento ")).toBe(false);
});

test("a hash and the one verified for unknown people cost the same: Argon2id, 19 MiB, two passes, one lane", async () => {
  const parameters = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
  expect(await hashPassword("x")).toMatch(parameters);
  expect(await DUMMY_HASH).toMatch(parameters);
});
