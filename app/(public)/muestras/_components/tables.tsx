import { Explanation } from "@/components/ui/explanation";
import { Facts } from "@/components/ui/facts";
import { Pagination } from "@/components/ui/pagination";
import { StateMark, type State } from "@/components/ui/state-mark";
import { Sums } from "@/components/ui/sums";
import { Cell, Column, LongOrShort, Row, RowHeader, Table } from "@/components/ui/table";
import { KnownOr } from "@/components/ui/unknown";
import { Sample } from "./sample";

export function Tables() {
  return (
    <>
      <Sample
        title="Tablas"
        note="En el teléfono: apretada donde se comparan cifras, fichas donde se lee fila a fila."
      >
        <Compact />
        <Slips />
      </Sample>
      <Sample title="Cargos y sumas">
        <Charges />
      </Sample>
      <Sample title="Datos">
        <Facts
          facts={[
            { term: "Lectura actual", value: "18.688 kWh, 29 de enero de 2020, leída en terreno" },
            { term: "Medidor", value: "N° 5107733" },
            { term: "Transformador", value: <KnownOr text={null} /> },
          ]}
        />
      </Sample>
    </>
  );
}

const MONTHS: [string, string, string | null, string | null, string | null][] = [
  ["Octubre 2020", "Oct 2020", null, null, null],
  ["Agosto 2020", "Ago 2020", "141", "29.732", "35.297"],
  ["Junio 2020", "Jun 2020", "636", "91.510", "108.813"],
  ["Abril 2020", "Abr 2020", "448", "135.772", "161.485"],
];

function Compact() {
  return (
    <div>
      <Table
        mode="compact"
        caption="Mes a mes"
        note="Los cargos van netos, sin IVA. El total es lo que dice la boleta."
        head={
          <>
            <Column sort={{ href: "?dir=asc", direction: "descending" }}>Mes</Column>
            <Column number unit="kWh" sort={{ href: "?orden=consumo", direction: null }}>
              Consumo
            </Column>
            <Column number unit="$">
              <LongOrShort long="Cargos netos" short="Netos" />
            </Column>
            <Column number unit="$">
              <LongOrShort long="Total con IVA" short="Total" />
            </Column>
            <Column link>Ver cargos</Column>
            <Column link>Ver DTE</Column>
          </>
        }
      >
        {MONTHS.map(([long, short, consumption, net, total]) => (
          <Row key={long}>
            <RowHeader>
              <LongOrShort {...{ long, short }} />
            </RowHeader>
            {[consumption, net, total].map((figure, index) => (
              <Cell key={index} number>
                <KnownOr text={figure} />
              </Cell>
            ))}
            {["Detalle", "Ver DTE"].map((word) => (
              <Cell key={word} link none={net === null}>
                {net === null ? "–" : <a href="#contenido">{word}</a>}
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
      <Pagination
        label="Páginas de ejemplo"
        page={4}
        pageSize={4}
        total={36}
        hrefOf={(page) => `?pagina=${page}`}
      />
    </div>
  );
}

const BILLS: [string, string | null, string | null, State | null, string][] = [
  ["Abril 2026", "231", "38.640", "owed", "Por pagar"],
  ["Marzo 2026", "218", "36.120", "overdue", "Vencida"],
  ["Octubre 2025", "240", "39.905", "estimated", "Estimada"],
  ["Octubre 2020", null, null, null, "–"],
];

function Slips() {
  return (
    <Table
      mode="slips"
      caption="Boletas"
      head={
        <>
          <Column>Mes</Column>
          <Column number unit="kWh">
            Consumo
          </Column>
          <Column number unit="$">
            Total
          </Column>
          <Column>Estado</Column>
        </>
      }
    >
      {BILLS.map(([month, consumption, total, state, word]) => (
        <Row key={month}>
          <RowHeader>{month}</RowHeader>
          <Cell number label="Consumo (kWh)">
            <KnownOr text={consumption} />
          </Cell>
          <Cell number label="Total ($)">
            <KnownOr text={total} />
          </Cell>
          <Cell label="Estado">{state ? <StateMark state={state}>{word}</StateMark> : word}</Cell>
        </Row>
      ))}
    </Table>
  );
}

function Charges() {
  return (
    <div className="max-w-3xl space-y-3">
      <Table
        nameFirst
        caption="Los cargos"
        head={
          <>
            <Column>Cargo</Column>
            <Column number>
              <LongOrShort long="Afecto a IVA" short="IVA" />
            </Column>
            <Column number unit="$">
              Monto
            </Column>
          </>
        }
      >
        <Row>
          <RowHeader>
            <Explanation term="Electricidad consumida" aside="286 kWh" open>
              <p>La energía que usó en el mes: 286 kWh por el precio de su tarifa.</p>
            </Explanation>
          </RowHeader>
          <Cell number>SI</Cell>
          <Cell number>46.604</Cell>
        </Row>
        <Row>
          <RowHeader>
            <Explanation term="Servicio público">
              <p>La cooperativa lo recauda y lo entrega. No lleva IVA.</p>
            </Explanation>
          </RowHeader>
          <Cell number>NO</Cell>
          <Cell number>441</Cell>
        </Row>
      </Table>
      <Sums
        sums={[
          { label: "Suma afecta a IVA", figure: "46.604" },
          { label: "Suma no afecta", figure: "441" },
          { label: "Neto", figure: "47.045", weight: "subtotal" },
          { label: "IVA 19 % de 46.604", figure: "8.855" },
          { label: "Total", figure: "$ 55.900", weight: "total" },
        ]}
      />
    </div>
  );
}
