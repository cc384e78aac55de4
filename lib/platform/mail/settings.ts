import { join } from "node:path";
import { env } from "../env.ts";
import { companyProfile } from "../profile.ts";
import { parseMailAddress } from "./address.ts";
import type { Carrier } from "./carrier.ts";
import type { Sender } from "./mail.ts";
import { outboxCarrier } from "./outbox.ts";
import { smtpCarrier, smtpServer } from "./smtp.ts";

/** What takes this portal's mail away: the server of SMTP_URL, or a folder in a demonstration without one. */
export function mailCarrier(): Carrier {
  const { SMTP_URL, EMPALME_DATA_DIR } = env();
  return SMTP_URL ? smtpCarrier(smtpServer(SMTP_URL)) : outboxCarrier(join(EMPALME_DATA_DIR, "outbox"));
}

/** Who this portal's mail is from. @throws Error when neither MAIL_FROM nor the profile has an address to write from */
export function mailSender(): Sender {
  const { legalName, contactEmail, footnote } = companyProfile();
  const address = parseMailAddress(env().MAIL_FROM ?? contactEmail);
  if (!address) throw new Error("Configuration: MAIL_FROM, or the profile's contactEmail, is no address");
  return { name: legalName, address, contactEmail, footnote };
}
