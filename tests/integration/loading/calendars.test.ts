import { beforeEach, expect, test } from "vitest";
import { chileanHolidays } from "../../../lib/jurisdiction/cl/holidays.ts";
import { calendarRows } from "../../../lib/demonstration/calendar-rows.ts";
import { day } from "../../../lib/kernel/civil-date.ts";
import { loadPackage } from "../../../lib/loading/commands.ts";
import { lawInForce } from "../../../lib/pqr/queries.ts";
import { answerCase } from "../../../lib/pqr/answer-case.ts";
import { freshDatabase } from "../../support/database.ts";
import { aPackage, countOf, descriptor, loading } from "../../support/packages.ts";

const { db, pool, url } = await freshDatabase();
const HEADER = "calendario,fecha,clase,nombre,norma,fuente,certeza";

const load = (rows: readonly string[], complete = false) => {
  const json = JSON.parse(descriptor(["calendarios"])) as { resources: object[] };
  if (complete) json.resources = json.resources.map((entry) => ({ ...entry, completo: true }));
  return loadPackage(
    loading(url),
    aPackage({
      "datapackage.json": JSON.stringify(json),
      "calendarios.csv": [HEADER, ...rows, ""].join("\n"),
    }),
  );
};
const YEAR_2028 = [
  "CO,2028-01-01,feriado,Año Nuevo,Ley 51 de 1983,https://normas.example/ley-51,firme",
  "CO,2028-01-10,feriado,Reyes Magos,Ley 51 de 1983,,firme",
  "CO,2028-12-31,revisado,Feriados de 2028,revisión de la empresa,,firme",
];
const versions = async () =>
  (
    await pool.query<{ calendar: string; number: number }>(
      "SELECT calendar, number FROM calendar_version ORDER BY 1, 2",
    )
  ).rows;

/** A petition filed on the first days of 2028, or of 2026. */
async function dueOf(filedOn: string) {
  const at = `${filedOn}T10:00:00-05:00`;
  const result = answerCase(await lawInForce({ db }), {
    jurisdiction: "CO",
    caseType: "co.peticion_general",
    events: [{ type: "filed", at }],
    asOf: at,
  });
  return result.ok
    ? [result.answer.dueAt?.slice(0, 10), result.answer.calendar]
    : [result.refusal.code, result.refusal.about];
}

beforeEach(async () => {
  await pool.query("TRUNCATE calendar_day, calendar_version, load CASCADE");
});

test("without a loaded calendar those that came along are in force", async () => {
  expect(await dueOf("2026-02-02")).toEqual(["2026-02-23", "CO 1 (2026)"]);
  expect(await dueOf("2028-01-03")).toEqual(["year_not_covered", "2028"]);
});

test("a loaded year is covered, with its own holidays, and the years that came along stay", async () => {
  const report = await load(YEAR_2028);
  expect(countOf(report, "calendarios")).toMatchObject({ read: 3, accepted: 3, inserted: 3 });
  // From Monday 3 January 2028: Monday 10 does not count.
  expect(await dueOf("2028-01-03")).toEqual(["2028-01-25", "CO carga 1"]);
  expect(await dueOf("2026-02-02")).toEqual(["2026-02-23", "CO carga 1"]);
});

test("each day keeps its norm and where it can be read", async () => {
  await load(YEAR_2028);
  const law = await lawInForce({ db });
  const [newYear] = law.calendar("CO")?.daysFrom(day("2028-01-01"), day("2028-01-01")) ?? [];
  expect(newYear?.holiday).toMatchObject({ norm: "Ley 51 de 1983", url: "https://normas.example/ley-51" });
});

test("a change makes a new version, the same again none, and the former one is kept as it was", async () => {
  await load(YEAR_2028);
  await load([...YEAR_2028, "CO,2028-01-11,feriado,Duelo nacional,Decreto 1 de 2028,,firme"]);
  expect(await dueOf("2028-01-03")).toEqual(["2028-01-26", "CO carga 2"]);
  await load([...YEAR_2028, "CO,2028-01-11,feriado,Duelo nacional,Decreto 1 de 2028,,firme"].toReversed());
  expect(await versions()).toEqual([
    { calendar: "CO", number: 1 },
    { calendar: "CO", number: 2 },
  ]);
  const { rows } = await pool.query<{ days: number; load: string | null }>(
    "SELECT jsonb_array_length(days) AS days, load_id AS load FROM calendar_version ORDER BY number",
  );
  expect(rows.map(({ days }) => days)).toEqual([3, 4]);
  expect(rows.every(({ load: id }) => id !== null)).toBe(true);
});

test("a holiday that a decree took back goes with a complete resource", async () => {
  await load(YEAR_2028);
  await load(
    YEAR_2028.filter((row) => !row.includes("Reyes")),
    true,
  );
  expect(await dueOf("2028-01-03")).toEqual(["2028-01-24", "CO carga 2"]);
});

test("another calendar's version stays as it was", async () => {
  await load(YEAR_2028);
  await load(["BO-P,2028-12-31,revisado,Feriados de 2028,revisión,,provisional"]);
  expect(await versions()).toEqual([
    { calendar: "BO-P", number: 1 },
    { calendar: "CO", number: 1 },
  ]);
});

test.each([
  [
    "a year that nobody reviewed",
    "CO,2029-01-01,feriado,Año Nuevo,Ley 51,,firme",
    /El año 2029 de CO no está revisado/,
  ],
  [
    "a review in the middle of its year",
    "CO,2029-06-30,revisado,x,x,,firme",
    /no está en el 31 de diciembre/,
  ],
  ["what names no calendar", "colombia,2028-01-02,feriado,x,x,,firme", /calendario/],
  ["what says not how sure it is", "CO,2028-01-02,feriado,x,x,,tal vez", /valores posibles/],
])("%s stays out", async (_what, row, reason) => {
  const report = await load([...YEAR_2028, row]);
  expect(report.rejections.map((rejection) => rejection.reason)).toEqual([expect.stringMatching(reason)]);
  expect(countOf(report, "calendarios")).toMatchObject({ read: 4, accepted: 3, rejected: 1 });
});

test("a dry run approves nothing", async () => {
  const source = aPackage({
    "datapackage.json": descriptor(["calendarios"]),
    "calendarios.csv": [HEADER, ...YEAR_2028, ""].join("\n"),
  });
  await loadPackage(loading(url), source, { dryRun: true });
  expect(await versions()).toEqual([]);
});

test("the calendar that came along, loaded as it is, gives the same days", async () => {
  const rows = calendarRows(chileanHolidays).map((row) =>
    HEADER.split(",")
      .map((column) => `"${row[column] ?? ""}"`)
      .join(),
  );
  expect((await load(rows)).rejections).toEqual([]);
  const law = await lawInForce({ db });
  const from = [day("2025-01-01"), day("2027-12-31")] as const;
  const holidays = law
    .calendar("CL")
    ?.daysFrom(...from)
    .filter(({ holiday }) => holiday);
  expect(holidays?.map(({ date }) => date)).toEqual(chileanHolidays.days.map(({ on }) => on));
});
