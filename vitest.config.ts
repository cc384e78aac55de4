import { defineConfig } from "vitest/config";

const resolve = { alias: { "@": import.meta.dirname } };

/** The pure rules keep nothing between files, and run twice: where the server stands must not change a date, and Santiago has days without a midnight. */
const unit = (name: string, timeZone: string, folder = "**") => ({
  resolve,
  test: {
    name,
    include: [`tests/unit/${folder}/*.test.{ts,tsx}`],
    env: { TZ: timeZone },
    isolate: false,
    testTimeout: 20_000,
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      unit("unit", "UTC"),
      unit("unit-santiago", "America/Santiago"),
      // Legal terms, in the other zones in which a server may stand.
      unit("unit-bogota", "America/Bogota", "pqr"),
      unit("unit-asuncion", "America/Asuncion", "pqr"),
      {
        resolve,
        test: { name: "structure", include: ["tests/structure/**/*.test.ts"], testTimeout: 30_000 },
      },
      {
        resolve,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: "tests/support/postgres.ts",
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
