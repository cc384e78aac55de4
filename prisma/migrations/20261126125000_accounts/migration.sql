-- CreateEnum
CREATE TYPE "mailed_purpose" AS ENUM ('confirm_registration', 'recover_password', 'confirm_email', 'disown_change', 'disown_link', 'accept_share');

-- CreateEnum
CREATE TYPE "security_event_kind" AS ENUM ('account_created', 'signed_in', 'password_changed', 'password_recovered', 'email_changed', 'second_factor_added', 'second_factor_removed', 'recovery_code_used', 'recovery_codes_renewed', 'sessions_ended', 'change_disowned', 'supply_linked', 'supply_unlinked', 'link_disowned', 'supply_shared', 'share_revoked');

-- AlterTable
ALTER TABLE "usage_point_link" ADD COLUMN     "alias" TEXT,
ADD COLUMN     "shared_by_id" UUID;

-- AlterTable
ALTER TABLE "portal_user" ADD COLUMN     "details" JSONB,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "last_step" BIGINT,
ADD COLUMN     "second_factor" TEXT;

-- AlterTable
ALTER TABLE "portal_session" ADD COLUMN     "device" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "half_open" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "network" TEXT NOT NULL DEFAULT '';

-- DropTable
DROP TABLE "sign_in_attempt";

-- CreateTable
CREATE TABLE "disowned_link" (
    "agreement_id" UUID NOT NULL,
    "identity_number" TEXT NOT NULL,
    "disowned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disowned_link_pkey" PRIMARY KEY ("agreement_id","identity_number")
);

-- CreateTable
CREATE TABLE "attempt" (
    "key" CHAR(64) NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_failure_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "pending_registration" (
    "id" UUID NOT NULL,
    "identity_number" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pending_registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailed_token" (
    "id" CHAR(64) NOT NULL,
    "purpose" "mailed_purpose" NOT NULL,
    "subject_id" UUID NOT NULL,
    "email" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mailed_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" CHAR(64) NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "security_event" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "security_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "network" TEXT NOT NULL DEFAULT '',
    "usage_point_number" TEXT,

    CONSTRAINT "security_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attempt_last_failure_at_idx" ON "attempt"("last_failure_at");

-- CreateIndex
CREATE INDEX "pending_registration_email_idx" ON "pending_registration"("email");

-- CreateIndex
CREATE INDEX "pending_registration_created_at_idx" ON "pending_registration"("created_at");

-- CreateIndex
CREATE INDEX "mailed_token_purpose_subject_id_idx" ON "mailed_token"("purpose", "subject_id");

-- CreateIndex
CREATE INDEX "mailed_token_expires_at_idx" ON "mailed_token"("expires_at");

-- CreateIndex
CREATE INDEX "recovery_code_user_id_idx" ON "recovery_code"("user_id");

-- CreateIndex
CREATE INDEX "security_event_user_id_at_idx" ON "security_event"("user_id", "at");

-- CreateIndex
CREATE INDEX "security_event_at_idx" ON "security_event"("at");

-- CreateIndex
CREATE INDEX "usage_point_link_shared_by_id_idx" ON "usage_point_link"("shared_by_id");

-- CreateIndex
CREATE INDEX "bill_period_total_amount_idx" ON "bill"("period", "total_amount");

-- CreateIndex
CREATE UNIQUE INDEX "portal_user_email_key" ON "portal_user"("email");

-- AddForeignKey
ALTER TABLE "usage_point_link" ADD CONSTRAINT "usage_point_link_shared_by_id_fkey" FOREIGN KEY ("shared_by_id") REFERENCES "usage_point_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "portal_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "portal_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disowned_link" ADD CONSTRAINT "disowned_link_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "customer_agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
