/** A file on its way: what becomes of it, and how to stop it. */
export interface Sending {
  outcome: Promise<{ location: string } | { error: string }>;
  cancel: () => void;
}

const LOST = "No se pudo subir el archivo: la conexión se cortó. Revísela y vuelva a intentarlo.";
const CANCELLED = "Usted canceló la subida. El portal no guardó nada.";
const REFUSED = "El portal no pudo recibir el archivo. Vuelva a intentarlo en unos minutos.";

/** Sends a form with a file; `fetch` would not say how far it has come. */
export function sendFile(
  action: string,
  form: FormData,
  onProgress: (done: number, total: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  const outcome = new Promise<{ location: string } | { error: string }>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onerror = () => resolve({ error: LOST });
    request.onabort = () => resolve({ error: CANCELLED });
    request.onload = () => resolve(answerOf(request.response));
    request.open("POST", action);
    request.setRequestHeader("accept", "application/json");
    request.responseType = "json";
    request.send(form);
  });
  return { outcome, cancel: () => request.abort() };
}

function answerOf(answer: unknown): { location: string } | { error: string } {
  if (typeof answer !== "object" || answer === null) return { error: REFUSED };
  if ("location" in answer && typeof answer.location === "string") return { location: answer.location };
  return { error: "error" in answer && typeof answer.error === "string" ? answer.error : REFUSED };
}
