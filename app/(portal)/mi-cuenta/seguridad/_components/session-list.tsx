import { ButtonForm } from "@/components/forms/button-form";
import { formatInstant } from "@/lib/kernel/format-instant";
import { companyProfile } from "@/lib/platform/profile";
import { deviceWords } from "@/lib/registration/device-words";
import type { openSessions } from "@/lib/registration/queries";
import { endOtherSessionsAction, endSessionAction } from "../actions";

/** Every browser in which the person is signed in, the one in use first, each with its end. */
export function SessionList({ sessions }: { sessions: Awaited<ReturnType<typeof openSessions>> }) {
  const { timeZone } = companyProfile();
  return (
    <>
      <ul className="mt-4 border-t border-line">
        {sessions.map(({ id, device, network, createdAt, lastSeenAt, current }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
          >
            <div className="text-small">
              <p className="font-[650]">
                {deviceWords(device)}
                {current && " · esta sesión"}
              </p>
              <p className="text-ink-soft">
                Desde el {formatInstant(createdAt, timeZone)}; usada por última vez el{" "}
                {formatInstant(lastSeenAt, timeZone)}
                {network && `; red ${network}`}
              </p>
            </div>
            {!current && (
              <ButtonForm
                action={endSessionAction}
                label="Cerrar"
                tells={` la sesión de ${deviceWords(device)}`}
                values={{ sesion: id }}
              />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="mt-4">
          <ButtonForm action={endOtherSessionsAction} label="Cerrar las demás sesiones" />
        </div>
      )}
    </>
  );
}
