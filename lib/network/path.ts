/** A line between two nodes. */
export interface Edge {
  id: string;
  from: string;
  to: string;
  metres: number;
}

/** The way back from a node: over which line, to which node, and how far it is to the beginning. */
interface Step {
  via: string;
  to: string;
  metres: number;
  spans: number;
}

/** The shortest way, in lines, from every node back to `head`, which has none itself. */
export type Paths = ReadonlyMap<string, Step | null>;

/** Breadth first: a distribution line is a tree, and where it has a loop the way of fewest lines is taken. */
export function pathsTo(head: string, edges: readonly Edge[]): Paths {
  const at = new Map<string, Edge[]>();
  for (const edge of edges)
    for (const node of [edge.from, edge.to]) {
      const known = at.get(node);
      if (known) known.push(edge);
      else at.set(node, [edge]);
    }
  const paths = new Map<string, Step | null>([[head, null]]);
  const waiting = [head];
  for (let next = 0; next < waiting.length; next++) {
    const node = waiting[next] ?? "";
    const here = paths.get(node) ?? null;
    for (const edge of at.get(node) ?? []) {
      const other = edge.from === node ? edge.to : edge.from;
      if (paths.has(other)) continue;
      paths.set(other, {
        via: edge.id,
        to: node,
        metres: (here?.metres ?? 0) + edge.metres,
        spans: (here?.spans ?? 0) + 1,
      });
      waiting.push(other);
    }
  }
  return paths;
}

/** A way from a node to the beginning of its line. */
export interface Way {
  metres: number;
  spans: string[];
  /** From the node itself to the beginning. */
  nodes: string[];
}

/** Null when the node is on no line that leads there. */
export function wayFrom(node: string, paths: Paths): Way | null {
  let step = paths.get(node);
  if (step === undefined) return null;
  const way: Way = { metres: step?.metres ?? 0, spans: [], nodes: [node] };
  for (; step; step = paths.get(step.to)) {
    way.spans.push(step.via);
    way.nodes.push(step.to);
  }
  return way;
}
