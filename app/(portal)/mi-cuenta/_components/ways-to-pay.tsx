import { companyProfile } from "@/lib/platform/profile";

/** Pay at the company's address, where it has one, and where else. */
export function WaysToPay() {
  const { url, places } = companyProfile().payment;
  return (
    <div className="mt-6 print:hidden">
      {url && (
        <a className="button narrow:w-full" href={url} rel="noreferrer">
          Pagar
        </a>
      )}
      <details className="mt-3" open={!url}>
        <summary className="min-h-8 w-fit">
          <span className="explanation-term">{url ? "Otras formas de pagar" : "Dónde pagar"}</span>
        </summary>
        <ul className="mt-2 list-disc space-y-1 pl-5">
          {places.map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
