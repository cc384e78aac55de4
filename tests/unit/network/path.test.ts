import fc from "fast-check";
import { expect, test } from "vitest";
import { pathsTo, wayFrom } from "../../../lib/network/path.ts";

const edge = (id: string, from: string, to: string, metres = 10) => ({ id, from, to, metres });

test("the way leads back to the head, whichever way its lines were drawn", () => {
  const paths = pathsTo("head", [edge("a", "head", "1"), edge("b", "2", "1", 5), edge("c", "2", "3", 7)]);
  expect(wayFrom("3", paths)).toEqual({ metres: 22, spans: ["c", "b", "a"], nodes: ["3", "2", "1", "head"] });
  expect(wayFrom("head", paths)).toEqual({ metres: 0, spans: [], nodes: ["head"] });
});

test("where there is no way there is none, and a loop has an end", () => {
  const paths = pathsTo("head", [
    edge("a", "head", "1"),
    edge("b", "1", "2"),
    edge("c", "2", "head"),
    edge("x", "8", "9"),
  ]);
  expect(wayFrom("9", paths)).toBeNull();
  expect(wayFrom("2", paths)?.spans).toEqual(["c"]);
});

test("in a tree every node has a way, as long as the sum of its lines", () => {
  const trees = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(trees, (parents) => {
      const edges = parents.map((parent, at) =>
        edge(`e${at}`, String(parent % (at + 1)), String(at + 1), at + 1),
      );
      const paths = pathsTo("0", edges);
      for (const { to } of edges) {
        const way = wayFrom(to, paths);
        const lines = way?.spans.map((id) => edges.find((one) => one.id === id)?.metres ?? 0) ?? [];
        expect(way?.metres).toBe(lines.reduce((sum, metres) => sum + metres, 0));
        expect(way?.nodes.at(-1)).toBe("0");
      }
    }),
  );
});
