import { ChartKey } from "@/components/charts/chart-key";
import type { ChartMonth } from "@/components/charts/geometry";
import { HistoryChart } from "@/components/charts/history-chart";
import { MonthLine } from "@/components/charts/month-line";
import { Section } from "@/components/ui/answer";
import { decimalText } from "@/lib/kernel/decimal";
import { formatNumber } from "@/lib/kernel/format";
import { period, periodsUntil } from "@/lib/kernel/period";
import { numberStyle } from "@/lib/platform/profile";
import { Sample } from "./sample";

/** November 2017 to October 2020; the last two are not known, two more were estimated. */
const CONSUMPTION = [
  300, 310, 322, 402, 356, 410, 440, 598, 556, 505, 440, 372, 305, 289, 301, 377, 348, 421, 466, 571, 530,
  498, 430, 356, 312, 294, 286, 391, 332, 448, 387, 636, 481, 141,
];
const ESTIMATED = new Set(["2018-06", "2019-07"]);

function sampleMonths(): ChartMonth[] {
  const style = numberStyle();
  return periodsUntil(period("2020-10"), 36)
    .toReversed()
    .map((at, index) => {
      const known = CONSUMPTION[index];
      const value = known === undefined ? null : decimalText(known);
      return { period: at, value, label: formatNumber(value, style), estimated: ESTIMATED.has(at) };
    });
}

export function Charts() {
  const months = sampleMonths();
  return (
    <Sample
      title="Gráficos"
      note="Base cero. Rayado: estimado. Contorno: un año antes. Postes: sin información."
    >
      <Section>
        <h3>Consumo, 36 meses</h3>
        <p className="mt-1 text-note text-ink-soft">kWh por mes.</p>
        <HistoryChart months={months} title="Consumo en kWh" numberStyle={numberStyle()} />
        <ChartKey
          entries={[
            { kind: "bar", label: "lectura del medidor" },
            { kind: "estimated", label: "lectura estimada" },
            { kind: "before", label: "mismo mes, un año antes" },
            { kind: "gap", label: "S/I: sin información" },
          ]}
        />
      </Section>
      <div className="grid gap-8 wide:grid-cols-2">
        <MonthLine
          months={months.slice(5, 18)}
          label="Consumo de 13 meses, de abril de 2018 a abril de 2019"
        />
        <MonthLine
          months={months.slice(22, 35)}
          label="Consumo de 13 meses, de septiembre de 2019 a septiembre de 2020"
        />
      </div>
    </Sample>
  );
}
