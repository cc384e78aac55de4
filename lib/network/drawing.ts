import type { Box, Position } from "./model.ts";

/** A line of the network as the database tells it. */
export interface DrawnLine {
  id: string;
  /** MT, BT, AT …; null is not known. */
  level: string | null;
  phases: string | null;
  /** JSON of its coordinates. */
  path: string;
}
export interface DrawnPoint {
  id: string;
  layer: "transformadores" | "postes" | "equipos" | "subestaciones";
  at: Position;
}

/** What stands around an asset. */
export interface Surroundings {
  box: Box;
  lines: DrawnLine[];
  points: DrawnPoint[];
}

export type Level = "high" | "medium" | "low";

/** Where something stands on the drawing, in its units. */
interface Spot {
  x: number;
  y: number;
}

/** A drawing of where an asset stands, ready to be put into SVG. */
export interface Drawing {
  width: number;
  height: number;
  lines: { level: Level; phases: 1 | 2 | 3; d: string }[];
  points: (Spot & { layer: DrawnPoint["layer"] })[];
  /** The asset itself: a spot, or a line; `ring` is the middle of a line that is too short to be seen among others. */
  selected: (Spot & { layer: DrawnPoint["layer"] }) | { d: string; ring: Spot | null } | null;
  /** The way to the substation. */
  way: string;
  /** A length that is round in metres. */
  scale: { units: number; label: string };
}

const WIDTH = 720;
const HEIGHT = 480;
const MARGIN = 24;
const METRES_A_DEGREE = 111_195;

const LEVELS: Record<string, Level> = { BT: "low", AT: "high", MT: "medium" };
/** The neutral is no phase. */
const phaseCount = (phases: string | null): 1 | 2 | 3 => {
  const count = new Set((phases ?? "RST").replaceAll(/[^RST]/g, "")).size;
  return count === 1 || count === 2 ? count : 3;
};

/** Puts degrees on paper: north up, metres alike in both directions, the rectangle in the middle. */
function projection([west, south, east, north]: Box) {
  const narrower = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [across, up] = [(east - west) * narrower, north - south];
  const perDegree = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(across, 1e-6),
    (HEIGHT - 2 * MARGIN) / Math.max(up, 1e-6),
  );
  const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2];
  return {
    spot: ([lon, lat]: Position): Spot => ({
      x: Math.round(WIDTH / 2 + (lon - middleLon) * narrower * perDegree),
      y: Math.round(HEIGHT / 2 - (lat - middleLat) * perDegree),
    }),
    unitsAMetre: perDegree / METRES_A_DEGREE,
  };
}

type Coordinates = Position[] | Position[][];
const linesIn = (path: string): Position[][] => {
  const coordinates = JSON.parse(path) as Coordinates;
  return (typeof coordinates[0]?.[0] === "number" ? [coordinates] : coordinates) as Position[][];
};

/** Path data of a line; what is shorter than a unit is left out. */
function dataOf(path: string, spot: (at: Position) => Spot): string {
  return linesIn(path)
    .map((line) => {
      const spots = line
        .map(spot)
        .filter(({ x, y }, at, all) => at === 0 || x !== all[at - 1]?.x || y !== all[at - 1]?.y);
      return spots.length < 2 ? "" : `M${spots.map(({ x, y }) => `${x} ${y}`).join("L")}`;
    })
    .join("");
}

/** Shorter than this, in units, a line is a dot among others. */
const SHORT = 40;
function ringOf(path: string, spot: (at: Position) => Spot): Spot | null {
  const spots = linesIn(path).flat().map(spot);
  const [start, end] = [spots[0], spots.at(-1)];
  if (!start || !end || Math.hypot(end.x - start.x, end.y - start.y) >= SHORT) return null;
  return { x: Math.round((start.x + end.x) / 2), y: Math.round((start.y + end.y) / 2) };
}

/** Most that fits a third of the drawing, of 1, 2 or 5 times a power of ten. */
function scaleOf(unitsAMetre: number): Drawing["scale"] {
  const room = WIDTH / 3 / unitsAMetre;
  const power = 10 ** Math.floor(Math.log10(room));
  const metres = ([5, 2, 1].find((factor) => factor * power <= room) ?? 1) * power;
  const label = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  return { units: Math.round(metres * unitsAMetre), label };
}

/** @param selected id and kind of what the drawing is about; `way` the spans that lead to the substation */
export function drawingOf(
  { box, lines, points }: Surroundings,
  { id, layer }: { id: string; layer: string },
  way: readonly string[] = [],
): Drawing {
  const { spot, unitsAMetre } = projection(box);
  const onWay = new Set(way);
  const grouped = new Map<string, Drawing["lines"][number]>();
  let wayData = "";
  let own: { d: string; ring: Spot | null } | null = null;
  for (const line of lines) {
    const d = dataOf(line.path, spot);
    const [level, phases] = [LEVELS[line.level ?? ""] ?? "medium", phaseCount(line.phases)];
    const key = `${level} ${phases}`;
    grouped.set(key, { level, phases, d: (grouped.get(key)?.d ?? "") + d });
    if (onWay.has(line.id)) wayData += d;
    if (layer === "vanos" && line.id === id) own = { d, ring: ringOf(line.path, spot) };
  }
  const spots = points.map((point) => ({ ...spot(point.at), layer: point.layer, id: point.id }));
  const found = spots.find((one) => one.id === id && one.layer === layer);
  return {
    width: WIDTH,
    height: HEIGHT,
    lines: [...grouped.values()].toSorted(
      (one, other) => ORDER.indexOf(one.level) - ORDER.indexOf(other.level),
    ),
    points: spots
      .filter((one) => one !== found && one.x > -9 && one.x < WIDTH + 9 && one.y > -9 && one.y < HEIGHT + 9)
      .map(({ id: _, ...one }) => one),
    selected: found ? { x: found.x, y: found.y, layer: found.layer } : own,
    way: wayData,
    scale: scaleOf(unitsAMetre),
  };
}

/** What is drawn last lies on top. */
const ORDER: Level[] = ["low", "medium", "high"];
