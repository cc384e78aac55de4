import { Cell, Column, LongOrShort, Row, RowHeader, Table } from "@/components/ui/table";
import { KnownOr } from "@/components/ui/unknown";
import { formatNumber, formatPeriodLabel, formatPeriodShort, type NumberStyle } from "@/lib/kernel/format";
import type { Demand } from "@/lib/network/model";

/** Least and greatest demand of the last twelve months, newest first. */
export function DemandTable({
  demand,
  unit,
  numbers,
}: {
  demand: readonly Demand[];
  unit: string;
  numbers: NumberStyle;
}) {
  const hasEnergy = demand.some(({ energyKwh }) => energyKwh !== null);
  return (
    <Table
      caption="Demanda, mes a mes"
      mode="compact"
      dense
      head={
        <>
          <Column>Mes</Column>
          <Column number unit={unit}>
            Mínima
          </Column>
          <Column number unit={unit}>
            Máxima
          </Column>
          {hasEnergy && (
            <Column number unit="kWh">
              Energía
            </Column>
          )}
        </>
      }
    >
      {demand.map(({ period, min, max, energyKwh }) => (
        <Row key={period}>
          <RowHeader>
            <LongOrShort long={formatPeriodLabel(period)} short={formatPeriodShort(period)} />
          </RowHeader>
          <Cell number>
            <KnownOr text={formatNumber(min, numbers)} />
          </Cell>
          <Cell number>
            <KnownOr text={formatNumber(max, numbers)} />
          </Cell>
          {hasEnergy && (
            <Cell number>
              <KnownOr text={formatNumber(energyKwh, numbers)} />
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  );
}
