import { companyProfile } from "@/lib/platform/profile";

/** The telephone that answers day and night, to be called at a touch. */
export function EmergencyPhone() {
  const { emergencyPhone } = companyProfile();
  return (
    <a className="whitespace-nowrap" href={`tel:${emergencyPhone.replaceAll(/[^+\d]/g, "")}`}>
      {emergencyPhone}
    </a>
  );
}

/** Where the company is written to. */
export function ContactEmail() {
  const { contactEmail } = companyProfile();
  return <a href={`mailto:${contactEmail}`}>{contactEmail}</a>;
}
