import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { checkedSentence, phaseSentence, publishedSentence } from "@/components/domain/loading-words";
import type { LoadDetail } from "@/lib/loading/queries";
import { routes } from "@/lib/platform/routes";

const AGAIN = (
  <p>
    Corríjalo en su sistema, exporte de nuevo y <a href={routes.loads()}>suba otro paquete</a>. No se publicó
    nada: el portal sigue como estaba.
  </p>
);

/** Where the load stands, first of all on its page. */
export function LoadState({ load }: { load: LoadDetail }) {
  switch (load.status) {
    case "waiting":
      return <UnderWay title="En espera" sentence="El portal la comprueba en cuanto le toque" />;
    case "checking":
      return <UnderWay title="Se está comprobando" sentence={phaseSentence(load.progress)} load={load} />;
    case "publishing":
      return <UnderWay title="Se está publicando" sentence={phaseSentence(load.progress)} load={load} />;
    case "checked":
      return <Lead>{checkedSentence(load.counts)}</Lead>;
    case "published":
      return <Lead>{publishedSentence(load.counts)}</Lead>;
    case "discarded":
      return (
        <Notice title="Esta carga se descartó">
          <p>No se publicó nada de ella.</p>
        </Notice>
      );
    case "refused":
      return (
        <Notice kind="problem" title="El paquete se rechazó entero">
          {load.refusal?.split("\n").map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {AGAIN}
        </Notice>
      );
    case "failed":
      return (
        <Notice kind="problem" title="La carga no terminó">
          <p>{load.refusal}</p>
        </Notice>
      );
  }
}

const Lead = ({ children }: { children: string }) => (
  <p className="max-w-168 text-lead leading-[1.4]">{children}</p>
);

function UnderWay({ title, sentence, load }: { title: string; sentence: string; load?: LoadDetail }) {
  const { done = 0, total = 0 } = load?.progress ?? {};
  const known = total > 0;
  return (
    <div className="max-w-120 space-y-2">
      <p className="font-bold">{title}</p>
      <Progress label={title} value={known ? done : undefined} max={known ? total : 1} />
      <p>
        {sentence}
        {known && ` (${Math.floor((100 * done) / total)} %)`}.
      </p>
      <p className="text-small text-ink-soft">
        Puede dejar esta página: el trabajo sigue. Aquí verá cómo va, sin hacer nada.
      </p>
    </div>
  );
}
