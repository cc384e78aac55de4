"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

interface SearchBoxProps {
  action: string;
  suggestions: string;
  typed: string;
}

const WAIT_MS = 120;

/** The one search box. Without scripts it is a plain form; with them the browser's own list suggests, keyboard and all. */
export function SearchBox({ action, suggestions, typed }: SearchBoxProps) {
  const [found, setFound] = useState<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<AbortController>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const suggest = (words: string) => {
    clearTimeout(timer.current);
    asked.current?.abort();
    if (words.trim().length < 2) return setFound([]);
    timer.current = setTimeout(() => {
      const controller = new AbortController();
      asked.current = controller;
      fetch(`${suggestions}?buscar=${encodeURIComponent(words)}`, { signal: controller.signal })
        .then((answer) => (answer.ok ? answer.json() : { sugerencias: [] }))
        .then((answer: { sugerencias: { valor: string }[] }) =>
          setFound(answer.sugerencias.map(({ valor }) => valor)),
        )
        // Suggestions are a help: without them the form works as ever.
        .catch(() => {});
    }, WAIT_MS);
  };

  return (
    <form action={action} role="search" className="mt-6 print:hidden">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="min-w-0 grow wide:max-w-120">
          <Field
            name="buscar"
            label="Placa, código, nombre o lugar"
            hint="Lo que está pintado en el poste o el transformador, por ejemplo 7242; o una comuna, o coordenadas"
            defaultValue={typed}
            list="sugerencias"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            onInput={(event) => suggest(event.currentTarget.value)}
          />
        </div>
        <Button>Buscar</Button>
      </div>
      <datalist id="sugerencias">
        {found.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </form>
  );
}
