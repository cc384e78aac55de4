import { describe, expect, expectTypeOf, test } from "vitest";
import type { AdministratorActor, Context } from "../../../lib/kernel/context.ts";
import { approveLoad, discardLoad, registerLoad } from "../../../lib/loading/desk.ts";
import { loadChanges, loadDetail, loadHistory, rejectedRows } from "../../../lib/loading/queries.ts";
import type { LoadStatus } from "../../../lib/platform/generated/client.ts";
import { aLoad, anAdministrator, aPackageKey, asStaff, contextOf, NOW } from "../../support/builders.ts";
import { freshDatabase } from "../../support/database.ts";

const { db } = await freshDatabase();

const statusOf = async (id: string) =>
  (await db.load.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;

test("only an administrator's context reaches what loads and decides", () => {
  const doors = [registerLoad, approveLoad, discardLoad, loadHistory, loadDetail, rejectedRows, loadChanges];
  expect(doors).toHaveLength(7);
  type Asked = Parameters<(typeof doors)[number]>[0];
  expectTypeOf<Asked>().toEqualTypeOf<Context<AdministratorActor>>();
  const desk = contextOf(db, asStaff({ id: "" }));
  expectTypeOf(desk).not.toExtend<Asked>();
});

test("a package that was received waits for the worker, with who sent it", async () => {
  const { user, ctx } = await anAdministrator(db);
  const key = aPackageKey();
  const { id } = await registerLoad(ctx, { name: "octubre.zip", key, bytes: 3_000_000_000 });
  const load = await db.load.findUniqueOrThrow({ where: { id } });
  expect(load).toMatchObject({
    source: "octubre.zip",
    status: "waiting",
    operator: "Ignacio Fuentes Reyes",
    userId: user.id,
    packageKey: key,
    packageBytes: 3_000_000_000n,
    startedAt: NOW,
    finishedAt: null,
    counts: [],
  });
});

describe("every state allows its decisions and no other", () => {
  const EVERY: Record<
    LoadStatus,
    { approve: LoadStatus | "refused by value"; discard: LoadStatus | "refused by value" }
  > = {
    waiting: { approve: "refused by value", discard: "discarded" },
    checking: { approve: "refused by value", discard: "refused by value" },
    checked: { approve: "publishing", discard: "discarded" },
    // Asked for twice: it is on its way, or there.
    publishing: { approve: "publishing", discard: "refused by value" },
    published: { approve: "published", discard: "refused by value" },
    refused: { approve: "refused by value", discard: "refused by value" },
    discarded: { approve: "refused by value", discard: "discarded" },
    failed: { approve: "refused by value", discard: "refused by value" },
  };

  test.each(Object.entries(EVERY))("%s", async (state, expected) => {
    const status = state as LoadStatus;
    const { ctx } = await anAdministrator(db);
    const decide = async (decision: (id: string) => ReturnType<typeof discardLoad>) => {
      const { id } = await aLoad(db, { status, finishedAt: NOW });
      const decided = await decision(id);
      const now = await statusOf(id);
      if (decided.ok) return now;
      expect(now).toBe(status);
      return "refused by value";
    };
    expect({
      approve: await decide((id) => approveLoad(ctx, { id, seen: NOW })),
      discard: await decide((id) => discardLoad(ctx, id)),
    }).toEqual(expected);
  });
});

test("what was checked again since somebody looked is not approved by what they saw", async () => {
  const { ctx } = await anAdministrator(db);
  const { id } = await aLoad(db, { status: "checked", finishedAt: NOW });
  const before = new Date(NOW.getTime() - 1);
  expect(await approveLoad(ctx, { id, seen: before })).toEqual({
    ok: false,
    error: "load/not-to-be-decided",
  });
  expect(await statusOf(id)).toBe("checked");
});

test("of two administrators who decide at once, one is heard and the other is told", async () => {
  const [one, other] = [await anAdministrator(db, "Una"), await anAdministrator(db, "Otro")];
  for (let round = 0; round < 10; round++) {
    const { id } = await aLoad(db, { status: "checked", finishedAt: NOW });
    const [approved, discarded] = await Promise.all([
      approveLoad(one.ctx, { id, seen: NOW }),
      discardLoad(other.ctx, id),
    ]);
    expect([approved.ok, discarded.ok].filter(Boolean)).toHaveLength(1);
    expect(await statusOf(id)).toBe(approved.ok ? "publishing" : "discarded");
  }
});

test("a load that does not exist cannot be decided", async () => {
  const { ctx } = await anAdministrator(db);
  const nobodys = "00000000-0000-4000-8000-000000000000";
  expect(await approveLoad(ctx, { id: nobodys, seen: NOW })).toEqual({
    ok: false,
    error: "load/not-to-be-decided",
  });
  expect(await discardLoad(ctx, nobodys)).toEqual({ ok: false, error: "load/not-to-be-discarded" });
});

test("a load of the command line is not published again from the web", async () => {
  const { ctx } = await anAdministrator(db);
  const { id } = await db.load.create({
    data: { source: "carpeta", status: "published", startedAt: NOW, counts: [] },
  });
  expect((await approveLoad(ctx, { id, seen: NOW })).ok).toBe(false);
});
