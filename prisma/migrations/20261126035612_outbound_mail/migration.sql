-- CreateEnum
CREATE TYPE "outbound_mail_state" AS ENUM ('queued', 'sending', 'sent', 'failed', 'unknown');

-- CreateTable
CREATE TABLE "outbound_mail" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "blocks" JSONB,
    "state" "outbound_mail_state" NOT NULL DEFAULT 'queued',
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "give_up_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),
    "unanswered" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "outbound_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "outbound_mail_state_due_at_idx" ON "outbound_mail"("state", "due_at");

-- CreateIndex
CREATE INDEX "outbound_mail_finished_at_idx" ON "outbound_mail"("finished_at");

-- A mail that is over says when, and has lost its words, for its links open doors; any other has both to come.
ALTER TABLE outbound_mail
  ADD CONSTRAINT outbound_mail_finished CHECK ((state IN ('queued', 'sending')) = (finished_at IS NULL)),
  ADD CONSTRAINT outbound_mail_blocks CHECK ((blocks IS NULL) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT outbound_mail_claim CHECK ((state = 'sending') = (claimed_until IS NOT NULL));
