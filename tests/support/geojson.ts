/** A GeoJSON layer of these features: properties, and coordinates of a point or a line; null where there is none. */
export const layerOf = (features: readonly (readonly [properties: object, coordinates: unknown])[]) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: features.map(([properties, coordinates]) => ({
      type: "Feature",
      properties,
      geometry: geometryOf(coordinates),
    })),
  });

function geometryOf(coordinates: unknown) {
  if (!Array.isArray(coordinates)) return coordinates;
  return {
    type: typeof coordinates[0] === "number" ? "Point" : "LineString",
    coordinates: coordinates as unknown[],
  };
}
