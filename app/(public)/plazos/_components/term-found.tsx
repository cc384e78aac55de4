import { dayWords, deadlineWords, doubtOf, provenance } from "@/components/domain/deadline-words";
import { TermCalendar } from "@/components/domain/term-calendar";
import { Answer } from "@/components/ui/answer";
import { Explanation } from "@/components/ui/explanation";
import { UtilityLinks } from "@/components/ui/utility-links";
import { routes } from "@/lib/platform/routes";
import type { Filing } from "@/lib/jurisdiction/term-rule";
import type { Reckoned } from "@/lib/pqr/calculation";
import type { CalculatorQuery } from "@/lib/pqr/schema";

/** The last day, large; then why, by which norm, and what happens then. */
export function TermFound({ reckoned, query }: { reckoned: Reckoned; query: CalculatorQuery }) {
  const { answer, rule } = reckoned;
  const words = deadlineWords(reckoned);
  const doubt = doubtOf(reckoned);
  const still = answer.explanation.filter((day) => dayWords(day).counts === "No cuenta").length;
  return (
    <>
      <section className="mt-12 border-t-2 border-ink pt-4" aria-label="El plazo">
        <p className="mb-2 text-small text-ink-soft">{rule.name}</p>
        <Answer label={words.label} wraps>
          {words.answer}
        </Answer>
        <p className="mt-3 text-lead">{words.until}</p>
        <p className="mt-2">{words.sentence}</p>
        {words.beside.map((sentence) => (
          <p key={sentence} className="mt-2">
            {sentence}
          </p>
        ))}
        {words.today && (
          <p className="mt-2">
            <b>Hoy:</b> {words.today}
          </p>
        )}
        <div className="mt-4">
          <UtilityLinks
            pdf={routes.deadlinesFile("pdf", query)}
            calendar={routes.deadlinesFile("ics", query)}
            permanent={routes.deadlinesAsked(query)}
          />
        </div>
      </section>
      <section className="mt-12 border-t-2 border-ink pt-4" aria-labelledby="despues">
        <h2 id="despues">Qué pasa después</h2>
        <p className="mt-2">{rule.then}</p>
        <p className="mt-2">Quién decide: {rule.decider}.</p>
        <Requirements filing={rule.filing} />
      </section>
      <section className="mt-12 border-t-2 border-ink pt-4" aria-labelledby="dias">
        <h2 id="dias">Por qué esa fecha, día por día</h2>
        <p className="mt-2 mb-5">{stillSentence(still)}</p>
        <TermCalendar days={answer.explanation} />
        <div className="mt-6">
          <Explanation term="Qué dice la norma">
            <p>{rule.clause.says}</p>
            <p>{rule.clause.norm}.</p>
            {doubt && <p>{doubt}</p>}
          </Explanation>
        </div>
        <p className="mt-3 text-note text-ink-soft">{provenance(reckoned)}</p>
      </section>
    </>
  );
}

/** What the case needs, for whoever brings it; nothing where no norm asks for anything. */
function Requirements({ filing: { who, fields, documents, preconditions } }: { filing: Filing }) {
  const lists = [
    { title: "Condiciones", items: preconditions },
    { title: "Datos que se escriben", items: fields },
    { title: "Documentos", items: documents },
  ].filter(({ items }) => items.length > 0);
  if (lists.length === 0) return null;
  return (
    <div className="mt-4">
      <Explanation term="Quién puede pedirlo y qué necesita">
        <p>{who}</p>
        {lists.map(({ title, items }) => (
          <p key={title}>{`${title}: ${items.join("; ")}.`}</p>
        ))}
      </Explanation>
    </div>
  );
}

function stillSentence(still: number): string {
  if (still === 0) return "Todos los días cuentan.";
  return still === 1
    ? "Un día no cuenta."
    : `${still} días no cuentan: están marcados, cada uno con su motivo.`;
}
