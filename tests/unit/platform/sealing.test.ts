import fc from "fast-check";
import { expect, test } from "vitest";
import { seal, unseal } from "../../../lib/platform/sealing.ts";

const SECRET = "a secret of the tests, long enough to seal";
const FOR = { purpose: "totp", owner: "019ab000-0000-7000-8000-000000000001" };

test("what was sealed opens for the same, and never looks the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
      const sealed = seal(text, FOR, SECRET);
      expect(unseal(sealed, FOR, SECRET)).toBe(text);
      expect(seal(text, FOR, SECRET)).not.toBe(sealed);
      if (text.length > 3) expect(sealed).not.toContain(text);
    }),
  );
});

test("it opens for nobody and nothing else", () => {
  const sealed = seal("GEZDGNBV", FOR, SECRET);
  expect(unseal(sealed, { ...FOR, owner: "019ab000-0000-7000-8000-000000000002" }, SECRET)).toBeNull();
  expect(unseal(sealed, { ...FOR, purpose: "mail" }, SECRET)).toBeNull();
  expect(unseal(sealed, FOR, `${SECRET}.`)).toBeNull();
});

test("nor when one bit of it was changed, or it was cut", () => {
  const sealed = seal("GEZDGNBV", FOR, SECRET);
  const bytes = Buffer.from(sealed.slice(3), "base64url");
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(unseal(`v1.${changed.toString("base64url")}`, FOR, SECRET)).toBeNull();
  }
  for (let length = 0; length < sealed.length - 1; length += 1)
    expect(unseal(sealed.slice(0, length), FOR, SECRET)).toBeNull();
  expect(unseal(`v2.${sealed.slice(3)}`, FOR, SECRET)).toBeNull();
});
