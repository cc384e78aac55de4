/** First stop of the Tab key on every page; `PageBody` carries the target. */
export function SkipLink() {
  return (
    <a
      href={`#${MAIN_ID}`}
      className="absolute -top-24 left-4 z-10 bg-paper-raised px-4 py-3 font-semibold text-ink shadow-menu focus:top-3 print:hidden"
    >
      Saltar al contenido
    </a>
  );
}

export const MAIN_ID = "contenido";
