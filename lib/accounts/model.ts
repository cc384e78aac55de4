/** A supply as its person knows it. */
export interface SupplyName {
  number: string;
  /** What they call it. */
  alias: string | null;
  /** Who shares it with them; null where they linked it themselves. */
  sharedBy: string | null;
}

/** Who sees a supply, as far as one of them may know. */
export interface SupplyAccess extends SupplyName {
  /** By their own proof: only then the rest is known and may be changed. */
  own: boolean;
  /** While the contract is in force. */
  canShare: boolean;
  /** Others who linked the supply under the same contract, by as much of their name as they need. */
  others: { who: string; since: Date }[];
  /** Those with whom the person shares it. */
  shares: { id: string; name: string; since: Date }[];
  /** Those who were asked and have not answered. */
  invitations: { email: string; expiresAt: Date }[];
}
