import type { CivilDate } from "../kernel/civil-date.ts";
import type { StaffRole } from "../kernel/context.ts";
import type { PackagedFile } from "../loading/package/template.ts";

/** Somebody who can sign in to the demonstration. */
export interface Person {
  /** Normalised by the jurisdiction. */
  identityNumber: string;
  name: string;
  /** Confirmed, and ending in .example. */
  email: string;
  /** What they are, for the list that the start prints. */
  role: string;
  staffRole: StaffRole | null;
  /** Supplies linked from the beginning, of those they hold. */
  supplies: readonly string[];
  /** A supply that they hold and can link with what its bill says; the start prints what that is. */
  toLink?: string;
}

/** A fictional company to show the portal with. */
export interface DemonstrationCompany {
  country: "cl" | "co";
  timeZone: string;
  /** Its own tax number, normalised. */
  identityNumber: string;
  /** Name of the folder under the data directory, and so of the load in the history. */
  folder: string;
  people: readonly Person[];
  /** What its billing system would export on `today`; the same bytes on every day of a month. */
  package: (today: CivilDate) => PackagedFile[];
  /** The editions of its network, each a package of its own, in their order; the same bytes at all times. */
  networks: readonly { folder: string; files: () => PackagedFile[] }[];
}
