import { readFileSync } from "node:fs";
import { join } from "node:path";
import { answerCase } from "../../lib/pqr/answer-case.ts";
import { FIRST_LAW } from "../../lib/pqr/law.ts";
import { median, type Measure } from "./measure.ts";
import { ROOT } from "./workspace.ts";

const GOAL_A_SECOND = 20_000;
const WARM_UP = 20_000;
const ROUNDS = 5;
const PASSES = 300;

/**
 * Seconds of CPU of this process for 20 thousand evaluations on one core: the 61 worked examples in turn, from what a
 * program sends to what it is answered, every date explained day by day.
 */
export const deadlineEvaluations: Measure = {
  name: "deadline_evaluations",
  goal: 1,
  async take() {
    const path = join(ROOT, "tests/fixtures/deadlines/examples.json");
    const cases = JSON.parse(readFileSync(path, "utf8")) as unknown[];
    const evaluate = (passes: number) => {
      const before = process.cpuUsage();
      for (let pass = 0; pass < passes; pass++)
        for (const one of cases) if (!answerCase(FIRST_LAW, one).ok) throw new Error("an example is refused");
      const { user, system } = process.cpuUsage(before);
      return (passes * cases.length) / ((user + system) / 1e6);
    };
    evaluate(Math.ceil(WARM_UP / cases.length));
    const rates = Array.from({ length: ROUNDS }, () => evaluate(PASSES));
    const rate = median(rates);
    return {
      ratio: GOAL_A_SECOND / rate,
      sides: `${Math.round(rate)} evaluations a second of CPU, at least ${GOAL_A_SECOND}`,
      details: rates.map((each) => `${Math.round(each)} a second`),
    };
  },
};
