"use client";

import { useMemo, useState, type SyntheticEvent } from "react";
import type { Route } from "next";
import { Actions, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileField } from "@/components/ui/field";
import { Progress } from "@/components/ui/progress";
import { formatBytes } from "@/components/domain/loading-words";
import { sendFile, type Sending } from "./send-file";

interface UploadFormProps {
  action: Route;
  field: string;
  /** Bytes of the largest file that is taken. */
  limit: number;
  /** What was wrong with the file that was sent without scripts. */
  problem: string | null;
  sentences: { missing: string; empty: string; tooLarge: string };
}

/** Sends the zip. Without scripts it is an ordinary form; with them it says how far it has come. */
export function UploadForm({ action, field, limit, problem, sentences }: UploadFormProps) {
  const [error, setError] = useState(problem);
  const [sent, setSent] = useState<{ done: number; total: number } | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const mistakes = useMemo(() => (error ? [{ field, message: error }] : []), [error, field]);

  const send = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const form = new FormData(event.currentTarget);
    const file = form.get(field);
    const wrong = wrongWith(file instanceof File && file.name ? file : null, limit, sentences);
    setError(wrong);
    if (wrong) return;
    const upload = sendFile(action, form, (done, total) => setSent({ done, total }));
    setSending(upload);
    const outcome = await upload.outcome;
    if ("location" in outcome) return window.location.assign(outcome.location);
    setSending(null);
    setSent(null);
    setError(outcome.error);
  };

  return (
    <>
      <ErrorSummary mistakes={mistakes} />
      <h1 className="[*+&]:mt-8">Cargas</h1>
      <p className="mt-4 text-lead leading-[1.4]">
        Suba aquí lo que exporta su sistema de facturación. Primero se comprueba; nada cambia en el portal
        hasta que usted lo publica.
      </p>
      <form
        action={action}
        method="post"
        encType="multipart/form-data"
        className="mt-8 space-y-6"
        onSubmit={(event) => void send(event)}
        noValidate
      >
        <FileField
          name={field}
          label="Paquete"
          hint="Un archivo zip de hasta 1 GiB, con datapackage.json y un CSV por cada clase de dato."
          error={error ?? undefined}
          accept=".zip,application/zip"
          required
        />
        {sending && <Uploading sent={sent} />}
        <Actions>
          <Button fullOnPhone aria-disabled={sending !== null}>
            {sending ? "Subiendo…" : "Subir y comprobar"}
          </Button>
          {sending && (
            <Button kind="link" type="button" onClick={sending.cancel}>
              Cancelar
            </Button>
          )}
        </Actions>
      </form>
    </>
  );
}

function wrongWith(file: File | null, limit: number, sentences: UploadFormProps["sentences"]): string | null {
  if (!file) return sentences.missing;
  if (file.size === 0) return sentences.empty;
  return file.size > limit ? sentences.tooLarge : null;
}

function Uploading({ sent }: { sent: { done: number; total: number } | null }) {
  const { done = 0, total = 0 } = sent ?? {};
  const arrived = total > 0 && done >= total;
  return (
    <div className="max-w-120 space-y-2">
      <Progress label="Subida del paquete" value={total > 0 ? done : undefined} max={total || 1} />
      <p className="text-small text-ink-soft tabular-nums">
        {arrived
          ? "Llegó entero; guardándolo…"
          : `${formatBytes(done)} de ${formatBytes(total)}. No cierre esta página.`}
      </p>
    </div>
  );
}
