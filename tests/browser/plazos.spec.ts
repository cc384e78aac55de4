import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { pdfText } from "./pdf.ts";
import { takenAlong } from "./taken-along.ts";

interface Example {
  id: string;
  expected: Record<string, unknown>;
}
const read = (file: string) =>
  JSON.parse(readFileSync(`tests/fixtures/deadlines/${file}.json`, "utf8")) as Example[];
const examples = read("examples");
const furtherCases = read("further-cases");

async function reckon(page: Page, plazo: string, [day, month, year]: [string, string, string]) {
  await page.getByLabel("Qué plazo").selectOption({ label: plazo });
  await page.getByLabel("Día", { exact: true }).fill(day);
  await page.getByLabel("Mes", { exact: true }).fill(month);
  await page.getByLabel("Año", { exact: true }).fill(year);
  await page.getByRole("button", { name: "Calcular plazo" }).click();
}

const REPOSICION = "Pedir a la SEC que revise su decisión (reposición)";

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "con JavaScript" : "sin JavaScript, en el teléfono", () => {
    test.use({ javaScriptEnabled, ...(javaScriptEnabled ? {} : { viewport: { width: 390, height: 844 } }) });

    test("calcular hasta cuándo se puede pedir una reposición, ver por qué y llevárselo", async ({
      page,
    }) => {
      await page.goto("/");
      await page.getByRole("main").getByRole("link", { name: "Calcular un plazo" }).click();
      await reckon(page, REPOSICION, ["15", "9", "2026"]);
      const main = page.getByRole("main");
      await expect(main).toContainText("Último día para presentarlo");
      await expect(main.getByText("miércoles 23 de septiembre", { exact: true })).toBeVisible();
      await expect(main).toContainText("hora de Chile continental");
      await expect(main).toContainText("Viernes 18 de septiembre no cuenta: Independencia.");
      await expect(main).toContainText("Sábado y feriado: Glorias del Ejército");
      await main.getByText("Qué dice la norma").click();
      await expect(main).toContainText("Ley 19.880, artículos 25 y 59");
      await expect(main.getByRole("heading", { name: "Qué pasa después" })).toBeVisible();

      const pdf = await takenAlong(page, "Guardar (PDF)");
      expect(pdf.name).toBe("plazo-2026-09-15.pdf");
      const text = pdfText(pdf.bytes);
      expect(text).toContain("miércoles 23 de septiembre");
      expect(text).toContain("Feriado: Independencia");

      const ics = await takenAlong(page, "Guardar en mi calendario (.ics)");
      expect(ics.name).toBe("plazo-2026-09-15.ics");
      const unfolded = ics.bytes.toString("utf8").replaceAll("\r\n ", "");
      expect(unfolded).toContain("DTSTART;VALUE=DATE:20260923\r\n");
      expect(unfolded).toContain(`SUMMARY:Vence: ${REPOSICION}`);
    });

    test("la dirección de un cálculo es ese cálculo", async ({ page }) => {
      await page.goto("/plazos?pais=CO");
      await reckon(page, "La respuesta a una petición", ["25", "3", "2026"]);
      const href = await page.getByRole("link", { name: "Enlace a este cálculo" }).getAttribute("href");
      await page.goto(href ?? "");
      await expect(page.getByText("viernes 17 de abril", { exact: true })).toBeVisible();
      await expect(page.getByRole("main")).toContainText(
        "Jueves 2 y viernes 3 de abril no cuentan: Jueves y Viernes Santo.",
      );
      await expect(page.getByLabel("Qué plazo")).toHaveValue("co.peticion_general");
    });

    test("lo que falta se dice arriba y en su campo, y lo escrito queda", async ({ page }) => {
      await page.goto("/plazos?pais=CO");
      await reckon(page, "La reconexión del servicio", ["31", "2", "2026"]);
      const problem = page.getByRole("alert").filter({ hasText: "Hay un problema" });
      await expect(problem).toContainText("Escriba un día que exista");
      await expect(page.getByLabel("Día", { exact: true })).toHaveValue("31");
      await page.getByLabel("Mes", { exact: true }).fill("3");
      await page.getByRole("button", { name: "Calcular plazo" }).click();
      await expect(problem).toContainText("Este plazo corre por horas");
      await page.getByLabel("A qué hora").fill("18:30");
      await page.getByRole("button", { name: "Calcular plazo" }).click();
      await expect(page.getByText("miércoles 1 de abril, 18:30", { exact: true })).toBeVisible();
    });

    test("de un año sin calendario aprobado no se da una fecha", async ({ page }) => {
      await page.goto("/plazos?pais=PY");
      await reckon(page, "La respuesta a un reclamo (15 días hábiles, plazo configurado)", [
        "20",
        "12",
        "2027",
      ]);
      await expect(page.getByRole("status")).toContainText("El plazo toca el año 2028");
      await expect(page.getByText("La empresa tiene hasta el")).toHaveCount(0);
    });
  });

test("el reclamo que la dirección nombra y la lista no ofrece también se calcula y queda elegido", async ({
  page,
}) => {
  await page.goto("/plazos?pais=PY&plazo=py.reclamo_cfg7&dia=26&mes=2&anio=2026");
  await expect(page.getByText("martes 10 de marzo", { exact: true })).toBeVisible();
  await expect(page.getByLabel("Qué plazo")).toHaveValue("py.reclamo_cfg7");
});

for (const [what, query, sentence] of [
  ["un país", "pais=XX&plazo=co.queja", "No conocemos los plazos de «XX»"],
  ["un lugar", "pais=CL&plazo=cl.reposicion_sec&zona=Mars/Phobos", "No conocemos el lugar «Mars/Phobos»"],
  [
    "una zona en un país que tiene una sola",
    "pais=CO&plazo=co.queja&zona=Europe/Madrid",
    "No conocemos el lugar",
  ],
  [
    "un departamento",
    "pais=BO&plazo=bo.reclamacion_directa&region=Q",
    "No tenemos un calendario de feriados para «Q»",
  ],
  ["un departamento donde no los hay", "pais=CO&plazo=co.queja&region=P", "No tenemos un calendario"],
  ["un plazo", "pais=CO&plazo=co.nada", "No conocemos ese plazo en este país"],
] as const)
  test(`${what} que no se conoce: se dice por qué, sin fecha, y lo escrito queda`, async ({
    page,
    request,
  }) => {
    const asked = `${query}&dia=3&mes=2&anio=2026`;
    await page.goto(`/plazos?${asked}`);
    const main = page.getByRole("main");
    await expect(main).toContainText(sentence);
    await expect(main).not.toContainText("tiene hasta el");
    await expect(main).not.toContainText("Último día");
    await expect(page.getByLabel("Día", { exact: true })).toHaveValue("3");
    await expect(page.getByLabel("Año", { exact: true })).toHaveValue("2026");
    for (const type of ["pdf", "ics"])
      expect((await request.get(`/plazos/${type}?${asked}`)).status(), type).toBe(404);
  });

test("lo que ya venció se dice sin suponer qué hizo la empresa, y un comienzo inhábil con sus dos lecturas", async ({
  page,
}) => {
  await page.goto("/plazos?pais=CO&plazo=co.queja&dia=8&mes=3&anio=2026");
  const main = page.getByRole("main");
  await expect(main).toContainText("El plazo ya terminó. Si no hubo respuesta: silencio no reconocido.");
  await expect(main).toContainText("reclame el silencio desde el miércoles 1 de abril de 2026");
  await page.goto("/plazos?pais=CO&plazo=co.plazo_recurso&dia=8&mes=3&anio=2026");
  await expect(main).toContainText("nadie debería rechazarlo por tarde hasta el lunes 16 de marzo de 2026");
});

test("Potosí tiene feriados que otro departamento no tiene", async ({ page }) => {
  await page.goto("/plazos?pais=BO&plazo=bo.reclamacion_directa&dia=27&mes=10&anio=2025&region=P");
  await expect(page.getByText("miércoles 19 de noviembre", { exact: true })).toBeVisible();
  await page.getByLabel("Departamento").selectOption({ label: "Otro departamento" });
  await page.getByRole("button", { name: "Calcular plazo" }).click();
  await expect(page.getByText("martes 18 de noviembre", { exact: true })).toBeVisible();
});

test("lo que no tiene sentido en la dirección no rompe nada", async ({ request }) => {
  for (const query of [
    "pais=XX&plazo=__proto__",
    "pais=PY&plazo=__proto__&dia=1&mes=1&anio=2026",
    "dia[]=1&dia=2",
    "anio=99999",
    `plazo=${"x".repeat(5000)}`,
    "hora=25:99",
  ])
    expect((await request.get(`/plazos?${query}`)).status(), query).toBe(200);
  for (const type of ["pdf", "ics"]) expect((await request.get(`/plazos/${type}`)).status()).toBe(404);
});

test.describe("POST /api/v1/plazos", () => {
  const contracted = new Set([...examples, ...furtherCases].flatMap(({ expected }) => Object.keys(expected)));

  for (const [what, cases, beside] of [
    // What a late filing is still owed is in no worked example.
    ["los 61 ejemplos", examples, ["answerDueAt"]],
    ["los demás casos del contrato", furtherCases, []],
  ] as const)
    test(`da los campos de ${what}, exactos`, async ({ request }) => {
      expect(cases.length).toBeGreaterThanOrEqual(61);
      for (const { id, expected, ...example } of cases) {
        const response = await request.post("/api/v1/plazos", { data: example });
        expect(response.status(), id).toBe(200);
        const answer = Object.entries((await response.json()) as Record<string, unknown>);
        const fields = answer.filter(([name]) => contracted.has(name) && !beside.some((one) => one === name));
        expect(Object.fromEntries(fields), id).toEqual(expected);
      }
    });

  const fine = {
    jurisdiction: "CO",
    caseType: "co.queja",
    events: [{ type: "filed", at: "2026-02-02T10:00:00-05:00" }],
    asOf: "2026-02-10T12:00:00-05:00",
  };
  const refusals: [string, object, number, string][] = [
    ["una zona que no existe", { ...fine, timezone: "Mars/Phobos" }, 422, "unknown_zone"],
    ["un año sin calendario", { ...fine, asOf: "2029-02-10T12:00:00-05:00" }, 422, "year_not_covered"],
    ["una fecha imposible", { ...fine, asOf: "2026-02-30T12:00:00-05:00" }, 422, "impossible_date"],
    ["una clase de caso que no existe", { ...fine, caseType: "co.x" }, 422, "unknown_case_type"],
    ["un hecho que no existe", { ...fine, events: [{ type: "x", at: fine.asOf }] }, 422, "unknown_event"],
    ["lo que no es un caso", { caseType: 1 }, 422, "malformed_case"],
    ["hechos de más", { ...fine, events: Array(201).fill(fine.events[0]) }, 422, "malformed_case"],
    ["lo que no cabe", { ...fine, title: "x".repeat(70_000) }, 413, "too_large"],
  ];
  for (const [what, data, status, code] of refusals)
    test(`se niega a ${what} y dice por qué`, async ({ request }) => {
      const response = await request.post("/api/v1/plazos", { data });
      const answer = (await response.json()) as Record<string, unknown>;
      expect([response.status(), answer["code"]]).toEqual([status, code]);
      expect(answer["message"]).toMatch(/\w{4}/);
      expect(answer["dueAt"]).toBeUndefined();
    });

  test("lo que no es JSON recibe 400", async ({ request }) => {
    const response = await request.post("/api/v1/plazos", {
      headers: { "content-type": "application/json" },
      data: Buffer.from("{"),
    });
    expect([response.status(), (await response.json()) as unknown]).toMatchObject([
      400,
      { code: "not_json" },
    ]);
  });
});
