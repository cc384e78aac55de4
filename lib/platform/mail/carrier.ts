import type { Letter } from "./compose.ts";

/** What takes mail away. */
export interface Carrier {
  /**
   * Hands the mail over. `leaving` is awaited just before its first byte leaves; when it throws, none does.
   *
   * @throws MailError that says what is known of the mail.
   */
  carry(letter: Letter, leaving: () => Promise<void>): Promise<void>;
  /** Whether mail could be handed over now. @throws Error that says why not */
  check(): Promise<void>;
}

/** Why a mail was not handed over, as far as it is known. */
export class MailError extends Error {
  /**
   * `refused`: for good, and it would be again. `deferred`: not this time, and it did not arrive. `unanswered`: its
   * content left and no answer came, so that nobody knows.
   */
  readonly outcome: "refused" | "deferred" | "unanswered";

  constructor(outcome: MailError["outcome"], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "MailError";
    this.outcome = outcome;
  }
}
