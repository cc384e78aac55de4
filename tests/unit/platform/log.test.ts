import { expect, test } from "vitest";
import { describeError, withoutPersonalData } from "../../../lib/platform/log.ts";

test.each([
  ["RUT 11.111.111-1 not found", "RUT [document] not found"],
  ["Key (identity_number)=(7654321-K)", "Key (identity_number)=([document])"],
  ["mail to ana.perez@losnotros.example failed", "mail to [email] failed"],
  ["550 <josé.o'higgins@señal.example>: no such mailbox", "550 <[email]>: no such mailbox"],
  ["supply 131311", "supply [number]"],
  ["at file.js:1:105983", "at file.js:1:105983"],
  ["port 3000 after 250 ms", "port 3000 after 250 ms"],
])("%j is written as %j", (text, written) => {
  expect(withoutPersonalData(text)).toBe(written);
});

test("of a database error that quotes its arguments only name, code and place are kept", () => {
  const error = Object.assign(new Error('Invalid call: { name: "Ana Pérez" }'), { code: "P2002" });
  error.name = "PrismaClientKnownRequestError";
  const described = JSON.stringify(describeError(error));
  expect(described).toContain("P2002");
  expect(described).toContain("log.test.ts");
  expect(described).not.toContain("Ana");
});

test("causes are told, and what is no error gives only its kind", () => {
  const error = new Error("outer", { cause: new Error("inner 11.111.111-1") });
  expect(describeError(error)).toMatchObject({ message: "outer", cause: { message: "inner [document]" } });
  expect(describeError("Ana Pérez")).toEqual({ type: "string" });
});
