import { ButtonForm } from "@/components/forms/button-form";
import { eventWords } from "@/components/domain/security-words";
import { formatInstant } from "@/lib/kernel/format-instant";
import { companyProfile } from "@/lib/platform/profile";
import { deviceWords } from "@/lib/registration/device-words";
import type { securityEvents } from "@/lib/registration/queries";
import { disownEventAction } from "../actions";

/** What happened to the account, the newest first, and the way to say that it was somebody else. */
export function EventList({ events }: { events: Awaited<ReturnType<typeof securityEvents>> }) {
  const { timeZone } = companyProfile();
  return (
    <>
      <p className="mt-3 max-w-168">
        Si algo de esto no lo hizo usted, diga «no fui yo»: se cierran las demás sesiones y cambia la
        contraseña.
      </p>
      <ul className="mt-4 border-t border-line">
        {events.map((event) => (
          <li key={event.id} className="border-b border-line py-2 text-small">
            <p className="font-[650]">{eventWords(event)}</p>
            <p className="text-ink-soft">
              {formatInstant(event.at, timeZone)} · {deviceWords(event.device)}
              {event.network && ` · red ${event.network}`}
            </p>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <ButtonForm action={disownEventAction} label="No fui yo" />
      </div>
    </>
  );
}
