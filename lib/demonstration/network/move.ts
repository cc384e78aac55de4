/** A GeoJSON of the sample, as its files are. */
export interface SampleCollection {
  features: { properties: Record<string, unknown>; geometry: SampleGeometry | null }[];
}
interface SampleGeometry {
  coordinates: Coordinates;
}
type Coordinates = number | Coordinates[];

/** Centre of the sample, and where the demonstration puts it: Río Bueno, Chile. */
const FROM = { lon: (-52.0610622 + -51.8461865) / 2, lat: (-28.0932435 + -28.0428161) / 2 };
const TO = { lon: -72.96, lat: -40.33 };

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const NARROWER = Math.cos(radians(FROM.lat)) / Math.cos(radians(TO.lat));
const seventh = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** Keeps metres: degrees of longitude are shorter in the south. */
export const movedPoint = ([lon, lat]: readonly [number, number]): [number, number] => [
  seventh((lon - FROM.lon) * NARROWER + TO.lon),
  seventh(lat - FROM.lat + TO.lat),
];

function movedCoordinates(coordinates: Coordinates): Coordinates {
  if (typeof coordinates === "number") return coordinates;
  const [lon, lat] = coordinates;
  if (typeof lon === "number" && typeof lat === "number") return movedPoint([lon, lat]);
  return coordinates.map(movedCoordinates);
}

/** Places of the sample and the demonstration's for them; codes are those of Chile's comunas. */
const RENAMED: [RegExp, string][] = [
  [/Tapejara/g, "La Unión"],
  [/TAPEJARA/g, "LA UNIÓN"],
  [/Ibiaçá/g, "Río Bueno"],
  [/^RS$/g, "Región de Los Ríos"],
  [/^4320909$/g, "14201"],
  [/^4309803$/g, "14204"],
];
const PLACES = ["nombre", "region", "comuna", "comunas", "comuna_codigo"];

const renamed = (value: unknown): unknown =>
  typeof value === "string" ? RENAMED.reduce((text, [from, to]) => text.replaceAll(from, to), value) : value;

/** The layer set elsewhere, with the places' names; all else is as it was. */
export function moved<Collection extends SampleCollection>(collection: Collection): Collection {
  return {
    ...collection,
    features: collection.features.map((feature) => ({
      ...feature,
      properties: Object.fromEntries(
        Object.entries(feature.properties).map(([name, value]) => [
          name,
          PLACES.includes(name) ? renamed(value) : value,
        ]),
      ),
      geometry: feature.geometry && {
        ...feature.geometry,
        coordinates: movedCoordinates(feature.geometry.coordinates),
      },
    })),
  };
}
