import { hours, type Length } from "../jurisdiction/term-rule.ts";
import type { Case, CaseEvent, Evaluation, State } from "./model.ts";
import type { Reckoner } from "./reckoner.ts";

/** A term that was missed: its last second, and how. */
export interface MissedTerm {
  lastSecond: number;
  reason: NonNullable<Evaluation["silencioReason"]>;
}

const RECOGNITION = {
  norm: "Contrato, cláusulas 57.2.i y 59.5",
  says: "La empresa reconoce el silencio dentro de las 72 horas siguientes, de reloj.",
};

/**
 * Silencio positivo: what was asked for is granted in the second after the missed term, whoever notices and whenever.
 *
 * @law co/ley-142 art. 158 (silence grants what was asked for; 72 hours to recognise it)
 */
export function silence(
  ofCase: Case,
  reckoner: Reckoner,
  missed: MissedTerm,
  { recognitions, within = hours(72) }: { recognitions: readonly CaseEvent[]; within?: Length },
): Pick<Evaluation, "state" | "nextRemedy"> & { silencioReason: MissedTerm["reason"] } {
  const silentAt = reckoner.at("silencioAt", missed.lastSecond + 1);
  const limit = reckoner.hoursAfter("silencioRecognitionDueAt", silentAt, {
    from: ofCase.zone.dateAt(silentAt),
    fromWords: "se produjo el silencio",
    length: within,
    clause: RECOGNITION,
  });
  const state: State = recognitions.some(({ at }) => at >= silentAt)
    ? "silencio_reconocido"
    : ofCase.asOf <= limit
      ? "silencio_positivo"
      : "silencio_no_reconocido";
  return {
    state,
    silencioReason: missed.reason,
    ...(state === "silencio_no_reconocido" && { nextRemedy: "solicitud_SAP_ante_SSPD" }),
  };
}
