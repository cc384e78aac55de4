import { businessDays, type Certainty, type TermRule } from "../term-rule.ts";

type Figures = Pick<TermRule, "whose" | "rules" | "name" | "start" | "startWords" | "length" | "then"> & {
  norm: string;
  says: string;
  certainty: Certainty;
  decider?: string;
  unlisted?: true;
};

const step = (name: string, { norm, says, certainty, ...figures }: Figures): TermRule => ({
  ...{ decider: "La empresa" },
  ...figures,
  caseType: `co.edf_${name}`,
  endsWith: ["answered"],
  petition: null,
  consumerDelay: false,
  onExpiry: "overdue",
  filing: { who: "El usuario o su apoderado", fields: [], documents: [], preconditions: [] },
  clause: { norm, says, certainty },
});

const COMPANY_LATE = "Si la empresa se pasa del plazo, dígalo en sus descargos.";

/**
 * Energía dejada de facturar, step by step. The decision itself has no term in the contract; its notice and the recurso
 * are those of every claim (co.recurso_reposicion), the queja co.plazo_queja_sspd.
 *
 * @law co/contrato-condiciones-uniformes cl. 47.14 (technical concept three business days after the revision)
 * @law co/contrato-condiciones-uniformes cl. 47.1 (charges sent within five business days)
 * @law co/contrato-condiciones-uniformes cl. 47.2 (ten business days for descargos)
 * @law co/ley-1437 art. 48 (ten days for alegatos, by analogy: the contract's heading is empty)
 * @law co/contrato-condiciones-uniformes cl. 47.7 (five business days for recursos, by errata 3 to 6)
 */
export const UNBILLED_ENERGY: readonly TermRule[] = [
  step("concepto_tecnico", {
    unlisted: true,
    whose: "company",
    rules: ["CO-E2"],
    name: "El concepto técnico después de la revisión del medidor",
    start: "inspection_passed",
    startWords: "se hizo la revisión",
    length: businessDays(3),
    then: COMPANY_LATE,
    norm: "Contrato, cláusula 47.14",
    says: "El concepto técnico se emite en tres días hábiles desde la revisión.",
    certainty: "A",
  }),
  step("envio_cargos", {
    unlisted: true,
    whose: "company",
    rules: ["CO-E3"],
    name: "El envío del pliego de cargos",
    start: "filed",
    startWords: "se expidió el pliego de cargos",
    length: businessDays(5),
    then: COMPANY_LATE,
    norm: "Contrato, cláusula 47.1",
    says: "El pliego se envía para notificarlo en cinco días hábiles desde que se expide.",
    certainty: "A",
  }),
  step("descargos", {
    whose: "user",
    rules: ["CO-E4", "X13"],
    name: "Sus descargos por energía dejada de facturar",
    start: "notified",
    startWords: "le notificaron el pliego de cargos",
    length: businessDays(10),
    then: "Si no presenta descargos, la empresa decide con lo que tiene.",
    norm: "Contrato, cláusula 47.2",
    says: "Hay diez días hábiles desde la notificación para los descargos.",
    certainty: "A",
  }),
  step("alegatos", {
    whose: "user",
    rules: ["CO-E6"],
    name: "Sus alegatos por energía dejada de facturar",
    start: "notified",
    startWords: "le comunicaron que puede alegar",
    length: businessDays(10),
    then: "Si no alega, la empresa decide con lo que tiene.",
    norm: "Contrato, cláusula 47; Ley 1437 de 2011, artículo 48, por analogía",
    says: "El contrato no dice el plazo: cada empresa lo fija, y aquí se usan diez días hábiles.",
    certainty: "D",
  }),
  step("recurso", {
    whose: "user",
    rules: ["CO-E9", "X1"],
    name: "Su recurso contra un cobro de energía dejada de facturar",
    start: "notified",
    startWords: "le notificaron la decisión",
    length: businessDays(5),
    then: "Si no recurre, la decisión queda en firme. Mientras recurre, la factura no se cobra (contrato, cláusula 47.5).",
    decider: "El gerente; la apelación, la SSPD",
    norm: "Contrato, cláusula 47.7 con su fe de erratas; Ley 142 de 1994, artículo 154",
    says: "El recurso se presenta en cinco días hábiles desde la notificación.",
    certainty: "A",
  }),
];
