import { capitalised, formatNumber, formatPeriodLabel, type NumberStyle } from "@/lib/kernel/format";
import { decimalText } from "@/lib/kernel/decimal";
import { capacityOf } from "@/lib/network/capacity";
import type { Field } from "@/lib/network/fields";
import { layerNamed, layers, type Layer } from "@/lib/network/layers";
import { listFields } from "@/lib/network/listing";
import { lookLikeFractions, type Asset, type AssetDetail, type Edition, type Kin } from "@/lib/network/model";
import type { VnrDetail } from "@/lib/network/queries/vnr";
import type { Upstream } from "@/lib/network/queries/upstream";
import { WARNINGS } from "@/lib/network/warnings";
import { changeWords, warningWords } from "../domain/change-words";
import { assetFacts, capacityFacts, upstreamFacts, type NetworkFacts } from "../domain/network-facts";
import {
  assetSentence,
  assetTitle,
  capacitySentence,
  editionTitle,
  GONE,
  lastKnown,
  NO_DEMAND,
  REFERENTIAL,
  valueWords,
  withheldSentence,
} from "../domain/network-words";
import { codeSentence, codeTitle, surchargeWords, SMALL_PERCENTAGE_WARNING } from "../domain/vnr-words";
import type { Sheet, SheetBlock } from "./sheet";

export interface NetworkStyle {
  company: Sheet["company"];
  numbers: NumberStyle;
}

const note = (text: string): SheetBlock => ({ kind: "note", text });
const factsBlock = ({ title, facts }: NetworkFacts): SheetBlock => ({
  kind: "facts",
  title,
  facts: facts.map(({ term, value }) => ({ term, value })),
});

/** What stands at the foot of every document of the network. */
const editionNotes = (edition: Edition): SheetBlock[] => [
  note(`${REFERENTIAL}. ${editionTitle(edition)}. ${edition.attribution}. Licencia: ${edition.licence}.`),
  ...(edition.note ? [note(edition.note)] : []),
];

/** All that the page of an asset tells. */
export function assetSheet(
  { company, numbers }: NetworkStyle,
  detail: AssetDetail,
  { kin, way }: { kin: readonly Kin[]; way: Upstream | null },
): Sheet {
  const { asset, edition, demand } = detail;
  const capacity = capacityOf(detail);
  const capacityBlock = capacityFacts(detail, numbers);
  const isOnALine = !["subestaciones", "alimentadores"].includes(asset.layer);
  return {
    company,
    title: assetTitle(asset),
    lead: [
      assetSentence(detail, numbers),
      ...(edition.isCurrent ? [] : [`${GONE}. ${lastKnown(edition)}`]),
    ].filter(Boolean),
    blocks: [
      ...assetFacts(detail, numbers).map(factsBlock),
      ...(capacityBlock ? [factsBlock(capacityBlock)] : []),
      ...(asset.withheld ? [note(withheldSentence(edition))] : []),
      ...(demand.length > 0 ? [demandBlock(detail, numbers)] : []),
      ...(capacity && !asset.withheld && demand.length === 0
        ? [note(`Demandas: S/I. ${capitalised(NO_DEMAND)}`)]
        : []),
      ...[capacity && capacitySentence(capacity, edition.demandUnit, numbers)].flatMap((said) =>
        said ? [note(said)] : [],
      ),
      ...(isOnALine ? [factsBlock(upstreamFacts(way, numbers))] : []),
      ...kin.map((one): SheetBlock => note(kinWords(one, numbers))),
      ...detail.warnings.map(warningWords).map(({ title, detail: said }) => note(`${title}: ${said}`)),
      ...detail.changes.map((change) => note(changeNote(changeWords(change, asset.layer, numbers)))),
      ...editionNotes(edition),
    ],
  };
}

const changeNote = ({ date, sentence, columns }: ReturnType<typeof changeWords>) =>
  [`Edición del ${date}: ${sentence}`, ...columns.map((column) => `${column}.`)].join(" ");

const kinWords = ({ title, total, assets }: Kin, numbers: NumberStyle) =>
  `${title}: ${formatNumber(decimalText(total), numbers)}${assets.length > 0 ? `. ${assets.map(({ id }) => id).join(", ")}` : ""}${total > assets.length && assets.length > 0 ? " …" : ""}`;

function demandBlock({ demand, edition }: AssetDetail, numbers: NumberStyle): SheetBlock {
  return {
    kind: "table",
    title: "12 últimas demandas",
    columns: [
      { header: "Mes", share: 4 },
      { header: "Mínima", unit: edition.demandUnit, share: 3, numeric: true },
      { header: "Máxima", unit: edition.demandUnit, share: 3, numeric: true },
      { header: "Energía", unit: "kWh", share: 3, numeric: true },
    ],
    rows: demand.map(({ period, min, max, energyKwh }) => [
      formatPeriodLabel(period),
      ...[min, max, energyKwh].map((value) => formatNumber(value, numbers)),
    ]),
  };
}

const isFigure = ({ kind }: Field) => kind === "number" || kind === "integer";

/** The first rows of a list, as it was narrowed and ordered. */
export function layerSheet(
  { company, numbers }: NetworkStyle,
  {
    layer,
    title,
    edition,
    assets,
    total,
  }: { layer: Layer; title: string; edition: Edition; assets: readonly Asset[]; total: number },
): Sheet {
  const fields = listFields(layer.name);
  const count = formatNumber(decimalText(total), numbers);
  return {
    company,
    title,
    lead: [
      total > assets.length
        ? `Las primeras ${assets.length} filas de ${count}. Todas están en el CSV.`
        : `Son ${count}.`,
    ],
    blocks: [
      {
        kind: "table",
        title: layer.title,
        columns: fields.map((field) => ({
          header: field.title,
          share: field.stored === "conductor" || field.stored === "name" ? 5 : 2.5,
          ...(field.unit ? { unit: field.unit } : {}),
          ...(isFigure(field) ? { numeric: true } : {}),
        })),
        rows: assets.map(({ values }) =>
          fields.map((field) => valueWords(field, values[field.stored], numbers)),
        ),
      },
      ...editionNotes(edition),
    ],
  };
}

const surchargesBlock = ({ surcharges, unit }: VnrDetail, numbers: NumberStyle): SheetBlock => ({
  kind: "facts",
  title: "Recargos",
  facts: surcharges.map(({ title, value }) => ({ term: title, value: surchargeWords(value, unit, numbers) })),
});

/** A code of the regulator, with its surcharges where it is a VNR code. */
export function vnrSheet({ company, numbers }: NetworkStyle, edition: Edition, detail: VnrDetail): Sheet {
  const warned = lookLikeFractions(
    detail.unit,
    detail.surcharges.map(({ value }) => value),
  );
  return {
    company,
    title: codeTitle(detail),
    lead: [codeSentence(detail)],
    blocks: [
      ...(detail.isVnr ? [surchargesBlock(detail, numbers)] : []),
      ...(warned ? [note(SMALL_PERCENTAGE_WARNING)] : []),
      ...detail.assets.map(({ layer, total }) =>
        note(`${layerNamed(layer).title} con este código: ${formatNumber(decimalText(total), numbers)}`),
      ),
      ...editionNotes(edition),
    ],
  };
}

/** Every edition with its counts, changes and what is known to be wrong with it. */
export function editionsSheet({ company, numbers }: NetworkStyle, editions: readonly Edition[]): Sheet {
  const count = (value: number | undefined) =>
    value === undefined ? "–" : formatNumber(decimalText(value), numbers);
  return {
    company,
    title: "Ediciones de la red",
    lead: [`${REFERENTIAL}.`],
    blocks: editions.flatMap((edition): SheetBlock[] => [
      {
        kind: "table",
        title: editionTitle(edition),
        columns: [
          { header: "Capa", share: 4 },
          ...["Filas", "Agregados", "Quitados", "Movidos de alimentador", "Con datos cambiados"].map(
            (header) => ({
              header,
              share: 2,
              numeric: true,
            }),
          ),
        ],
        rows: layers.map(({ name, title }) => {
          const changes = edition.account.changes?.layers[name];
          return [
            title,
            count(edition.account.counts[name]),
            count(changes?.added),
            count(changes?.removed),
            count(changes?.moved),
            count(changes?.changed),
          ];
        }),
      },
      ...edition.account.warnings.map(({ code, layer, count: times }) =>
        note(`${WARNINGS[code].title}, en ${layer}: ${count(times)}. ${WARNINGS[code].meaning}`),
      ),
      ...editionNotes(edition),
    ]),
  };
}
