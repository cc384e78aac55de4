import { companyProfile } from "@/lib/platform/profile";

/** The telephone that answers day and night, to be called at a touch; large where it is the answer of the page. */
export function EmergencyPhone({ large }: { large?: boolean }) {
  const { emergencyPhone } = companyProfile();
  const size = large
    ? "inline-block text-answer leading-none font-bold tracking-[-0.035em] decoration-2"
    : "whitespace-nowrap";
  return (
    <a className={size} href={`tel:${emergencyPhone.replaceAll(/[^+\d]/g, "")}`}>
      {emergencyPhone}
    </a>
  );
}

/** Where the company is written to. */
export function ContactEmail() {
  const { contactEmail } = companyProfile();
  return <a href={`mailto:${contactEmail}`}>{contactEmail}</a>;
}
