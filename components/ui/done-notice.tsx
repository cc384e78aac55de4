import { Notice } from "./notice";

/** Above or below a title: what has just been done, as the address (`listo`) says; nothing for what nobody said. */
export function DoneNotice({
  said,
  listo,
}: {
  said: Readonly<Record<string, string>>;
  listo: string | string[] | undefined;
}) {
  const done = Object.entries(said).find(([what]) => what === listo)?.[1];
  return (
    done && (
      <div className="mt-6 [&+*]:mt-8">
        <Notice kind="done" title={done} />
      </div>
    )
  );
}
