import { day } from "@/lib/kernel/civil-date";
import { formatDateWithWeekday } from "@/lib/kernel/format";
import type { Reckoned } from "@/lib/pqr/calculation";
import { dayWords, deadlineWords, doubtOf, provenance } from "../domain/deadline-words";
import type { Sheet } from "./sheet";
import type { SheetStyle } from "./sheets";

/** A term with its reason, day by day; `address` is where it can be reckoned again. */
export function deadlineSheet({ company }: SheetStyle, reckoned: Reckoned, address: string): Sheet {
  const { rule, answer, startedOn } = reckoned;
  const words = deadlineWords(reckoned);
  const doubt = doubtOf(reckoned);
  return {
    company,
    title: "Cálculo de un plazo",
    lead: [rule.name, `Desde el ${formatDateWithWeekday(startedOn)}: ${rule.startWords}.`],
    answer: { label: words.label, value: words.answer },
    blocks: [
      { kind: "note", text: [words.answer, words.until, words.sentence, ...words.beside].join(" ") },
      {
        kind: "facts",
        title: "La norma",
        facts: [
          { term: "Qué dice", value: rule.clause.says },
          { term: "Dónde", value: rule.clause.norm },
          ...(doubt ? [{ term: "Certeza", value: doubt }] : []),
          { term: "Qué pasa después", value: rule.then },
          { term: "Quién decide", value: rule.decider },
        ],
      },
      {
        kind: "table",
        title: "Por qué esa fecha, día por día",
        columns: [
          { header: "Día", share: 4 },
          { header: "Cuenta", share: 1.6 },
          { header: "Motivo", share: 3.4 },
          { header: "Norma", share: 4 },
        ],
        rows: answer.explanation.map((one) => {
          const { counts, reason } = dayWords(one);
          return [formatDateWithWeekday(day(one.date)), counts, reason, one.norm];
        }),
      },
      { kind: "note", text: `${provenance(reckoned)} ${address}` },
    ],
  };
}
