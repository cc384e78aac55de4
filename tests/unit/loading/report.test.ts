import { expect, test } from "vitest";
import type { LoadReport } from "../../../lib/loading/model.ts";
import { rejectedRows, reportText } from "../../../lib/loading/report.ts";

const count = { resource: "boletas", file: "boletas.csv", read: 1200, accepted: 1199, rejected: 1 } as const;
const report: LoadReport = {
  id: "0190",
  source: "paquete.zip",
  status: "published",
  dryRun: false,
  startedAt: "2026-11-22T15:00:00.000Z",
  finishedAt: "2026-11-22T15:00:01.000Z",
  counts: [
    {
      ...count,
      inserted: 1000,
      updated: 150,
      unchanged: 49,
      deleted: 0,
      totals: [{ column: "total", read: "1500", accepted: "1400.5" }],
    },
  ],
  refusal: null,
  notices: ["No se leyó x.csv."],
  rejections: [
    { file: "boletas.csv", line: 7, column: "total", value: "1332", reason: "No suma.", remedy: "Revise." },
  ],
};

test("a report is a table whose figures stand under each other, and then what stayed out", () => {
  expect(reportText(report)).toBe(
    [
      "         leídas  aceptadas  rechazadas  nuevas  cambiadas  iguales  quitadas",
      "boletas   1.200      1.199           1   1.000        150       49         0",
      "",
      "Suma de «total» en boletas: 1.400,5 (leído: 1.500)",
      "",
      "boletas.csv, línea 7, columna «total» (1332):",
      "  No suma. Revise.",
      "",
      "No se leyó x.csv.",
      "Carga publicada.",
      "",
    ].join("\n"),
  );
  expect(rejectedRows(report)).toBe(1);
});

test("a dry run and a refusal say that nothing was published", () => {
  expect(reportText({ ...report, dryRun: true })).toMatch(/No se publicó nada\.\n$/);
  expect(reportText({ ...report, status: "refused", counts: [], refusal: "Falta x." })).toBe(
    "Carga rechazada: Falta x.\nNo se publicó nada.\n",
  );
});

test("rows past those shown are counted", () => {
  const many = {
    ...report,
    counts: [{ ...count, rejected: 30_000, inserted: 0, updated: 0, unchanged: 0, deleted: 0, totals: [] }],
  };
  expect(reportText(many)).toContain("y 29.980 más: todas, con --rejected filas.csv.");
});
