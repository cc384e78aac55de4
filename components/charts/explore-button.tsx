"use client";

import { useState, type ComponentProps, type ComponentType } from "react";
import type { HistoryExplorer } from "./history-explorer";

type Explorer = ComponentType<ComponentProps<typeof HistoryExplorer>>;

/** Fetches the interactive chart when somebody asks for it, and not before: it weighs more than the page. */
export function ExploreButton(props: ComponentProps<typeof HistoryExplorer>) {
  const [shown, setShown] = useState<"closed" | "fetching" | "failed" | { Explorer: Explorer }>("closed");
  if (typeof shown === "object") return <shown.Explorer {...props} />;
  const open = async () => {
    setShown("fetching");
    try {
      const { HistoryExplorer } = await import("./history-explorer");
      setShown({ Explorer: HistoryExplorer });
    } catch {
      setShown("failed");
    }
  };
  return (
    <p className="needs-script mt-3 text-note print:hidden">
      <button
        type="button"
        className="button button-link"
        disabled={shown === "fetching"}
        onClick={() => void open()}
      >
        Comparar años en un gráfico interactivo<span className="sr-only"> ({props.title})</span>
      </button>
      <span role="status">
        {shown === "fetching" && " Abriendo el gráfico…"}
        {shown === "failed" &&
          " No se pudo abrir. Revise su conexión y pruebe de nuevo; los valores están en la tabla."}
      </span>
    </p>
  );
}
